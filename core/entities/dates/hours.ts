import { reachTo, reading } from '../reading.ts';
import type { Reading } from '../reading.ts';
import { foldedAt } from '../scan.ts';
import type { Scan } from '../scan.ts';
import { measureNumberAt, numberPhraseAt } from '../numbers/number-phrase.ts';
import { parseDigits } from '../numbers/numerals.ts';
import { clock, clockAt, halfAt, zoneEnd } from './clock.ts';
import { timeUnitAt, timeWordAt } from './date-expression.ts';
import { dayBehind, isDefinite, isEra, onDay } from './parts-of-day.ts';

/** What "والنصف", "وربع", "و30 دقيقة" add to an hour, in minutes. */
function minutesBehind(scan: Scan, i: number): { readonly last: number; readonly minutes: number } | null {
  if (foldedAt(scan, i) === 'الا') {
    const count = numberPhraseAt(scan, i + 1);
    const minutes = count && timeUnitAt(scan, count.last + 1);
    if (count && minutes?.unit === 'PT1M' && count.number < 60)
      return { last: minutes.last, minutes: -count.number };
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
  if (unit?.unit === 'PT1M') return { last: unit.last, minutes: number.number };
  // "السابعة وخمس وثلاثين مساء"
  return number.number >= 5 && halfAt(scan, number.last + 1) && foldedAt(scan, number.last + 1).length > 2
    ? { last: number.last, minutes: number.number }
    : null;
}

/** "الساعة الثالثة صباح الجمعة", "الساعة 20.45", "الساعة 11:30", "الساعة العاشرة والنصف مساءً", "التاسعة صباحا". */
export function hourAt(scan: Scan, i: number): Reading | null {
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
  const of = (noun || ordinal?.definite) && foldedAt(scan, last + 1) === 'من' ? last + 2 : last + 1;
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

/** A minute of a match: "الدقيقة 45", "الدقيقة الـ89", "الدقيقة الثالثة". */
export function minuteOfMatchAt(scan: Scan, i: number): Reading | null {
  const unit = timeUnitAt(scan, i);
  if (!unit?.definite || unit.form !== 'one' || unit.unit !== 'PT1M') return null;
  const number = measureNumberAt(scan, unit.last + 1);
  const ordinal = scan.bare('ordinal', unit.last + 1);
  const last = number && number.proclitics === '' ? number.last : ordinal?.definite ? ordinal.last : null;
  if (last === null) return null;
  // "الدقيقة 45+2"
  const added =
    foldedAt(scan, last + 1) === '+' && scan.tokens[last + 2]?.kind === 'number' ? last + 2 : last;
  return reading(reachTo(scan, i, unit.start, added), 'TIME', null, 0.8);
}
