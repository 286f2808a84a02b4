import { unfoldedLength } from '../../text/fold.ts';
import { foldedAt, isArticle, isDash, NUMBER_START } from '../scan.ts';
import type { ListedWord, Reach, Scan } from '../scan.ts';
import { wordSet } from '../word-set.ts';
import { numeralAt } from './numeral-tokens.ts';
import { parseNumeral } from './numerals.ts';

/** A number as it stands: digits, words, or digits with a word of size ("14 ألفا و143", "نصف مليون", "الـ18"). */
export interface NumberPhrase extends Reach {
  /** NaN where it is vague ("مليارات", "مئات الآلاف"). */
  readonly number: number;
  /** The other value of digits such as "10.500", where they are an amount of money; else the same. */
  readonly decimal: number;
  /** The largest word of size in it: 1 if there is none, 1000, 1e6 … */
  readonly size: number;
  readonly written: 'digits' | 'words';
  readonly kind: 'exact' | 'vague' | 'fraction' | 'times';
  /** Whether it has the article: "الثلاثة", "الـ18". */
  readonly definite: boolean;
  readonly proclitics: string;
}

/** What closes digits in brackets or quotation marks. */
const CLOSINGS: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['«', '»'],
  ['“', '”“'],
  ['”', '”“'],
  ['"', '"'],
]);

interface Part {
  readonly last: number;
  readonly number: number;
  readonly decimal: number;
  readonly size: number;
}

/** The number that begins at token `i`, as long as it goes; null if there is none. */
export function numberPhraseAt(scan: Scan, i: number): NumberPhrase | null {
  if (((scan.starts[i] ?? 0) & NUMBER_START) === 0) return null;
  const found = scan.numbers[i];
  return found === undefined ? (scan.numbers[i] = readNumberPhrase(scan, i)) : found;
}

/**
 * The number of a measure at token `i`: as numberPhraseAt, or digits in brackets or quotation marks of their own, which
 * are inside then ("(10.7) أطنان", "(500) ألف ريال", "«65» عاما").
 */
export function measureNumberAt(scan: Scan, i: number): NumberPhrase | null {
  const bracket = scan.tokens[i];
  const closing = bracket && CLOSINGS.get(bracket.text);
  if (!closing) return numberPhraseAt(scan, i);
  const inner = numberPhraseAt(scan, i + 1);
  if (inner?.written !== 'digits' || inner.definite) return null;
  if (!closing.includes(scan.tokens[inner.last + 1]?.text ?? ' ')) return null;
  const size = sizesFrom(scan, inner.last + 2);
  const last = size?.last ?? inner.last + 1;
  return {
    ...inner,
    first: i,
    last,
    start: bracket.start,
    end: scan.tokens[last]?.end ?? inner.end,
    number: inner.number * (size?.size ?? 1),
    decimal: inner.decimal * (size?.size ?? 1),
    size: size?.size ?? inner.size,
  };
}

function readNumberPhrase(scan: Scan, i: number): NumberPhrase | null {
  const token = scan.tokens[i];
  if (!token) return null;
  if (token.kind === 'number') return digitPhrase(scan, i, i, token.start, '');
  const next = scan.tokens[i + 1];
  if (token.kind === 'word' && next?.kind === 'number' && isArticle(scan, i)) {
    const proclitics = token.folded.endsWith('لل') ? token.folded.slice(0, -1) : token.folded.slice(0, -2);
    const start = token.start + (proclitics === '' ? 0 : unfoldedLength(token.text, proclitics.length));
    return digitPhrase(scan, i, i + 1, start, proclitics, true);
  }
  return wordPhrase(scan, i);
}

function digitPhrase(
  scan: Scan,
  first: number,
  i: number,
  start: number,
  proclitics: string,
  definite = false,
): NumberPhrase | null {
  const digits = digitPart(scan, i);
  if (!digits) return null;
  const { last, number, decimal, size } = withDecimals(scan, joined(scan, digits));
  const end = scan.tokens[last]?.end ?? start;
  return {
    first,
    last,
    start,
    end,
    number,
    decimal,
    size,
    written: 'digits',
    kind: 'exact',
    definite,
    proclitics,
  };
}

function wordPhrase(scan: Scan, i: number): NumberPhrase | null {
  const word = scan.word('number-word', i);
  if (!word) return null;
  const { kind, value } = valueOf(word.value);
  if (kind === 'times') return inWords(scan, word, kind, { last: word.last, number: 2, decimal: 2, size: 1 });
  if (kind === 'vague' || kind === 'plural') {
    const last = vagueEnd(scan, word.last);
    const size = vagueSize(scan, i, last);
    return inWords(scan, word, 'vague', { last, number: NaN, decimal: NaN, size });
  }
  if (kind === 'fraction') {
    const size = sizeAt(scan, word.last + 1);
    const number = value * (size?.size ?? 1);
    const whole = { last: size?.last ?? word.last, number, decimal: number, size: size?.size ?? 1 };
    return inWords(scan, word, size ? 'exact' : 'fraction', whole);
  }
  const part = wordPart(scan, i, false);
  return part && inWords(scan, word, 'exact', withDecimals(scan, joined(scan, part)));
}

/** The phrase that begins with a number word. */
const inWords = (
  scan: Scan,
  { first, start, end, definite, proclitics }: ListedWord,
  kind: NumberPhrase['kind'],
  { last, number, decimal, size }: Part,
): NumberPhrase => ({
  first,
  last,
  start,
  end: scan.tokens[last]?.end ?? end,
  number,
  decimal,
  size,
  written: 'words',
  kind,
  definite,
  proclitics,
});

interface CellValue {
  readonly value: number;
  readonly kind: string;
}

const cells = new Map<string, CellValue>();

/** Reads the second column of lexicon/number-word.tsv; there are few values. */
function valueOf(cell: string): CellValue {
  let known = cells.get(cell);
  if (!known) {
    const [number = '', kind = 'exact'] = cell.split(' ');
    const [above = '', below = '1'] = number.split('/');
    cells.set(cell, (known = { value: Number(above) / Number(below), kind }));
  }
  return known;
}

/** A word of size at token `i`: ألف, آلاف, مليون …; only these go behind digits. */
function sizeAt(scan: Scan, i: number): { readonly last: number; readonly size: number } | null {
  const word = scan.bare('number-word', i);
  if (!word) return null;
  const { value, kind } = valueOf(word.value);
  return value >= 1000 && (kind === 'plural' || kind === 'exact') && isPowerOfThousand(value)
    ? { last: word.last, size: value }
    : null;
}

const isPowerOfThousand = (value: number): boolean => [1e3, 1e6, 1e9, 1e12, 1e15].includes(value);

/** Digits and the words of size behind them. */
function digitPart(scan: Scan, i: number): Part | null {
  const token = scan.tokens[i];
  if (token?.kind !== 'number') return null;
  const numeral = numeralAt(scan, i);
  const size = sizesFrom(scan, numeral.last + 1);
  const number = parseNumeral(numeral.text, size ? 'decimal' : 'group');
  const decimal = parseNumeral(numeral.text, 'decimal');
  if (Number.isNaN(number)) return null;
  return {
    last: size?.last ?? numeral.last,
    number: number * (size?.size ?? 1),
    decimal: decimal * (size?.size ?? 1),
    size: size?.size ?? 1,
  };
}

/** One or two words of size: "ألف", "ألف مليار". */
function sizesFrom(scan: Scan, i: number): { readonly last: number; readonly size: number } | null {
  const one = sizeAt(scan, i);
  if (!one) return null;
  const two = sizeAt(scan, one.last + 1);
  return two ? { last: two.last, size: one.size * two.size } : one;
}

/** A number below a thousand in words with the word of size behind it, or a word of size alone. */
function wordPart(scan: Scan, i: number, behindAnd: boolean): Part | null {
  const word = scan.word('number-word', i);
  if (!word || (behindAnd && word.proclitics !== 'و')) return null;
  const { value, kind } = valueOf(word.value);
  if (kind !== 'exact') return null;
  if (value >= 1000) {
    const outer = isPowerOfThousand(value) ? sizeAt(scan, word.last + 1) : null;
    const size = value * (outer?.size ?? 1);
    const number = !outer && isDual(scan, word.last) ? 2 * size : size;
    return { last: outer?.last ?? word.last, number, decimal: number, size };
  }
  const small = belowThousand(scan, word.last, value);
  const size = sizesFrom(scan, small.last + 1);
  const number = small.value * (size?.size ?? 1);
  return { last: size?.last ?? small.last, number, decimal: number, size: size?.size ?? 1 };
}

const NOT_COUNTED = wordSet('من إلى على في عن');

/** "ألفا مقاتل", "مليونا نازح" are two of them; with tanwin, or before no noun, the same letters are one: "ألفاً". */
function isDual(scan: Scan, i: number): boolean {
  const word = scan.tokens[i];
  const next = scan.tokens[i + 1];
  if (!word?.folded.endsWith('ا') || word.text.includes('\u064b') || next?.kind !== 'word') return false;
  return !next.folded.startsWith('و') && !NOT_COUNTED.has(next.folded);
}

interface Small {
  readonly last: number;
  readonly value: number;
}

/** Goes on from a first word below a thousand: "خمسة عشر", "ثلاث مئة", "خمسة وعشرين", "مئتين وخمسة وعشرين". */
function belowThousand(scan: Scan, last: number, value: number): Small {
  if (value < 10) {
    const next = scan.bare('number-word', last + 1);
    if (next && value >= 3) {
      const following = valueOf(next.value);
      if (following.value === 10 && following.kind === 'exact') return { last: next.last, value: value + 10 };
      if (following.value === 100 && following.kind === 'exact')
        return hundreds(scan, next.last, value * 100);
    }
    return tens(scan, last, value);
  }
  return value >= 100 ? hundreds(scan, last, value) : { last, value };
}

function tens(scan: Scan, last: number, value: number): Small {
  const and = andWord(scan, last + 1);
  return and && and.value >= 20 && and.value < 100 && value > 0
    ? { last: and.last, value: value + and.value }
    : { last, value };
}

function hundreds(scan: Scan, last: number, value: number): Small {
  const and = andWord(scan, last + 1);
  if (!and || and.value >= 100 || and.value < 1) return { last, value };
  const rest = belowThousand(scan, and.last, and.value);
  return { last: rest.last, value: value + rest.value };
}

/** A number word with the و that joins it: written onto it, or a word before it. */
function andWord(scan: Scan, i: number): Small | null {
  const alone = foldedAt(scan, i) === 'و';
  const word = scan.word('number-word', alone ? i + 1 : i);
  if (!word || word.proclitics !== (alone ? '' : 'و')) return null;
  const { value, kind } = valueOf(word.value);
  return kind === 'exact' ? { last: word.last, value } : null;
}

/** Joins further parts by و as long as they grow smaller: "14 ألفا و143", "مليون وثلاثمئة ألف", "ثلاثة ونصف". */
function joined(scan: Scan, first: Part): Part {
  let { last, number, decimal } = first;
  const { size } = first;
  let smallest = size;
  for (let parts = 0; parts < 5; parts++) {
    const half = scan.word('number-word', foldedAt(scan, last + 1) === 'و' ? last + 2 : last + 1);
    const joint = half && half.first === last + 2 ? '' : 'و';
    if (half && half.proclitics === joint && valueOf(half.value).kind === 'fraction') {
      const fraction = valueOf(half.value).value * smallest;
      const outer = smallest === 1 ? sizesFrom(scan, half.last + 1) : null;
      // "مليار ونصف المليار"
      const again = smallest === 1 ? null : sizeAt(scan, half.last + 1);
      last = outer?.last ?? (again?.size === smallest ? again.last : half.last);
      number = (number + fraction) * (outer?.size ?? 1);
      decimal = (decimal + fraction) * (outer?.size ?? 1);
      return { last, number, decimal, size: outer?.size ?? size };
    }
    if (smallest === 1) break;
    const alone = foldedAt(scan, last + 1) === 'و';
    const next = alone
      ? (digitPart(scan, last + 2) ?? wordPart(scan, last + 2, false))
      : wordPart(scan, last + 1, true);
    if (!next || next.size >= smallest || next.number >= smallest) break;
    last = next.last;
    number += next.number;
    decimal += next.decimal;
    smallest = next.size;
  }
  return { last, number, decimal, size };
}

/** "ثلاثة فاصلة خمسة", "3 فاصلة 5 ملايين": decimals that are told in words. */
function withDecimals(scan: Scan, whole: Part): Part {
  if (whole.size !== 1 || foldedAt(scan, whole.last + 1) !== 'فاصله') return whole;
  const part = digitPart(scan, whole.last + 2) ?? wordPart(scan, whole.last + 2, false);
  if (!part || !Number.isInteger(part.number) || !Number.isInteger(whole.number)) return whole;
  const plain = part.size === 1 ? part.number : part.number / part.size;
  const number = Number(`${whole.number}.${plain}`) * part.size;
  return Number.isNaN(number) ? whole : { last: part.last, number, decimal: number, size: part.size };
}

/** The end of a vague count: "عشرات مليارات", "مئات الآلاف", "عشرات ومئات المليارات". */
function vagueEnd(scan: Scan, last: number): number {
  let at = last;
  for (let k = 0; k < 4; k++) {
    const next = scan.word('number-word', at + 1);
    if (!next || (next.proclitics !== '' && next.proclitics !== 'و')) break;
    const { kind, value } = valueOf(next.value);
    if (kind !== 'vague' && kind !== 'plural' && !(value >= 1000 && next.proclitics === '')) break;
    at = next.last;
  }
  return at;
}

function vagueSize(scan: Scan, first: number, last: number): number {
  let size = 1;
  for (let k = first; k <= last; k++) {
    const word = scan.word('number-word', k);
    if (word) size = Math.max(size, valueOf(word.value).value);
  }
  return size;
}

/** The upper number of a range with a dash, "15-35", "8 - 12"; null if `number` begins none. */
export function rangeEnd(scan: Scan, number: NumberPhrase): NumberPhrase | null {
  if (number.written !== 'digits' || !isDash(scan, number.last + 1)) return null;
  const until = numberPhraseAt(scan, number.last + 2);
  return until && until.written === 'digits' && !until.definite && until.number > number.number
    ? until
    : null;
}
