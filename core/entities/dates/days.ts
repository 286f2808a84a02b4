import { foldedAt } from '../scan.ts';
import type { Reach, Scan } from '../scan.ts';
import { wordSet } from '../word-set.ts';
import { reachTo } from '../reading.ts';
import { fromDayNumber, isCalendarDay, weekdayOf } from './calendar.ts';
import { fromHijri } from './hijri.ts';
import { calendarDateAt, dayAt } from './calendar-date.ts';
import type { CalendarDate } from './calendar-date.ts';
import { deicticAt, expression, SAME, timeUnitAt, timeWordAt, unknown } from './date-expression.ts';
import type { DateExpression, DateReader } from './date-expression.ts';
import {
  dayPeriod,
  hijriMonthNear,
  hijriMonthPeriod,
  monthNear,
  monthPeriod,
  span,
  unitPeriod,
  weekdayNear,
} from './periods.ts';
import type { Period, Resolve } from './periods.ts';
import { looksAhead } from './tense.ts';
import { relativeYearAt } from './years.ts';

/** The period of a date that is written out, near the day of publication where it has no year. */
export const resolveCalendarDate =
  (date: CalendarDate, deixis: number | null): Resolve =>
  (published) => {
    const month = monthOf(date, deixis, published);
    if (!month || date.day === null) return month;
    const day = month.from + date.day - 1;
    if (day > month.to) return null;
    return date.lastDay === null
      ? dayPeriod(day)
      : span(day, Math.min(month.from + date.lastDay - 1, month.to));
  };

function monthOf(date: CalendarDate, deixis: number | null, published: number | null): Period | null {
  const { year, month } = date;
  if (month === null) return null;
  if (year !== null)
    return date.calendar === 'hijri' ? hijriMonthPeriod(year, month) : monthPeriod(year, month);
  if (published === null) return null;
  return date.calendar === 'hijri'
    ? hijriMonthNear(published, month, deixis)
    : monthNear(published, month, deixis, date.day);
}

/** How many years to either side a weekday is trusted to tell the year of a day and month. */
const YEARS_AROUND = 3;

/** A date with its weekday: where no year is written, the nearest one in which the day falls on that weekday. */
const resolveOnWeekday =
  (date: CalendarDate, weekday: number): Resolve =>
  (published) => {
    const near = resolveCalendarDate(date, null)(published);
    if (!near || date.year !== null || date.calendar === 'hijri' || weekdayOf(near.from) === weekday)
      return near;
    const { year } = fromDayNumber(near.from);
    for (let away = 1; away <= YEARS_AROUND; away++)
      for (const other of [year - away, year + away]) {
        const period = resolveCalendarDate({ ...date, year: other }, null)(published);
        if (period && weekdayOf(period.from) === weekday) return period;
      }
    return near;
  };

/** Whether a written-out date names a day that the calendar has. */
function exists({ calendar, year, month, day }: CalendarDate): boolean {
  if (year === null || month === null || day === null) return true;
  return calendar === 'gregorian'
    ? isCalendarDay({ year, month, day })
    : fromHijri(year, month, day) !== null;
}

const comma = (scan: Scan, i: number): boolean => foldedAt(scan, i) === '،' || foldedAt(scan, i) === ',';

/**
 * A date written out, with "الماضي" or a year told otherwise behind it: "7 أكتوبر/ تشرين الأول الماضي", "17 ديسمبر من
 * العام الحالي", "يناير 2017", "شهر مايو 2018", "يوم 25 يوليو المقبل".
 */
export const writtenDateAt: DateReader = (scan, i) => {
  const noun = timeUnitAt(scan, i);
  const behind =
    noun && noun.form === 'one' && !noun.definite && (noun.unit === 'P1D' || noun.unit === 'P1M')
      ? noun
      : null;
  const date = calendarDateAt(scan, behind ? behind.last + 1 : i);
  const dayNoun = behind?.unit === 'P1D' ? behind : null;
  if (!date) return dayOfMonthAt(scan, i, dayNoun) ?? (dayNoun && numberedDayAt(scan, i, dayNoun));
  if (!exists(date)) return null;
  if (behind && date.start !== scan.tokens[date.first]?.start) return null;
  const start = behind ? behind.start : date.start;
  const kind = date.day === null ? 'month' : 'day';
  if (date.year === null) {
    const deictic = deicticAt(scan, date.last + 1);
    if (deictic)
      return expression(
        reachTo(scan, i, start, deictic.last),
        kind,
        resolveCalendarDate(date, deictic.offset),
        0.97,
      );
    const year = relativeYearAt(scan, date.last + 1);
    if (year)
      return expression(
        reachTo(scan, i, start, year.last),
        kind,
        (published) => {
          const found = year.resolve(published);
          return (
            found && resolveCalendarDate({ ...date, year: Number(found.iso.slice(0, 4)) }, null)(published)
          );
        },
        0.95,
      );
  }
  return expression(reachTo(scan, i, start, date.last), kind, resolveCalendarDate(date, null), 0.97);
};

/** "يوم 27" of the month that the news are about, where no noun follows that the number could count. */
function numberedDayAt(scan: Scan, i: number, noun: Reach): DateExpression | null {
  const token = scan.tokens[noun.last + 1];
  const day = token?.kind === 'number' ? dayAt(scan, noun.last + 1) : null;
  const next = day && scan.tokens[day.last + 1];
  const deictic = day && deicticAt(scan, day.last + 1);
  if (!day || (next?.kind === 'word' && !deictic && !/^(?:و|في$|من$|حتي$|الي$|علي$)/.test(next.folded)))
    return null;
  if (next && (next.text === '/' || next.text === ':' || next.text === '%')) return null;
  const resolve: Resolve = (published) => {
    const month = published === null ? null : unitPeriod(published, 'P1M', deictic?.offset ?? 0);
    return month && month.from + day.day - 1 <= month.to ? dayPeriod(month.from + day.day - 1) : null;
  };
  return expression(reachTo(scan, i, noun.start, deictic?.last ?? day.last), 'day', resolve, 0.75);
}

/**
 * A day of a month that is told from now: "26 من الشهر الماضي", "الخامس من هذا الشهر", "يوم 31 من الشهر الجاري",
 * "التاسع من الشهر الفضيل", "الثامن والعشرين من كل شهر", "الأول من كل شهر هجري".
 */
function dayOfMonthAt(scan: Scan, i: number, noun: Reach | null): DateExpression | null {
  const first = dayAt(scan, noun ? noun.last + 1 : i);
  // "4 حتى 23 من هذا الشهر"
  const until = first && UNTIL.has(foldedAt(scan, first.last + 1)) ? dayAt(scan, first.last + 2) : null;
  const day = until ?? first;
  if (!first || !day || day.day < first.day || foldedAt(scan, day.last + 1) !== 'من') return null;
  const at = day.last + 2;
  const pointer = timeWordAt(scan, at, 'this') ?? timeWordAt(scan, at, 'every');
  const unit = timeUnitAt(scan, pointer ? pointer.last + 1 : at);
  if (unit?.unit !== 'P1M' || unit.form !== 'one' || unit.proclitics !== '') return null;
  const deictic = deicticAt(scan, unit.last + 1);
  const told =
    deictic ??
    (SAME.has(foldedAt(scan, unit.last + 1)) || isHolyMonth(scan, unit.last + 1)
      ? { last: unit.last + 1, offset: null }
      : null);
  if (!pointer && !told) return null;
  const offset = pointer?.value === 'this' ? 0 : (deictic?.offset ?? null);
  const resolve: Resolve = (published) => {
    const month = published === null || offset === null ? null : unitPeriod(published, 'P1M', offset);
    return month && month.from + day.day - 1 <= month.to
      ? span(month.from + first.day - 1, month.from + day.day - 1)
      : null;
  };
  const start = noun?.start ?? first.start;
  const last = told?.last ?? (ERAS.has(foldedAt(scan, unit.last + 1)) ? unit.last + 1 : unit.last);
  return expression(reachTo(scan, i, start, last), 'day', resolve, 0.95);
}

const UNTIL = wordSet('إلى حتى و - – —');

/** "كل شهر هجري" */
const ERAS = wordSet('هجري ميلادي قمري');

const HOLY = wordSet('المبارك الكريم الفضيل المعظم');

/** Whether the word that marks Ramadan as the holy month stands at token `i`: "الشهر الفضيل". */
export const isHolyMonth = (scan: Scan, i: number): boolean => HOLY.has(foldedAt(scan, i));

/**
 * A weekday, with "يوم" before it, "الماضي" or the date behind it: "الثلاثاء", "يوم الخميس", "الجمعة الماضي",
 * "الأربعاء، 07 أكتوبر 2020". Alone it is the last such day, the day of publication included, as reports look back;
 * behind a verb of the future it is the next one (tense.ts).
 */
export const weekdayAt: DateReader = (scan, i) => {
  const noun = timeUnitAt(scan, i);
  const isDayNoun =
    noun && noun.unit === 'P1D' && !noun.definite && (noun.form === 'one' || noun.form === 'construct');
  const word = isDayNoun ? scan.bare('weekday', noun.last + 1) : scan.word('weekday', i);
  if (!word) return null;
  const start = isDayNoun ? noun.start : word.start;
  const weekday = Number(word.value);
  const dated = dateBehind(scan, word.last + 1);
  if (dated)
    return expression(reachTo(scan, i, start, dated.last), 'day', resolveOnWeekday(dated, weekday), 0.98);
  if (scan.tokens[word.first]?.kind === 'latin') return null;
  const deictic = deicticAt(scan, word.last + 1);
  const offset = deictic?.offset ?? (looksAhead(scan, i) ? 1 : null);
  return expression(
    reachTo(scan, i, start, deictic?.last ?? word.last),
    'day',
    (published) => (published === null ? null : weekdayNear(published, weekday, offset)),
    0.9,
  );
};

/** A date with a day in it behind a weekday or "اليوم", a comma between or not. */
function dateBehind(scan: Scan, i: number): CalendarDate | null {
  const date = calendarDateAt(scan, comma(scan, i) ? i + 1 : i);
  return date && date.day !== null && exists(date) && date.start === scan.tokens[date.first]?.start
    ? date
    : null;
}

/**
 * Days counted from today, with weekday and date behind them: "أمس الجمعة", "غدٍ الخميس 4 أكتوبر", "بعد غد الأربعاء
 * المقبل"; and days told from the text, which have no value: "اليوم التالي", "ذلك اليوم", "اليوم الأول".
 */
export const relativeDayAt: DateReader = (scan, i) => {
  const word = timeWordAt(scan, i, 'day');
  if (!word || (foldedAt(scan, word.last).endsWith('يوم') && word.proclitics.includes('ب'))) return null;
  const offset = Number(word.detail);
  // "عين اليوم", "المصري اليوم" are newspapers.
  if (offset === 0 && PAPERS.has(foldedAt(scan, i - 1))) return null;
  // "قد غدا": has become.
  if (offset === 1 && BECAME.has(foldedAt(scan, i - 1))) return null;
  const next = word.last + 1;
  if (offset === 0) {
    if (IN_THE_DAY.has(foldedAt(scan, i - 1)) && word.proclitics === '' && !tellsWhichDay(scan, next))
      return null;
    if (foldedAt(scan, next) === 'الذي' || isQuotedAlone(scan, i, word.last)) return null;
    const told = deicticAt(scan, next);
    const ordinal = scan.bare('ordinal', next);
    const last =
      SAME.has(foldedAt(scan, next)) || WHICH_DAY.has(foldedAt(scan, next))
        ? next
        : (told?.last ?? (ordinal?.definite ? ordinal.last : -1));
    if (last >= 0) return expression(reachTo(scan, i, word.start, last), 'day', unknown, 0.85);
  }
  const weekday = scan.bare('weekday', next);
  const deictic = weekday && deicticAt(scan, weekday.last + 1);
  const date = dateBehind(scan, weekday ? weekday.last + 1 : next);
  if (date)
    return expression(
      reachTo(scan, i, word.start, date.last),
      'day',
      weekday ? resolveOnWeekday(date, Number(weekday.value)) : resolveCalendarDate(date, null),
      0.97,
    );
  const resolve: Resolve = (published) => (published === null ? null : dayPeriod(published + offset));
  return expression(
    reachTo(scan, i, word.start, deictic?.last ?? weekday?.last ?? word.last),
    'day',
    weekday ? agreeing(resolve, Number(weekday.value), offset) : resolve,
    weekday || offset !== 0 ? 0.95 : 0.8,
  );
};

const PAPERS = wordSet('عين المصري صحيفة جريدة لصحيفة لجريدة');
const BECAME = wordSet('قد وقد فقد لقد الذي التي');

/** Behind these "اليوم" is a day of 24 hours, not today. */
const IN_THE_DAY = wordSet('في على ساعات');
const WHICH_DAY = wordSet('الافتتاحي الختامي المقرر الموعود');

const tellsWhichDay = (scan: Scan, i: number): boolean =>
  SAME.has(foldedAt(scan, i)) ||
  WHICH_DAY.has(foldedAt(scan, i)) ||
  deicticAt(scan, i) !== null ||
  scan.bare('ordinal', i) !== null;

/** «اليوم» in quotation marks by itself is a newspaper. */
function isQuotedAlone(scan: Scan, first: number, last: number): boolean {
  const before = scan.tokens[first - 1]?.text ?? '';
  const after = scan.tokens[last + 1]?.text ?? '';
  return '«"“'.includes(before || ' ') && '»"”'.includes(after || ' ');
}

/** The weekday decides where it and the word for the day disagree: news are published after midnight. */
const agreeing =
  (resolve: Resolve, weekday: number, offset: number): Resolve =>
  (published) => {
    const period = resolve(published);
    if (!period || published === null || weekdayOf(period.from) === weekday) return period;
    return weekdayNear(published, weekday, offset > 0 ? 1 : null);
  };

/** Feasts and days with a name: "عيد الفطر المبارك", "أول أيام عيد الأضحى", with "الماضي", "المقبل" or a year. */
export const namedDayAt: DateReader = (scan, i) => {
  const ordinal = scan.word('ordinal', i);
  const days = ordinal && !ordinal.definite ? timeUnitAt(scan, ordinal.last + 1) : null;
  const counted = ordinal !== null && days?.unit === 'P1D' && days.form === 'few' && days.proclitics === '';
  const bareDays = timeUnitAt(scan, i);
  const plain = bareDays?.unit === 'P1D' && bareDays.form === 'few' && !bareDays.definite;
  const name =
    counted && ordinal
      ? scan.bare('named-day', days.last + 1)
      : plain
        ? scan.bare('named-day', bareDays.last + 1)
        : scan.word('named-day', i);
  if (!name) return null;
  const start = counted && ordinal ? ordinal.start : plain ? bareDays.start : name.start;
  const deictic = deicticAt(scan, name.last + 1);
  const year = deictic ? null : relativeYearAt(scan, name.last + 1);
  const add = counted && ordinal ? Number(ordinal.value) - 1 : 0;
  const resolve: Resolve = (published) => {
    const base =
      published === null || plain ? null : namedDay(name.value, published, deictic?.offset ?? null);
    return base && dayPeriod(base.from + add);
  };
  return expression(
    reachTo(scan, i, start, deictic?.last ?? year?.last ?? name.last),
    name.value === '' ? 'period' : 'day',
    year ? unknown : resolve,
    0.85,
  );
};

/** The day of a feast near a day, from "MM-DD" or "H-MM-DD"; null where the name does not tell. */
function namedDay(value: string, published: number, deixis: number | null): Period | null {
  if (value === '') return null;
  const hijri = value.startsWith('H-');
  const [month = NaN, day = NaN] = (hijri ? value.slice(2) : value).split('-').map(Number);
  const period = hijri ? hijriMonthNear(published, month, deixis) : monthNear(published, month, deixis);
  return period && dayPeriod(period.from + day - 1);
}
