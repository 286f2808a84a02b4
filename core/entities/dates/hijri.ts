import type { CalendarDay } from './calendar.ts';

/**
 * The Hijri calendar of Umm al-Qura, by which Saudi Arabia counts, as a table: Intl gives other days where an engine
 * is built without it or with other tables, and the same text must have the same value everywhere. Beyond the table
 * the tabular calendar counts (civil epoch), which is at most two days off.
 */

const FIRST_YEAR = 1300;
const LAST_YEAR = 1600;

/** The day number (calendar.ts) of the first day of FIRST_YEAR, 1882-11-12. */
const FIRST_DAY = -31826;

/**
 * Three hexadecimal digits a year: bit 0 is Muharram, bit 11 Dhu al-Hijja; set where the month has 30 days.
 * source: the tables of Umm al-Qura in Unicode ICU 78 (after R. H. van Gent), Unicode-3.0
 */
const LONG_MONTHS = `
   5552ab9372b657636cb55aaa95649e95d2ba5b53aab4ba9652e2ad56db5a752f25e8ad16a56ab56b4da9b92b2564ba9b
   35a6d95d4da5d4aa955369752f46e96d46a953525d4bd9ba3b4b69b2aa554ada5d2da6d9eaae94d2ac564aea6d56ad55
   d4aa9352ba5b53a6b5ea9d52d29a554ad56daea6e4ed1da2aaa95a2da5b9bb27646c95552ab4dbaba5b4da9d52aa592d
   26d8ed2daad5aa5a4b4979372b6975d69d52c9592b25b4db9d55d2da5d4aa9554daad3aabd2bc4b89a9552d5adb6a6d4
   dc9d92aa69562ae56d36ab55aaa94d49d95d2ba5b55aad55a9a92e26e55dada6d46a5b27a4d4ad56db5a754f49e92d26
   a563566b5baab92b2568ba9b55aada5b4da9b52a9a536276575af26d46a95552ad4bd9ba574b69b52a9552da5d4daad9
   6b2e95e2ac9692eaad56ad65d4ad1562bc5b53a6b5db2d64d29a554ad96daea6e8ed1da4d4aa6a2da5b9b72b686d1655
   4ab95b2ba5b5da9d52ca694e46e95d4daad5aaaa4d49b9374b6975d6ad52aa594b2ab55bad95d2dc5d92b25555ab55b4
   ba97a2745593aab4d69d65d2ba5b4aa954ad15d2dd9da5b45a952d25b8b717656db6aacaa9652b15b2bb5b6daab94d46
   a8d52da9d55a755749f13e4aa965566b5baab94`.replace(/\s/g, '');

const MONTHS = (LAST_YEAR - FIRST_YEAR + 1) * 12;

/** The day number of the first day of every month, and of the one behind the last. */
const MONTH_STARTS = monthStarts();

function monthStarts(): Int32Array {
  const starts = new Int32Array(MONTHS + 1);
  let day = FIRST_DAY;
  for (let month = 0; month < MONTHS; month++) {
    starts[month] = day;
    const year = Math.floor(month / 12);
    const bits = parseInt(LONG_MONTHS.slice(3 * year, 3 * year + 3), 16);
    day += 29 + ((bits >> (month % 12)) & 1);
  }
  starts[MONTHS] = day;
  return starts;
}

/** Day number of 1 Muharram of year 1 in the tabular calendar (civil epoch, 16 July 622 Julian). */
const EPOCH = -492148;

/** The tabular calendar (Reingold and Dershowitz, "Calendrical Calculations", 7.1). */
const tabularDay = (year: number, month: number, day: number): number =>
  day +
  29 * (month - 1) +
  Math.floor(month / 2) +
  (year - 1) * 354 +
  Math.floor((3 + 11 * year) / 30) +
  EPOCH -
  1;

function tabularHijri(number: number): CalendarDay {
  const year = Math.floor((30 * (number - EPOCH) + 10646) / 10631);
  const past = number - tabularDay(year, 1, 1);
  const month = Math.min(12, Math.floor((11 * past + 330) / 325));
  return { year, month, day: number - tabularDay(year, month, 1) + 1 };
}

/** The Hijri day of a day number. */
export function toHijri(number: number): CalendarDay {
  if (number < FIRST_DAY || number >= (MONTH_STARTS[MONTHS] as number)) return tabularHijri(number);
  let low = 0;
  let high = MONTHS - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((MONTH_STARTS[middle] as number) <= number) low = middle;
    else high = middle - 1;
  }
  return {
    year: FIRST_YEAR + Math.floor(low / 12),
    month: (low % 12) + 1,
    day: number - (MONTH_STARTS[low] as number) + 1,
  };
}

/** The day number of a Hijri day; null if there is no such day (a 30th of a month of 29 days). */
export function fromHijri(year: number, month: number, day: number): number | null {
  if (month < 1 || month > 12 || day < 1) return null;
  const at = (year - FIRST_YEAR) * 12 + month - 1;
  const inTable = at >= 0 && at < MONTHS;
  const number = (inTable ? (MONTH_STARTS[at] as number) : tabularDay(year, month, 1)) + day - 1;
  const hijri = toHijri(number);
  return hijri.year === year && hijri.month === month ? number : null;
}
