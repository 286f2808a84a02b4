import { foldedAt } from '../scan.ts';
import type { ListedWord, Reach, Scan } from '../scan.ts';
import { reachTo, reading } from '../reading.ts';
import type { Reader, Reading } from '../reading.ts';
import { wordSet } from '../word-set.ts';
import { measureNumberAt, numberPhraseAt, rangeEnd } from './number-phrase.ts';

/** Signs of money before or behind digits (CLDR, currency symbols). */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['¥', 'JPY'],
  ['₺', 'TRY'],
  ['₽', 'RUB'],
  ['₪', 'ILS'],
  ['₹', 'INR'],
  ['₩', 'KRW'],
  ['₴', 'UAH'],
]);

const LATIN_SIZES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['million', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['billion', 1e9],
  ['tn', 1e12],
  ['trillion', 1e12],
]);

const AGAINST = wordSet('مقابل أمام');
const ONE = wordSet('واحد الواحد واحدة الواحدة');

/** Letters that the name of money has at least where no number stands before it. */
const SHORTEST_ALONE = 4;

const money = (reach: Reach, amount: number, currency: string, confidence: number): Reading =>
  reading(reach, 'MONEY', moneyValue(amount, currency), confidence);

/** The value from the second column of lexicon/currency.tsv: a code, and for small money its share of the large. */
function moneyValue(amount: number, cell: string): Reading['value'] {
  const [currency = '', share = '1'] = cell.split(' ');
  if (Number.isNaN(amount)) return null;
  return {
    type: 'money',
    amount: share === '1' ? amount : Math.round(amount * Number(share) * 1e6) / 1e6,
    currency,
  };
}

/**
 * Amounts of money: "10.500 ملايين يورو", "مليارات الدولارات", "$5m", "دولارين", "الدولار الواحد", and exchange rates
 * ("18.45 للدولار", "14.95 مقابل الدولار"). "10.500" reads as ten and a half, as prices do.
 */
export const moneyAt: Reader = (scan, i) => signedAt(scan, i) ?? namedAt(scan, i) ?? singleAt(scan, i);

function signedAt(scan: Scan, i: number): Reading | null {
  const token = scan.tokens[i];
  const code = token && SIGNS.get(token.text);
  if (!token || code === undefined) return null;
  const number = numberPhraseAt(scan, i + 1);
  if (!number || number.written !== 'digits') return null;
  const suffix = scan.tokens[number.last + 1];
  const size = suffix && LATIN_SIZES.get(suffix.folded);
  if (size !== undefined)
    return money(reachTo(scan, i, token.start, number.last + 1), number.decimal * size, code, 0.97);
  return money(reachTo(scan, i, token.start, number.last), number.number, code, 0.97);
}

function namedAt(scan: Scan, i: number): Reading | null {
  const number = measureNumberAt(scan, i);
  if (!number || number.kind === 'times') return null;
  const range = rangeEnd(scan, number);
  const after = (range ?? number).last + 1;
  if (range) {
    const currency = scan.bare('currency', after);
    return currency ? reading(reachTo(scan, i, number.start, currency.last), 'MONEY', null, 0.9) : null;
  }
  const sign = SIGNS.get(foldedAt(scan, after));
  if (sign !== undefined && number.written === 'digits')
    return money(reachTo(scan, i, number.start, after), number.decimal, sign, 0.97);
  const currency = currencyBehind(scan, after);
  if (currency) {
    const plain = number.number >= 1000 && number.number % 50 === 0 ? number.number : number.decimal;
    return withCents(scan, money(reachTo(scan, i, number.start, currency.last), plain, currency.value, 0.97));
  }
  if (number.written === 'digits' && !number.definite && scan.tokens[i]?.text !== '(' && isRate(scan, after))
    return money(reachTo(scan, i, number.start, number.last), number.decimal, 'XXX', 0.8);
  return null;
}

/** Joins the small money: "20 دولارا و43 سنتا". */
function withCents(scan: Scan, large: Reading): Reading {
  const alone = foldedAt(scan, large.last + 1) === 'و';
  const cents = numberPhraseAt(scan, large.last + (alone ? 2 : 1));
  const name = cents && scan.bare('currency', cents.last + 1);
  const value = large.value;
  if (!name?.value.includes(' ') || !cents || cents.proclitics !== (alone ? '' : 'و')) return large;
  if (!value || typeof value === 'function' || value.type !== 'money') return large;
  const small = moneyValue(cents.number, name.value);
  if (!small || typeof small === 'function' || small.type !== 'money' || small.currency !== value.currency)
    return large;
  return money(
    reachTo(scan, large.first, large.start, name.last),
    value.amount + small.amount,
    value.currency,
    0.97,
  );
}

/** The name of money behind a number: at once, or after "من" ("المليارات من الدولارات"). */
function currencyBehind(scan: Scan, i: number): ListedWord | null {
  const word = scan.bare('currency', foldedAt(scan, i) === 'من' ? i + 1 : i);
  const token = word && scan.tokens[word.first];
  // A code is written in capitals: "3 top" is no money of Tonga.
  return token?.kind === 'latin' && token.text.length === 3 && /[a-z]/.test(token.text) ? null : word;
}

/** Whether "للدولار" or "مقابل الدولار" stands here: the number before it is a rate. */
function isRate(scan: Scan, i: number): boolean {
  const word = scan.word('currency', i);
  if (word && word.proclitics === 'ل' && word.definite) return true;
  return AGAINST.has(foldedAt(scan, i)) && scan.bare('currency', i + 1)?.definite === true;
}

/** Money without a number: the dual ("دولارين"), or one of it ("الدولار الواحد"). */
function singleAt(scan: Scan, i: number): Reading | null {
  const word = scan.word('currency', i);
  if (!word) return null;
  const head = foldedAt(scan, i).slice(word.proclitics.length);
  // "بين" is no yen.
  if (head.length < SHORTEST_ALONE && word.last === i) return null;
  if (ONE.has(foldedAt(scan, word.last + 1)))
    return money(reachTo(scan, i, word.start, word.last + 1), 1, word.value, 0.85);
  return head.endsWith('ين') ? money(word, 2, word.value, 0.85) : null;
}
