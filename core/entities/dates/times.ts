import { reachTo, reading } from '../reading.ts';
import type { Reader, Reading } from '../reading.ts';
import { foldedAt } from '../scan.ts';
import type { ListedWord, Scan } from '../scan.ts';
import { wordSet } from '../word-set.ts';
import { numberPhraseAt } from '../numbers/number-phrase.ts';
import { parseDigits } from '../numbers/numerals.ts';
import { isoDay, parseIsoDay } from './calendar.ts';
import { deicticAt, timeUnitAt, timeWordAt } from './date-expression.ts';
import type { DateExpression } from './date-expression.ts';
import { dateExpressionAt } from './dates.ts';
import { durationAt } from './durations.ts';
import { isShort } from './relative-periods.ts';

const ZONES = wordSet('gmt utc ast est edt pst cet');
const MORNING = wordSet('ص صباحا فجرا am');
const EVENING = wordSet('م مساء مساءا ظهرا عصرا ليلا pm');

const two = (value: number): string => String(value).padStart(2, '0');

/** A time on the clock in 24 hours, "14:05" or "14:05:30" (ISO 8601); the half of the day as told. */
function clock(hour: number, minute: number, second: number | null, half: 'am' | 'pm' | null): string {
  const h = half === 'pm' && hour < 12 ? hour + 12 : half === 'am' && hour === 12 ? 0 : hour;
  return `${two(h)}:${two(minute)}${second === null ? '' : `:${two(second)}`}`;
}

function halfAt(scan: Scan, i: number): 'am' | 'pm' | null {
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
function clockAt(scan: Scan, i: number, dotted: boolean): ClockTime | null {
  const token = scan.tokens[i];
  if (token?.kind !== 'number') return null;
  if (dotted && /^[0-9]{1,2}\.[0-9]{2}$/.test(token.folded)) {
    const [hour = NaN, minute = NaN] = token.folded.split('.').map(Number);
    return hour <= 24 && minute < 60 ? { last: i, hour, minute, second: null } : null;
  }
  if (dotted && /^[0-9]{4}$/.test(token.folded)) {
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
function zoneEnd(scan: Scan, i: number): number {
  const word = foldedAt(scan, i);
  if (ZONES.has(word)) {
    const sign = foldedAt(scan, i + 1);
    return (sign === '+' || sign === '-') &&
      scan.tokens[i + 2]?.kind === 'number' &&
      !scan.tokens[i + 1]?.spaced
      ? offsetEnd(scan, i + 2)
      : i;
  }
  if (
    (word === '+' || word === '-') &&
    /^[0-9]{4}$/.test(foldedAt(scan, i + 1)) &&
    !scan.tokens[i + 1]?.spaced
  )
    return i + 1;
  if (word === 'ت' && ['م', 'غ'].includes(foldedAt(scan, i + 1))) return i + 1;
  if (word === '(' && ZONES.has(foldedAt(scan, i + 1))) {
    const last = zoneEnd(scan, i + 1);
    if (foldedAt(scan, last + 1) === ')') return last + 1;
  }
  return -1;
}

const offsetEnd = (scan: Scan, i: number): number =>
  foldedAt(scan, i + 1) === ':' && scan.tokens[i + 2]?.kind === 'number' ? i + 2 : i;

/** Times in digits: "12:19 م", "23:45:36 GMT", "14:00 (GMT+0400)", "0901 (GMT+04:00)", "8 مساء". */
function digitTimeAt(scan: Scan, i: number): Reading | null {
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
  if (/^[0-9]{4}$/.test(token.folded) && foldedAt(scan, i + 1) === '(') {
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

/** A minute of a match: "الدقيقة 45", "الدقيقة الـ89", "الدقيقة الثالثة". */
function minuteOfMatchAt(scan: Scan, i: number): Reading | null {
  const unit = timeUnitAt(scan, i);
  if (!unit?.definite || unit.form !== 'one' || unit.unit !== 'PT1M') return null;
  const number = numberPhraseAt(scan, unit.last + 1);
  const ordinal = scan.bare('ordinal', unit.last + 1);
  const last = number && number.proclitics === '' ? number.last : ordinal?.definite ? ordinal.last : null;
  return last === null ? null : reading(reachTo(scan, i, unit.start, last), 'TIME', null, 0.8);
}

/** What "والنصف", "وربع", "و30 دقيقة" add to an hour, in minutes. */
function minutesBehind(scan: Scan, i: number): { readonly last: number; readonly minutes: number } | null {
  if (foldedAt(scan, i) === 'الا') {
    const less = scan.bare('number-word', i + 1);
    const [above = '', below = '1'] = (less?.value.split(' ')[0] ?? '').split('/');
    return less?.value.endsWith('fraction')
      ? { last: less.last, minutes: -Math.round((60 * Number(above)) / Number(below)) }
      : null;
  }
  const part = scan.word('number-word', i);
  if (part && part.proclitics === 'و' && part.value.endsWith('fraction')) {
    const [above = '', below = '1'] = (part.value.split(' ')[0] ?? '').split('/');
    return { last: part.last, minutes: Math.round((60 * Number(above)) / Number(below)) };
  }
  const alone = foldedAt(scan, i) === 'و';
  const number = numberPhraseAt(scan, alone ? i + 1 : i);
  if (!number || (!alone && number.proclitics !== 'و') || !(number.number < 60)) return null;
  const unit = timeUnitAt(scan, number.last + 1);
  return unit?.unit === 'PT1M' ? { last: unit.last, minutes: number.number } : null;
}

/** "الساعة الثالثة صباح الجمعة", "الساعة 20.45", "الساعة 11:30", "الساعة العاشرة والنصف مساءً", "التاسعة صباحا". */
function hourAt(scan: Scan, i: number): Reading | null {
  const noun = timeWordAt(scan, i, 'clock');
  const at = noun ? noun.last + 1 : i;
  const digits = noun ? clockAt(scan, at, true) : null;
  const ordinal = digits ? null : noun ? scan.bare('ordinal', at) : scan.word('ordinal', at);
  const plain = digits || ordinal ? NaN : parseDigits(foldedAt(scan, at));
  const number = noun && scan.tokens[at]?.kind !== 'number' && !ordinal ? scan.bare('number-word', at) : null;
  const hour = digits?.hour ?? (ordinal ? Number(ordinal.value) : number ? Number(number.value) : plain);
  let last = digits?.last ?? ordinal?.last ?? number?.last ?? at;
  if (!noun && !ordinal) return null;
  if (!(hour >= 0 && hour <= 24)) return null;
  const further = digits ? null : minutesBehind(scan, last + 1);
  if (further) last = further.last;
  let half = halfAt(scan, last + 1);
  const of = noun && foldedAt(scan, last + 1) === 'من' ? last + 2 : last + 1;
  const part = timeWordAt(scan, of, 'part');
  const start = noun?.start ?? ordinal?.start ?? 0;
  const day = part && part.proclitics === '' ? dayBehind(scan, part.last + 1) : null;
  const wholePart =
    part && part.proclitics === '' && isDefinite(scan, part) && !isEra(scan, part.last) ? part : null;
  if (part && (day ?? wholePart)) {
    const from = Number(part.detail.slice(0, 2));
    half = from >= 12 && from < 24 ? 'pm' : 'am';
    last = day?.last ?? part.last;
  } else if (half) last++;
  else if (!noun && !(further && ordinal?.definite)) return null;
  const zone = zoneEnd(scan, last + 1);
  if (zone >= 0) last = zone;
  const before = (further?.minutes ?? 0) < 0;
  const minute = digits?.minute ?? (before ? 60 + (further?.minutes ?? 0) : (further?.minutes ?? 0));
  const time = clock(before ? (hour + 23) % 24 : hour, minute, null, hour <= 12 ? half : null);
  return reading(
    reachTo(scan, i, start, last),
    'TIME',
    (published) => {
      const date = day && onDay(day, published);
      return { type: 'time', iso: date === null ? time : `${date}T${time}` };
    },
    noun ? 0.95 : 0.9,
  );
}

/** The day behind a part of the day: "الأحد", "أمس", "اليوم الثلاثاء", "8 كانون الأول 2024", "كل يوم". */
function dayBehind(scan: Scan, i: number): DateExpression | null {
  const day = dateExpressionAt(scan, i);
  if (!day || day.start !== scan.tokens[i]?.start) return null;
  const every = timeWordAt(scan, i, 'every') !== null;
  return day.kind === 'day' || every ? day : null;
}

function onDay(day: DateExpression, published: string | null): string | null {
  const period = day.resolve(published === null ? null : parseIsoDay(published));
  return period && period.from === period.to ? period.iso : null;
}

/** "هذا العصر", "العصر الحالي" is an age, not an afternoon. */
const isEra = (scan: Scan, i: number): boolean => foldedAt(scan, i).endsWith('العصر');

/** "منتصف الليل" is as definite as "الليل". */
const isDefinite = (scan: Scan, part: ListedWord): boolean =>
  part.definite || (part.last > part.first && foldedAt(scan, part.last).startsWith('ال'));

const DEFINITE_PARTS = wordSet('الصباح المساء الفجر الليل الظهيرة');

/** "بعد ظهر الأحد", "فجر 8 كانون الأول 2024", "ليل الاثنين الثلاثاء", "صباح الغد", "الليلة الماضية", "هذا الصباح". */
function partOfDayAt(scan: Scan, i: number): Reading | null {
  const pointer = timeWordAt(scan, i, 'this');
  const part = timeWordAt(scan, pointer ? pointer.last + 1 : i, 'part');
  if (!part) return nightAt(scan, i);
  if (isEra(scan, part.last) && (pointer || deicticAt(scan, part.last + 1))) return null;
  if (pointer) {
    if (!part.definite) return null;
    return reading(reachTo(scan, i, pointer.start, part.last), 'TIME', onPart(null, part.detail, 0), 0.95);
  }
  const day = dayBehind(scan, part.last + 1);
  if (day) {
    let last = day.last;
    const at = foldedAt(scan, last + 1) === '-' ? last + 2 : last + 1;
    const second = scan.bare('weekday', at);
    if (second && /ليل/.test(foldedAt(scan, part.last))) last = second.last;
    return reading(reachTo(scan, i, part.start, last), 'TIME', onPart(day, part.detail, 0), 0.97);
  }
  const deictic = part.definite ? deicticAt(scan, part.last + 1) : null;
  if (deictic)
    return reading(
      reachTo(scan, i, part.start, deictic.last),
      'TIME',
      onPart(null, part.detail, deictic.offset),
      0.9,
    );
  if (!isDefinite(scan, part)) return adverbAt(scan, i);
  const word = foldedAt(scan, part.last).slice(part.first === part.last ? part.proclitics.length : 0);
  return DEFINITE_PARTS.has(word) || part.last > part.first ? reading(part, 'TIME', null, 0.65) : null;
}

/** "الليلة الماضية", "تلك الليلة", "الليلة". */
function nightAt(scan: Scan, i: number): Reading | null {
  const pointer = timeWordAt(scan, i, 'this');
  const night = timeWordAt(scan, pointer ? pointer.last + 1 : i, 'tonight');
  if (!night) return adverbAt(scan, i);
  const deictic = deicticAt(scan, night.last + 1);
  return reading(
    reachTo(scan, i, pointer?.start ?? night.start, deictic?.last ?? night.last),
    'TIME',
    onPart(null, '20-28', deictic?.offset ?? 0),
    0.85,
  );
}

/** "صباحا", "ليلا", "مساءً" by themselves. */
function adverbAt(scan: Scan, i: number): Reading | null {
  const adverb = timeWordAt(scan, i, 'adverb');
  const shift = timeWordAt(scan, i, 'shift');
  if (shift) return reading(shift, 'TIME', null, 0.85);
  if (adverb && adverb.proclitics === '') return reading(adverb, 'TIME', null, 0.75);
  const token = scan.tokens[i];
  // "مساء" by itself is the adverb where it is written so, or where no noun follows ("مساء الخير").
  return token && token.folded === 'مساء' && /[\u064b]/.test(token.text)
    ? reading(reachTo(scan, i, token.start, i), 'TIME', null, 0.75)
    : null;
}

/** A part of a day as an ISO 8601 interval of hours; hours from 24 on lie on the next day. */
const onPart =
  (day: DateExpression | null, hours: string, offset: number) =>
  (published: string | null): { readonly type: 'time'; readonly iso: string } | null => {
    const now = published === null ? null : parseIsoDay(published);
    const iso = day ? onDay(day, published) : now === null ? null : isoDay(now + offset);
    const base = iso === null ? null : parseIsoDay(iso);
    if (base === null) return null;
    const [from = 0, to = 0] = hours.split('-').map(Number);
    const at = (hour: number): string => `${isoDay(base + Math.floor(hour / 24))}T${two(hour % 24)}:00`;
    return { type: 'time', iso: from === to ? at(from) : `${at(from)}/${at(to)}` };
  };

/** Hours, minutes and seconds as a stretch of time: "24 ساعة", "ساعتين", "2.2 ثانية", "كل ساعة". */
function shortDurationAt(scan: Scan, i: number): Reading | null {
  const duration = durationAt(scan, i);
  if (!duration || !isShort(duration.unit)) return null;
  const value = duration.duration === null ? null : { type: 'duration' as const, iso: duration.duration };
  return reading(duration, 'TIME', value, duration.confidence);
}

/** "الأربع والعشرين ساعة التالية" and "الساعات المقبلة", "الدقائق الأخيرة". */
function definiteHoursAt(scan: Scan, i: number): Reading | null {
  const unit = timeUnitAt(scan, i);
  if (!unit?.definite || !isShort(unit.unit) || unit.form === 'one') return null;
  const number = numberPhraseAt(scan, unit.last + 1);
  const counted =
    number && number.definite && number.proclitics === '' && number.written === 'words' ? number : null;
  const at = (counted ?? unit).last + 1;
  const few = foldedAt(scan, at) === 'القليله' ? at : -1;
  const deictic = deicticAt(scan, few < 0 ? at : few + 1);
  const last = deictic?.last ?? (few >= 0 ? few : counted?.last);
  return last === undefined ? null : reading(reachTo(scan, i, unit.start, last), 'TIME', null, 0.9);
}

const READERS: readonly Reader[] = [
  digitTimeAt,
  hourAt,
  partOfDayAt,
  shortDurationAt,
  definiteHoursAt,
  minuteOfMatchAt,
];

/** Shorter than a day: clock times, parts of the day, hours, minutes. */
export const timeAt: Reader = (scan, i) => {
  let best: Reading | null = null;
  for (const read of READERS) {
    const found = read(scan, i);
    if (found && (!best || found.last > best.last)) best = found;
  }
  return best;
};
