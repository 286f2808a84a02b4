import type { LineReading } from '../../lexicon/article.ts';
import { isGluedAd } from '../../text/glued-ad.ts';
import type { Span } from '../../text/span.ts';
import type { LineShape } from '../lines/shape.ts';
import type { RunRule } from './run.ts';

/** Where in a line the ad word is glued to the word behind it: its offsets, from the start of the line. */
const findGluedAdWords = ({ tokens }: LineReading): readonly Span[] =>
  tokens.flatMap(({ start, end }, i) => (isGluedAd(tokens, i) ? [{ start, end }] : []));

/** An ad word glued to the paragraph's first word. */
export const findAdWords: RunRule = (page, i) =>
  findGluedAdWords((page.lines[i] as LineShape).reading).map((span) => ({
    ...span,
    class: 'ad',
    confidence: 0.9,
    source: 'rule/ad-word',
  }));
