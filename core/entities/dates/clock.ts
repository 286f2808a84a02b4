import { reachTo, reading } from '../reading.ts';
import type { Reading } from '../reading.ts';
import { foldedAt } from '../scan.ts';
import type { Scan } from '../scan.ts';
import { wordSet } from '../word-set.ts';
import { parseDigits } from '../numbers/numerals.ts';

const ZONES = wordSet('gmt utc ast est edt pst cet');
const MORNING = wordSet('ص صباحا فجرا am');
const EVENING = wordSet('م مساء مساءا ظهرا عصرا ليلا pm');

/** Two digits of an hour or a minute. */
export const two = (value: number): string => String(value).padStart(2, '0');

/** A time on the clock in 24 hours, "14:05" or "14:05:30" (ISO 8601); the half of the day as told. */
export function clock(hour: number, minute: number, second: number | null, half: 'am' | 'pm' | null): string {
  const h = half === 'pm' && hour < 12 ? hour + 12 : half === 'am' && hour === 12 ? 0 : hour;
  return `${two(h)}:${two(minute)}${second === null ? '' : `:${two(second)}`}`;
}

/** The half of the day that "صباحا", "م" and the like at token `i` tell; null for any other token. */
export function halfAt(scan: Scan, i: number): 'am' | 'pm' | null {
  const word = foldedAt(scan, i);
  return MORNING.has(word) ? 'am' : EVENING.has(word) ? 'pm' : null;
}

interface ClockTime {
  readonly last: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number | null;
}

/** "14:05", "23:45:36" at a token; "20.45" where `dotted`. */
export function clockAt(scan: Scan, i: number, dotted: boolean): ClockTime | null {
  const token = scan.tokens[i];
  if (token?.kind !== 'number') return null;
  if (dotted && /^\d{1,2}[.,]\d{2}$/.test(token.folded)) {
    const [hour = NaN, minute = NaN] = token.folded.split(/[.,]/).map(Number);
    return hour <= 24 && minute < 60 ? { last: i, hour, minute, second: null } : null;
  }
  if (dotted && /^\d{4}$/.test(token.folded)) {
    const hour = Number(token.folded.slice(0, 2));
    const minute = Number(token.folded.slice(2));
    return hour <= 24 && minute < 60 ? { last: i, hour, minute, second: null } : null;
  }
  const hour = parseDigits(token.folded);
  const minutes = scan.tokens[i + 2];
  if (!(hour <= 24) || foldedAt(scan, i + 1) !== ':' || minutes?.kind !== 'number') return null;
  if (minutes.folded.length !== 2 || minutes.spaced || scan.tokens[i + 1]?.spaced) return null;
  const minute = parseDigits(minutes.folded);
  if (!(minute < 60)) return null;
  const seconds = scan.tokens[i + 4];
  if (
    foldedAt(scan, i + 3) === ':' &&
    seconds?.kind === 'number' &&
    seconds.folded.length === 2 &&
    !seconds.spaced
  ) {
    const second = parseDigits(seconds.folded);
    if (second < 60) return { last: i + 4, hour, minute, second };
  }
  return { last: i + 2, hour, minute, second: null };
}

/** The end of a time zone behind a time: "GMT", "+0400", "(GMT+0400)", "ت م". */
export function zoneEnd(scan: Scan, i: number): number {
  const word = foldedAt(scan, i);
  if (ZONES.has(word)) {
    const sign = foldedAt(scan, i + 1);
    return (sign === '+' || sign === '-') &&
      scan.tokens[i + 2]?.kind === 'number' &&
      !scan.tokens[i + 1]?.spaced
      ? offsetEnd(scan, i + 2)
      : i;
  }
  if ((word === '+' || word === '-') && /^\d{4}$/.test(foldedAt(scan, i + 1)) && !scan.tokens[i + 1]?.spaced)
    return i + 1;
  if (word === 'تغ') return i;
  const initial = word !== 'ت' ? -1 : foldedAt(scan, i + 1) === '.' ? i + 2 : i + 1;
  if (initial >= 0 && ['م', 'غ'].includes(foldedAt(scan, initial))) return initial;
  if (word === '(' && ZONES.has(foldedAt(scan, i + 1))) {
    const last = zoneEnd(scan, i + 1);
    if (foldedAt(scan, last + 1) === ')') return last + 1;
  }
  return -1;
}

const offsetEnd = (scan: Scan, i: number): number =>
  foldedAt(scan, i + 1) === ':' && scan.tokens[i + 2]?.kind === 'number' ? i + 2 : i;

/** Behind "19.00" these say that it is a time. */
const LOCAL = wordSet('بتوقيت بالتوقيت توقيت');

/** Times in digits: "12:19 م", "23:45:36 GMT", "14:00 (GMT+0400)", "0901 (GMT+04:00)", "8 مساء". */
export function digitTimeAt(scan: Scan, i: number): Reading | null {
  const token = scan.tokens[i];
  if (token?.kind !== 'number') return null;
  const time = clockAt(scan, i, false);
  if (time) {
    const half = halfAt(scan, time.last + 1);
    const told = half ? time.last + 1 : time.last;
    const zone = zoneEnd(scan, told + 1);
    const iso = clock(time.hour, time.minute, time.second, half);
    return reading(
      reachTo(scan, i, token.start, zone < 0 ? told : zone),
      'TIME',
      { type: 'time', iso },
      0.95,
    );
  }
  if (/^\d{4}$/.test(token.folded) && foldedAt(scan, i + 1) === '(') {
    const zone = zoneEnd(scan, i + 1);
    const hour = Number(token.folded.slice(0, 2));
    const minute = Number(token.folded.slice(2));
    if (zone >= 0 && hour <= 24 && minute < 60)
      return reading(
        reachTo(scan, i, token.start, zone),
        'TIME',
        { type: 'time', iso: clock(hour, minute, null, null) },
        0.9,
      );
  }
  const told = foldedAt(scan, i + 1).length < 3 ? null : halfAt(scan, i + 1);
  // "1800 ت غ", "18,00 تغ"
  const zone = zoneEnd(scan, i + 1);
  const zoned = zone >= 0 && foldedAt(scan, i + 1).startsWith('ت') ? clockAt(scan, i, true) : null;
  if (zoned) {
    const value = { type: 'time' as const, iso: clock(zoned.hour, zoned.minute, null, null) };
    return reading(reachTo(scan, i, token.start, zone), 'TIME', value, 0.9);
  }
  const dotted = told || LOCAL.has(foldedAt(scan, i + 1)) ? clockAt(scan, i, true) : null;
  if (dotted && (!told || dotted.hour <= 12)) {
    const value = { type: 'time' as const, iso: clock(dotted.hour, dotted.minute, null, told) };
    return reading(reachTo(scan, i, token.start, told ? dotted.last + 1 : dotted.last), 'TIME', value, 0.9);
  }
  const hour = parseDigits(token.folded);
  const half = halfAt(scan, i + 1);
  if (!(hour >= 1 && hour <= 12) || !half || foldedAt(scan, i + 1).length < 3) return null;
  return reading(
    reachTo(scan, i, token.start, i + 1),
    'TIME',
    { type: 'time', iso: clock(hour, 0, null, half) },
    0.9,
  );
}
