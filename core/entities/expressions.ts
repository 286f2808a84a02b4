import type { EntityCandidate, Recogniser } from './candidate.ts';
import { dateAt } from './dates/dates.ts';
import { timeAt } from './dates/times.ts';
import { cardinalAt } from './numbers/cardinal.ts';
import { resolveCurrencies } from './numbers/currency-country.ts';
import { moneyAt } from './numbers/money.ts';
import { ordinalAt } from './numbers/ordinal.ts';
import { percentAt } from './numbers/percent.ts';
import { quantityAt } from './numbers/quantity.ts';
import { shareUnits } from './numbers/shared-units.ts';
import type { Reader, Reading } from './reading.ts';
import { NUMBER_START, scanLine, Start } from './scan.ts';
import { handleAt, hashtagAt, urlAt } from './urls.ts';

/**
 * Every reader of expressions with numbers, dates and addresses, in the order that decides between equally long
 * readings, with what its expressions begin with (bits of Start).
 */
const READERS: readonly { readonly name: string; readonly on: number; readonly read: Reader }[] = [
  { name: 'rule/url', on: Start.Digits | Start.Latin, read: urlAt },
  { name: 'rule/handle', on: Start.Mark, read: handleAt },
  { name: 'rule/hashtag', on: Start.Mark, read: hashtagAt },
  { name: 'rule/percent', on: NUMBER_START | Start.Mark | Start.Other, read: percentAt },
  { name: 'rule/money', on: NUMBER_START | Start.Mark | Start.Currency, read: moneyAt },
  {
    name: 'rule/time',
    on: NUMBER_START | Start.Mark | Start.Ordinal | Start.TimeUnit | Start.TimeWord | Start.Weekday,
    read: timeAt,
  },
  { name: 'rule/date', on: ~(Start.Currency | Start.Deictic | Start.Latin | Start.Unit), read: dateAt },
  { name: 'rule/quantity', on: NUMBER_START | Start.Mark | Start.Unit, read: quantityAt },
  { name: 'rule/ordinal', on: NUMBER_START | Start.Ordinal, read: ordinalAt },
  { name: 'rule/cardinal', on: NUMBER_START, read: cardinalAt },
];

const NONE: readonly EntityCandidate[] = [];

/**
 * One pass over a line that decides at each token between date, amount, measure and mere count: the longest reading
 * wins, and the pass goes on behind it, so that no two candidates overlap.
 */
export const expressions: Recogniser = {
  name: 'rule/expression',
  find(line) {
    const scan = scanLine(line);
    const { starts } = scan;
    const found: Reading[] = [];
    const sources: string[] = [];
    for (let i = 0; i < starts.length; i++) {
      const start = starts[i] as number;
      if (start === 0) continue;
      let best: Reading | null = null;
      let source = '';
      for (let r = 0; r < READERS.length; r++) {
        const reader = READERS[r] as (typeof READERS)[number];
        if ((reader.on & start) === 0) continue;
        const candidate = reader.read(scan, i);
        if (!candidate || (best && candidate.last <= best.last)) continue;
        best = candidate;
        source = reader.name;
      }
      if (!best) continue;
      found.push(best);
      sources.push(source);
      i = best.last;
    }
    if (found.length === 0) return NONE;
    return resolveCurrencies(line, scan, shareUnits(scan, found)).map(
      ({ start, end, label, value, confidence }, k): EntityCandidate => ({
        start,
        end,
        label,
        value,
        confidence,
        source: sources[k] as string,
      }),
    );
  },
};
