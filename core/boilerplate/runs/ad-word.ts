import type { Token } from '../../text/tokens.ts';
import type { LineShape } from '../lines/shape.ts';
import { NO_RUNS } from './run.ts';
import type { RunRule } from './run.ts';

/** An ad word glued to the paragraph's first word. */
export const findAdWords: RunRule = (page, i) => {
  const { adWords, reading } = page.lines[i] as LineShape;
  if (adWords.length === 0) return NO_RUNS;
  return adWords.map((k) => {
    const { start, end } = reading.tokens[k] as Token;
    return { start, end, class: 'ad', confidence: 0.9, source: 'rule/ad-word' };
  });
};
