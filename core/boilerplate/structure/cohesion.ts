import { joinWords } from '../lines/shape.ts';
import type { LineShape } from '../lines/shape.ts';
import { countShared } from '../lines/stems.ts';

/** How many of a headline's content words a paragraph has, as a share of them; 0 where the headline has none. */
export const sharedWords = (headline: LineShape, paragraph: LineShape): number =>
  headline.stems.length === 0 ? 0 : countShared(headline.stems, paragraph.stems) / headline.stems.length;

const CONTINUING =
  /^(?:و|كما |من جهت|من جانب|في المقابل|بدوره|الي ذلك|اما |هذا و|لكن|غير ان|الا ان|يذكر ان|يشار الي)/;

const TOKENS_OF_OPENING = 4;

/** Whether a paragraph goes on with a text rather than opening one: leads seldom begin with "and", "moreover". */
export function isContinuing({ reading: { tokens } }: LineShape): boolean {
  const opening = joinWords(tokens, TOKENS_OF_OPENING);
  return CONTINUING.test(opening) && !OPENING.test(opening);
}

/** Words that begin with the letter of "and" but are none. */
const OPENING = /^(?:وزير|وزار|وكال|وفد|وفا|وقع |وصل|ول[يد]|واشنطن|وضع |وافق|وجه |وحد|وثيق)/;
