import { reachTo, reading } from '../reading.ts';
import type { Reader, Reading } from '../reading.ts';
import { foldedAt, Start } from '../scan.ts';
import type { Scan } from '../scan.ts';
import { wordSet } from '../word-set.ts';
import { numberPhraseAt } from '../numbers/number-phrase.ts';
import { digitTimeAt } from './clock.ts';
import { deicticAt, timeUnitAt, timeWordAt } from './date-expression.ts';
import type { TimeUnit } from './date-expression.ts';
import { durationAt, DURATION_START } from './durations.ts';
import { hourAt, minuteOfMatchAt } from './hours.ts';
import { dateExpressionAt } from './dates.ts';
import { dayBehind, isEra, onPart, partOfDayAt } from './parts-of-day.ts';
import { isShort } from './relative-periods.ts';

/** Hours, minutes and seconds as a stretch of time: "24 ساعة", "ساعتين", "2.2 ثانية", "كل ساعة". */
function shortDurationAt(scan: Scan, i: number): Reading | null {
  const duration = durationAt(scan, i);
  if (!duration || !isShort(duration.unit)) return null;
  const value = duration.duration === null ? null : { type: 'duration' as const, iso: duration.duration };
  return reading(duration, 'TIME', value, duration.confidence);
}

/** "كل خمس دقائق", "كل 24 ساعة". */
function everyCountAt(scan: Scan, i: number): Reading | null {
  const every = timeWordAt(scan, i, 'every');
  const number = every && numberPhraseAt(scan, every.last + 1);
  const unit = number && timeUnitAt(scan, number.last + 1);
  if (!every || !unit || number.proclitics !== '' || unit.proclitics !== '' || unit.definite) return null;
  return isShort(unit.unit) ? reading(reachTo(scan, i, every.start, unit.last), 'TIME', null, 0.9) : null;
}

/** "الأربع والعشرين ساعة التالية" and "الساعات المقبلة", "الدقائق الأخيرة". */
function definiteHoursAt(scan: Scan, i: number): Reading | null {
  const unit = timeUnitAt(scan, i);
  if (!unit?.definite || !isShort(unit.unit)) return null;
  if (unit.form === 'one') return lastHourAt(scan, i, unit);
  const number = numberPhraseAt(scan, unit.last + 1);
  const counted =
    number && number.proclitics === '' && (number.definite || number.written === 'digits') ? number : null;
  const at = (counted ?? unit).last + 1;
  const early = firstHoursOf(scan, at);
  if (early >= 0) return reading(reachTo(scan, i, unit.start, early), 'TIME', null, 0.9);
  const few = foldedAt(scan, at) === 'القليله' ? at : -1;
  const deictic = deicticAt(scan, few < 0 ? at : few + 1);
  const last = deictic?.last ?? (few >= 0 ? few : counted?.last);
  return last === undefined ? null : reading(reachTo(scan, i, unit.start, last), 'TIME', null, 0.9);
}

/** "الساعة الماضية", "الدقيقة الأخيرة"; "الثانية" is rather an ordinal. */
function lastHourAt(scan: Scan, i: number, unit: TimeUnit): Reading | null {
  const deictic = unit.unit === 'PT1S' ? null : deicticAt(scan, unit.last + 1);
  return deictic && reading(reachTo(scan, i, unit.start, deictic.last), 'TIME', null, 0.85);
}

/** How many tokens of a day may stand before the adverb: "الثلاثاء 5 مارس 2019 مساء". */
const LONGEST_DAY = 7;

/** "يوم الجمعة مساء", "أمس ليلا": a day with the part of it behind. */
function dayThenPartAt(scan: Scan, i: number): Reading | null {
  let ahead = false;
  for (let k = i + 1; k <= i + LONGEST_DAY && !ahead; k++)
    ahead = ((scan.starts[k] ?? 0) & Start.PartOfDay) !== 0;
  const day = ahead ? dateExpressionAt(scan, i) : null;
  const hours = day?.kind === 'day' ? HOURS.get(foldedAt(scan, day.last + 1)) : undefined;
  if (!day || hours === undefined || scan.tokens[day.last + 2]?.folded.startsWith('ال')) return null;
  return reading(reachTo(scan, i, day.start, day.last + 1), 'TIME', onPart(day, hours, 0), 0.9);
}

/** The hours of the adverbs, as lexicon/time-word.tsv has those of the nouns. */
const HOURS: ReadonlyMap<string, string> = new Map([
  ['صباحا', '06-12'],
  ['مساء', '18-24'],
  ['مساءا', '18-24'],
  ['ليلا', '20-28'],
  ['فجرا', '03-06'],
  ['ظهرا', '12-14'],
  ['عصرا', '15-18'],
]);

const WHICH_HOURS = wordSet('الأولى الأخيرة المبكرة المتأخرة');

/** "الأولى من صباح السبت", "المتأخرة من ليل أمس" behind "الساعات": the last token; -1 if it does not stand here. */
function firstHoursOf(scan: Scan, i: number): number {
  if (!WHICH_HOURS.has(foldedAt(scan, i)) || foldedAt(scan, i + 1) !== 'من') return -1;
  const part = partOfDayAt(scan, i + 2);
  const day = dayBehind(scan, i + 2);
  const start = scan.tokens[i + 2]?.start;
  return Math.max(part && part.start === start ? part.last : -1, day?.last ?? -1);
}

/** "ساعات الصباح الأولى", "ساعات الفجر": hours of a part of the day, with what part of it and which day. */
function hoursOfPartAt(scan: Scan, i: number): Reading | null {
  const unit = timeUnitAt(scan, i);
  if (unit?.form !== 'few' || unit.definite || unit.unit !== 'PT1H') return null;
  const part = timeWordAt(scan, unit.last + 1, 'part');
  if (!part || part.proclitics !== '' || !part.definite || isEra(scan, part.last)) return null;
  if (!WHICH_HOURS.has(foldedAt(scan, part.last + 1))) return null;
  const of = foldedAt(scan, part.last + 2) === 'من' ? part.last + 3 : part.last + 2;
  const day = dayBehind(scan, of);
  return reading(reachTo(scan, i, unit.start, day?.last ?? part.last + 1), 'TIME', null, 0.85);
}

/** The readers of times, with what their expressions begin with (bits of Start). */
const READERS: readonly { readonly on: number; readonly read: Reader }[] = [
  { on: Start.Digits, read: digitTimeAt },
  { on: Start.Clock | Start.Ordinal, read: hourAt },
  { on: Start.PartOfDay | Start.This | Start.Every, read: partOfDayAt },
  { on: Start.Weekday | Start.Day | Start.TimeUnit, read: dayThenPartAt },
  { on: DURATION_START, read: shortDurationAt },
  { on: Start.TimeUnit, read: definiteHoursAt },
  { on: Start.TimeUnit, read: hoursOfPartAt },
  { on: Start.Every, read: everyCountAt },
  { on: Start.TimeUnit, read: minuteOfMatchAt },
];

/** Shorter than a day: clock times, parts of the day, hours, minutes. */
export const timeAt: Reader = (scan, i) => {
  const start = scan.starts[i] ?? 0;
  let best: Reading | null = null;
  for (let r = 0; r < READERS.length; r++) {
    const reader = READERS[r] as (typeof READERS)[number];
    if ((reader.on & start) === 0) continue;
    const found = reader.read(scan, i);
    if (found && (!best || found.last > best.last)) best = found;
  }
  return best;
};
