import { foldedAt, isArticle, isDash } from '../scan.ts';
import type { Scan } from '../scan.ts';
import { reachTo, reading } from '../reading.ts';
import type { Reader } from '../reading.ts';
import { wordSet } from '../word-set.ts';
import { numberPhraseAt } from './number-phrase.ts';
import type { NumberPhrase } from './number-phrase.ts';

/** "نصف نهائي", "ربع النهائي": a round of a cup; "نصف سنوي": twice a year. */
const FINALS = wordSet('نهائي النهائي سنوي سنوية السنوي السنوية شهرية شهري');
const NOT_DONE = wordSet('لم لن');
const ANY = wordSet('أي كل أحد');
const OF = wordSet('من منهم منها منهما');
const CLOSING = new Set(['″', '"', '”', '»', "'", '’']);
const OPENING = new Set(['"', '“', '«', "'", '‘', '”']);
const SPORTS = wordSet('فورمولا');
const NAME_MARKS = new Set(['_', '@', '#']);

/** Other counts, in digits or words. "واحدة من" ("one of"), "أي واحد", and vague counts (عشرات, آلاف) are none. */
export const cardinalAt: Reader = (scan, i) => {
  const number = numberPhraseAt(scan, i);
  if (!number || number.kind === 'vague') return null;
  const score = scoreAt(scan, number);
  if (score) return score;
  if (number.written === 'digits' && isPartOfName(scan, number.first, number.last)) return null;
  if (number.written === 'digits' && (isTelephone(scan, number) || isMarker(scan, number))) return null;
  if (GROUPS.has(foldedAt(scan, isArticle(scan, i - 1) ? i - 2 : number.definite ? i - 1 : -1))) return null;
  if (number.written === 'words' && !isCount(scan, i, number.last, number.number)) return null;
  const value = { type: 'number' as const, number: number.number };
  return reading(number, 'CARDINAL', value, number.written === 'digits' ? 0.85 : 0.75);
};

/** A telephone number counts nothing: it begins with 0 and is long, or is very long without marks that group it. */
const isTelephone = (scan: Scan, number: NumberPhrase): boolean =>
  number.first === number.last &&
  foldedAt(scan, number.first).length >= 8 &&
  /^(?:0\d{7,}|\d{9,})$/.test(foldedAt(scan, number.first));

/** "مجموعة السبع", "مجموعة الـ20": bodies, not counts. */
const GROUPS = wordSet('مجموعة لمجموعة بمجموعة ومجموعة');

const MARKERS = new Set(['-', '–', '—', 'ـ', '.', ')', '/', '/-']);

/** A number that begins a line or stands in square brackets and only says which item or note it is: "1- أقر", "[12]". */
function isMarker(scan: Scan, { first, last, definite }: NumberPhrase): boolean {
  if (first !== last || definite) return false;
  const after = scan.tokens[last + 1];
  if (foldedAt(scan, first - 1) === '[' && after?.text === ']') return true;
  const opens = first === 0 || (first === 1 && '(-'.includes(foldedAt(scan, 0)));
  const following = scan.tokens[last + 2];
  return (
    opens &&
    after !== undefined &&
    MARKERS.has(after.text) &&
    following?.kind !== 'number' &&
    (scan.tokens[first]?.folded.length ?? 0) <= 2
  );
}

/** The score of a match, "3-صفر", "2 - 1": both numbers and the hyphen. It has no value. */
function scoreAt(scan: Scan, number: NumberPhrase) {
  if (!isDash(scan, number.last + 1)) return null;
  const blanks = scan.tokens[number.last + 1]?.spaced || scan.tokens[number.last + 2]?.spaced;
  const other = numberPhraseAt(scan, number.last + 2);
  if (!other || !isGoals(number) || !isGoals(other) || foldedAt(scan, other.last + 1) === '-') return null;
  // With blanks it may be a range or the mark of a list; the winner's goals stand first.
  if (blanks && (number.first === 0 || number.number < other.number || other.proclitics !== '')) return null;
  return foldedAt(scan, number.first - 1) === '-'
    ? null
    : reading(reachTo(scan, number.first, number.start, other.last), 'CARDINAL', null, 0.8);
}

const isGoals = (number: NumberPhrase): boolean => Number.isInteger(number.number) && number.number < 40;

/** Digits that are glued to a name or to letters: "F16", "كوفيد-19", "v3", a hash, a handle. */
function isPartOfName(scan: Scan, first: number, last: number): boolean {
  const token = scan.tokens[first];
  const before = scan.tokens[first - 1];
  const after = scan.tokens[last + 1];
  if (!token) return true;
  if (after && !after.spaced && (after.text === '+' || after.kind === 'latin' || NAME_MARKS.has(after.text)))
    return true;
  if (before && (closesName(scan, first, last) || isModel(scan, first))) return true;
  if (!before || token.spaced) return false;
  if (before.kind === 'latin' || NAME_MARKS.has(before.text)) return true;
  if (before.kind === 'word' && /^[^والبفكم].$/.test(before.folded)) return true;
  const name = scan.tokens[first - 2];
  return (
    (before.text === '-' || before.text === '+') &&
    !before.spaced &&
    name !== undefined &&
    (name.kind === 'word' || name.kind === 'latin' || before.text === '+')
  );
}

/** A number that ends a name in quotation marks ("«جدة 36»", "\"شهاب ـ 3\""), or a racing class. */
function closesName(scan: Scan, first: number, last: number): boolean {
  if (SPORTS.has(foldedAt(scan, first - 1))) return true;
  const before = scan.tokens[first - 1];
  if (!CLOSING.has(scan.tokens[last + 1]?.text ?? '') || !before) return false;
  // Quotation marks round the number alone: "6".
  if (OPENING.has(before.text)) return false;
  const word = before.kind === 'mark' ? scan.tokens[first - 2] : before;
  return (
    isOpenedNear(scan, first) &&
    (word?.kind === 'word' || word?.kind === 'latin') &&
    word.folded.length > 2 &&
    !PREPOSITIONS.has(word.folded)
  );
}

/** Latin letters in Arabic writing, as they stand before the number of a model: "إف-16", "إس 400", "بي 52". */
const LETTERS = new Set(
  'إم إتش أتش إس أس إف أف بي بى سي سى دي دى تي تى جي جى آر كيو يو زد كي كيه إكس أكس دبليو في.'.split(' '),
);

/** What a number behind them names, and does not count: "طراز 737", "القناة 12", "رؤية 2030", "أوميغا 3". */
const NUMBERED = wordSet(
  `طراز الطراز بوينغ بوينج إيرباص سوخوي ميغ ويندوز آيفون أندرويد غالاكسي جالاكسي جالكسي بلايستيشن أوميغا أوميجا القناة
   قناة الفرقة الكتيبة رؤية الرؤية خليجي فورمولا`,
);

/** Whether the digits at token `first` are the number of a model, a channel, a unit of an army. */
function isModel(scan: Scan, first: number): boolean {
  const at = isDash(scan, first - 1) ? first - 2 : first - 1;
  const word = scan.tokens[at];
  if (word?.kind !== 'word') return false;
  if (LETTERS.has(word.text)) return true;
  return NUMBERED.has(word.folded) || (/^[ولبف]/.test(word.folded) && NUMBERED.has(word.folded.slice(1)));
}

/** How many tokens of a quoted name may stand before its number. */
const LONGEST_NAME = 5;

function isOpenedNear(scan: Scan, first: number): boolean {
  for (let k = first - 1; k >= 0 && k >= first - LONGEST_NAME; k--)
    if (OPENING.has(scan.tokens[k]?.text ?? '')) return true;
  return false;
}

const PREPOSITIONS = wordSet('من إلى على عن في رقم حتى نحو بين أكثر أقل حوالي مع');

function isCount(scan: Scan, i: number, last: number, number: number): boolean {
  const token = scan.tokens[i];
  if (!token) return false;
  // "نقطة الصفر", "تحت الصفر"; "وأحد" is "and one of", "لم تسع" a verb.
  if (number === 0 && token.folded.endsWith('الصفر')) return false;
  if (number === 1 && token.text.includes('أ')) return false;
  if (NOT_DONE.has(foldedAt(scan, i - 1))) return false;
  if (FINALS.has(foldedAt(scan, last + 1))) return false;
  if (number === 1 && last === i) return !OF.has(foldedAt(scan, i + 1)) && !ANY.has(foldedAt(scan, i - 1));
  // "لست", "كست": the verb ليس, not six.
  return !(token.folded === 'لست' || token.folded === 'ولست' || token.folded === 'فلست');
}
