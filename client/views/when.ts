/** Units of time from the longest, each in seconds. */
const UNITS = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const satisfies readonly (readonly [Intl.RelativeTimeFormatUnit, number])[];

/**
 * How long ago an instant was, in words: "3 minutes ago", "قبل 3 دقائق".
 * @param at an ISO 8601 instant; what is none is given back as it is
 * @param now milliseconds since 1970; an instant after it, of a clock that goes wrong, counts as now
 * @param language a BCP 47 tag
 */
export function timeAgo(at: string, now: number, language: string): string {
  const then = Date.parse(at);
  if (Number.isNaN(then)) return at;
  const seconds = Math.max(0, (now - then) / 1000);
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  for (const [unit, length] of UNITS) {
    if (seconds >= length) return format.format(-Math.floor(seconds / length), unit);
  }
  return format.format(0, 'second');
}

/** An instant in full, in the time zone of the machine: "Monday, 23 November 2026 at 14:05:09". */
export function fullInstant(at: string, language: string): string {
  const then = Date.parse(at);
  if (Number.isNaN(then)) return at;
  return new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'long' }).format(then);
}
