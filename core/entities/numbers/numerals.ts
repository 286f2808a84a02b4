import { fold } from '../../text/fold.ts';

/** How "10.500" is meant: as ten and a half, or as ten thousand five hundred. */
export type DotReading = 'decimal' | 'group';

/**
 * The value of a number in digits of any script, with decimal and group marks; NaN if it is no number. ٫ is decimal
 * and ٬ groups always; "," and "." group when they come more than once or before exactly three digits, save that a
 * single "." before three digits is as `dot` says, since newsrooms write it both ways; else they are decimal.
 */
export function parseNumeral(text: string, dot: DotReading = 'group'): number {
  if (isPlain(text)) return Number(text);
  const digits = fold(text);
  const marks: string[] = [];
  for (const c of digits) if (c < '0' || c > '9') marks.push(c);
  if (digits === '' || marks.length === digits.length) return NaN;
  const last = marks[marks.length - 1];
  if (last === undefined) return Number(digits);
  const tail = digits.length - 1 - digits.lastIndexOf(last);
  const single = marks.filter((mark) => mark === last).length === 1;
  const grouped =
    last === '٬' ||
    !single ||
    (last === ',' && tail === 3 && !digits.startsWith('0')) ||
    (last === '.' && tail === 3 && marks.length === 1 && dot === 'group' && !digits.startsWith('0'));
  // "192.168.1.2" is no number.
  if (!single && !/^\d{1,3}(?:\D\d{2,3})*\D\d{3}(?:\D\d+)?$/.test(digits)) return NaN;
  const at = grouped ? -1 : digits.lastIndexOf(last);
  const whole = (at < 0 ? digits : digits.slice(0, at)).replace(/\D/g, '');
  const fraction = at < 0 ? '' : digits.slice(at + 1);
  return Number(fraction === '' ? whole : `${whole}.${fraction}`);
}

/** Whether a text is European digits and nothing else. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c < 48 || c > 57) return false;
  }
  return text !== '';
}

/** The value of a folded run of plain digits, NaN for anything else: days, years, hours. */
export const parseDigits = (folded: string): number =>
  folded.length <= 9 && isPlain(folded) ? Number(folded) : NaN;
