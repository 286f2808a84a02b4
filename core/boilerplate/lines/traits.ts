import type { Token } from '../../text/tokens.ts';
import { hashWord } from './stems.ts';
import { slotOf } from './slots.ts';

/** Numbers of the features that a line has by itself; those in a text have lower ones (features.ts). */
const FIRST = 32;

/** How a line ends: in a full stop, a question or exclamation mark, a colon, a comma, or none of them. */
export type LineStop = 'full' | 'question' | 'colon' | 'comma' | 'none';

/**
 * What tells by itself whether a line opens a text or goes on with one: its first words, its last mark, its length,
 * the day that it names. As slots of the weights.
 */
export function readTraits(
  tokens: readonly Token[],
  length: number,
  stop: LineStop,
  continuing: boolean,
  namesDay: boolean,
  listItem: boolean,
): readonly number[] {
  let first = 0;
  let second = 0;
  for (let i = 0, words = 0; i < tokens.length && words < 2; i++) {
    const { kind, folded } = tokens[i] as Token;
    if (kind === 'mark') continue;
    if (words++ === 0) first = hashWord(folded);
    else second = hashWord(folded);
  }
  const end = hashWord(stop);
  const grade = Math.round(2 * Math.log2(Math.max(8, length)));
  return [
    slotOf(FIRST, 0),
    slotOf(FIRST + 1, first),
    slotOf(FIRST + 2, Math.imul(first, 31) ^ second),
    slotOf(FIRST + 3, end),
    slotOf(FIRST + 4, hashWord(tokens[tokens.length - 1]?.text ?? '')),
    slotOf(FIRST + 5, grade),
    slotOf(FIRST + 6, grade ^ end),
    slotOf(FIRST + 7, (continuing ? 2 : 0) + (namesDay ? 1 : 0)),
    slotOf(FIRST + 8, listItem ? 1 : 0),
  ];
}
