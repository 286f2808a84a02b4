import { readLine } from '../lexicon/article.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { expressions } from './expressions.ts';

/** A line and what is expected of it: "LABEL text = value" for every candidate, in order; the value short. */
export type Table = readonly (readonly [text: string, ...expected: string[]])[];

/** "LABEL text = value" for every candidate in a line; without " = value" where there is none. */
export function readExpressions(text: string, lexicon: Lexicon, published: string | null): string[] {
  return expressions.find(readLine(text, lexicon)).map(({ start, end, label, value }) => {
    const found = typeof value === 'function' ? value(published) : value;
    const short = Object.entries(found ?? {})
      .filter(([key]) => key !== 'type')
      .map(([, part]) => String(part))
      .join(' ');
    return `${label} ${text.slice(start, end)}${short === '' ? '' : ` = ${short}`}`;
  });
}

const DAY = /^-?\d{4}(?:-(?:W[0-5]\d|[01]\d(?:-[0-3]\d)?))?$/;
const CLOCK = /^[0-2]\d:[0-5]\d(?::[0-5]\d)?$/;
const DURATION =
  /^P(?=.)(?:[\d.]+Y)?(?:[\d.]+M)?(?:[\d.]+W)?(?:[\d.]+D)?(?:T(?=.)(?:[\d.]+H)?(?:[\d.]+M)?(?:[\d.]+S)?)?$/;

/** Whether a value is written as ISO 8601 has its kind: dates, times, both with T between, intervals, durations. */
export function isIso8601({ type, iso }: { readonly type: string; readonly iso: string }): boolean {
  if (type === 'duration') return DURATION.test(iso);
  return iso.split('/').every((end) => {
    const [day = '', clock] = end.split('T');
    return clock === undefined ? DAY.test(day) || CLOCK.test(day) : DAY.test(day) && CLOCK.test(clock);
  });
}
