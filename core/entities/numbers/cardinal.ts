import { foldedAt } from '../scan.ts';
import type { Scan } from '../scan.ts';
import { reading } from '../reading.ts';
import type { Reader } from '../reading.ts';
import { wordSet } from '../word-set.ts';
import { numberPhraseAt } from './number-phrase.ts';

const ANY = wordSet('أي كل أحد');
const OF = wordSet('من منهم منها منهما');
const NAME_MARKS = new Set(['_', '@', '#']);

/** Other counts, in digits or words. "واحدة من" ("one of"), "أي واحد", and vague counts (عشرات, آلاف) are none. */
export const cardinalAt: Reader = (scan, i) => {
  const number = numberPhraseAt(scan, i);
  if (!number || number.kind === 'vague') return null;
  if (number.written === 'digits' && isPartOfName(scan, number.first, number.last)) return null;
  if (number.written === 'words' && !isCount(scan, i, number.last, number.number)) return null;
  const value = { type: 'number' as const, number: number.number };
  return reading(number, 'CARDINAL', value, number.written === 'digits' ? 0.85 : 0.75);
};

/** Digits that are glued to a name or to letters: "F16", "كوفيد-19", "v3", a hash, a handle. */
function isPartOfName(scan: Scan, first: number, last: number): boolean {
  const token = scan.tokens[first];
  const before = scan.tokens[first - 1];
  const after = scan.tokens[last + 1];
  if (!token) return true;
  if (after && !after.spaced && (after.kind === 'latin' || NAME_MARKS.has(after.text))) return true;
  if (!before || token.spaced) return false;
  if (before.kind === 'latin' || NAME_MARKS.has(before.text)) return true;
  const name = scan.tokens[first - 2];
  return (
    before.text === '-' &&
    !before.spaced &&
    name !== undefined &&
    (name.kind === 'word' || name.kind === 'latin')
  );
}

function isCount(scan: Scan, i: number, last: number, number: number): boolean {
  const token = scan.tokens[i];
  if (!token) return false;
  if (number === 1 && last === i) return !OF.has(foldedAt(scan, i + 1)) && !ANY.has(foldedAt(scan, i - 1));
  // "لست", "كست": the verb ليس, not six.
  return !(token.folded === 'لست' || token.folded === 'ولست' || token.folded === 'فلست');
}
