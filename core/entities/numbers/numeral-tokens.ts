import { foldedAt } from '../scan.ts';
import type { Scan } from '../scan.ts';

/** Digits that may run over several tokens; `text` is as parseNumeral reads it. */
export interface Numeral {
  readonly text: string;
  readonly last: number;
}

/** Groups of three digits that a number has at most behind its first digits. */
const MOST_GROUPS = 6;

/**
 * The digits at token `i`, with groups behind blanks ("1 414 021 100", as newspapers of the Maghreb write) or behind
 * the Arabic comma ("١،٢٣٤،٥٦٧"). Gulf agencies write decimals as "85ر1", and texts turned round by bidi controls have
 * "7.\u200f0": there the whole part stands last (1.85, 0.7).
 */
export function numeralAt(scan: Scan, i: number): Numeral {
  const text = foldedAt(scan, i);
  const next = scan.tokens[i + 1];
  if (!next || (next.kind === 'word' && next.folded !== 'ر')) return { text, last: i };
  if (next.kind === 'mark' && next.text !== '.' && next.text !== '،') return { text, last: i };
  if (/^\d{1,3}$/.test(text)) {
    const grouped = groupsBehind(scan, i, isBlankGroup, 1) ?? groupsBehind(scan, i, isCommaGroup, 2);
    if (grouped) return grouped;
  }
  const point = scan.tokens[i + 1];
  const whole = scan.tokens[i + 2];
  if (!point || point.spaced || whole?.kind !== 'number' || whole.spaced) return { text, last: i };
  if (point.folded !== 'ر' && !(point.text === '.' && point.end < whole.start)) return { text, last: i };
  const isPlain = /^\d{1,4}$/.test(text) && /^\d{1,4}$/.test(whole.folded);
  return isPlain ? { text: `${whole.folded}.${text}`, last: i + 2 } : { text, last: i };
}

/** Joins groups of three digits, each `step` tokens behind the one before; null if there is none. */
function groupsBehind(
  scan: Scan,
  i: number,
  isGroup: (scan: Scan, i: number) => boolean,
  step: number,
): Numeral | null {
  let text = foldedAt(scan, i);
  let last = i;
  for (let k = 0; k < MOST_GROUPS && isGroup(scan, last + step); k++) {
    last += step;
    text += foldedAt(scan, last);
  }
  return last === i ? null : { text, last };
}

/** Three digits behind one blank; the last group may have decimals. */
function isBlankGroup(scan: Scan, i: number): boolean {
  const token = scan.tokens[i];
  const before = scan.tokens[i - 1];
  if (token?.kind !== 'number' || before?.kind !== 'number') return false;
  return token.spaced && token.start === before.end + 1 && /^\d{3}(?:[.,]\d+)?$/.test(token.folded);
}

/** Three digits behind an Arabic comma, without a blank. */
function isCommaGroup(scan: Scan, i: number): boolean {
  const token = scan.tokens[i];
  const comma = scan.tokens[i - 1];
  if (token?.kind !== 'number' || comma?.text !== '،') return false;
  return !token.spaced && !comma.spaced && /^\d{3}$/.test(token.folded);
}
