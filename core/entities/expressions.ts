import type { EntityCandidate, Recogniser } from './candidate.ts';
import { dateAt } from './dates/dates.ts';
import { timeAt } from './dates/times.ts';
import { cardinalAt } from './numbers/cardinal.ts';
import { moneyAt } from './numbers/money.ts';
import { isArticle } from './numbers/number-phrase.ts';
import { ordinalAt } from './numbers/ordinal.ts';
import { percentAt } from './numbers/percent.ts';
import { quantityAt } from './numbers/quantity.ts';
import { shareUnits } from './numbers/shared-units.ts';
import type { Reader, Reading } from './reading.ts';
import { scanLine } from './scan.ts';
import type { Scan } from './scan.ts';
import { wordSet } from './word-set.ts';
import { urlAt } from './urls.ts';

/** Every reader of expressions with numbers, dates and addresses, in the order that decides between equally long readings. */
const READERS: readonly (readonly [name: string, read: Reader])[] = [
  ['url', urlAt],
  ['percent', percentAt],
  ['money', moneyAt],
  ['time', timeAt],
  ['date', dateAt],
  ['quantity', quantityAt],
  ['ordinal', ordinalAt],
  ['cardinal', cardinalAt],
];

/** Words in no list with which an expression may begin nevertheless. */
const OPENERS = wordSet('نقطة الفترة نفس العشر');

/** Marks with which one may begin: of percent and of money, of an address, of a number in brackets. */
const OPENING_MARKS = new Set('%٪﹪％$€£¥₺₽₪₹₩₴#@('.split(''));

/** Whether an expression may begin at token `i`: saves asking every reader at every word. */
function mayBegin(scan: Scan, i: number): boolean {
  const token = scan.tokens[i];
  if (token?.kind === 'mark') return OPENING_MARKS.has(token.text);
  if (token?.kind !== 'word' || scan.isListed(i) || OPENERS.has(token.folded)) return true;
  const next = scan.tokens[i + 1];
  return next?.kind === 'number' && (!next.spaced || isArticle(scan, i));
}

/**
 * One pass over a line that decides at each token between date, amount, measure and mere count: the longest reading
 * wins, and the pass goes on behind it, so that no two candidates overlap.
 */
export const expressions: Recogniser = {
  name: 'rule/expression',
  find(line) {
    const scan = scanLine(line);
    const found: (Reading & { readonly source: string })[] = [];
    for (let i = 0; i < scan.tokens.length; i++) {
      if (!mayBegin(scan, i)) continue;
      let best: (Reading & { readonly source: string }) | null = null;
      for (const [name, read] of READERS) {
        const candidate = read(scan, i);
        if (candidate && (!best || candidate.last > best.last))
          best = { ...candidate, source: `rule/${name}` };
      }
      if (!best) continue;
      found.push(best);
      i = best.last;
    }
    return shareUnits(scan, found).map(
      ({ start, end, label, value, confidence, source }): EntityCandidate => ({
        start,
        end,
        label,
        value,
        confidence,
        source,
      }),
    );
  },
};
