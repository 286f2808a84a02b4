import type { LineShape } from '../lines/shape.ts';
import { countShared } from '../lines/stems.ts';

/** How many of a headline's content words a paragraph has, as a share of them; 0 where the headline has none. */
export const sharedWords = (headline: LineShape, paragraph: LineShape): number =>
  headline.stems.length === 0 ? 0 : countShared(headline.stems, paragraph.stems) / headline.stems.length;
