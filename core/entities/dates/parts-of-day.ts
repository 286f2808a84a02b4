import { reachTo, reading } from '../reading.ts';
import type { Reading } from '../reading.ts';
import { foldedAt } from '../scan.ts';
import type { ListedWord, Scan } from '../scan.ts';
import { wordSet } from '../word-set.ts';
import { isoDay, parseIsoDay } from './calendar.ts';
import { clock, two } from './clock.ts';
import { deicticAt, timeWordAt } from './date-expression.ts';
import type { DateExpression } from './date-expression.ts';
import { dateExpressionAt } from './dates.ts';

/** The day behind a part of the day: "الأحد", "أمس", "اليوم الثلاثاء", "8 كانون الأول 2024", "كل يوم". */
export function dayBehind(scan: Scan, i: number): DateExpression | null {
  const day = dateExpressionAt(scan, i);
  if (!day || day.start !== scan.tokens[i]?.start) return null;
  const every = timeWordAt(scan, i, 'every') !== null;
  return day.kind === 'day' || every ? day : null;
}

/** The day that an expression names, YYYY-MM-DD; null if it cannot be told, or is longer than a day. */
export function onDay(day: DateExpression, published: string | null): string | null {
  const period = day.resolve(published === null ? null : parseIsoDay(published));
  return period && period.from === period.to ? period.iso : null;
}

/** "هذا العصر", "العصر الحالي" is an age, not an afternoon. */
export const isEra = (scan: Scan, i: number): boolean => foldedAt(scan, i).endsWith('العصر');

/** "منتصف الليل" is as definite as "الليل". */
export const isDefinite = (scan: Scan, part: ListedWord): boolean =>
  part.definite || (part.last > part.first && foldedAt(scan, part.last).startsWith('ال'));

const DEFINITE_PARTS = wordSet('الصباح المساء الفجر الليل الظهيرة');

/** "بعد ظهر الأحد", "فجر 8 كانون الأول 2024", "ليل الاثنين الثلاثاء", "صباح الغد", "الليلة الماضية", "هذا الصباح". */
export function partOfDayAt(scan: Scan, i: number): Reading | null {
  const pointer = timeWordAt(scan, i, 'this');
  const every = pointer ? null : timeWordAt(scan, i, 'every');
  const part = timeWordAt(scan, pointer || every ? i + 1 : i, 'part');
  if (every && part)
    return part.definite || part.proclitics !== ''
      ? null
      : reading(reachTo(scan, i, every.start, part.last), 'TIME', null, 0.9);
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
  if (!DEFINITE_PARTS.has(word) && part.last === part.first) return null;
  // "منتصف الليل" is one point on the clock.
  const [from, to] = part.detail.split('-');
  const value = from === to ? { type: 'time' as const, iso: clock(Number(from) % 24, 0, null, null) } : null;
  return reading(part, 'TIME', value, 0.65);
}

/** "الليلة الماضية", "تلك الليلة", "الليلة", "الليلة الثالثة". */
function nightAt(scan: Scan, i: number): Reading | null {
  const pointer = timeWordAt(scan, i, 'this');
  const night = timeWordAt(scan, pointer ? pointer.last + 1 : i, 'tonight');
  if (!night) return adverbAt(scan, i);
  const deictic = deicticAt(scan, night.last + 1);
  const ordinal = pointer ? null : scan.bare('ordinal', night.last + 1);
  if (ordinal?.definite) return reading(reachTo(scan, i, night.start, ordinal.last), 'TIME', null, 0.85);
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
  return token && token.folded === 'مساء' && /\u064b/.test(token.text)
    ? reading(reachTo(scan, i, token.start, i), 'TIME', null, 0.75)
    : null;
}

/** A part of a day as an ISO 8601 interval of hours; hours from 24 on lie on the next day. */
export const onPart =
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
