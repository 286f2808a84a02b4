import { lettersOf } from '../text/letters.ts';
import type { Span } from '../text/span.ts';

/** A line with as many letters is looked for anywhere; a shorter one only between its neighbours. */
const TELLING = 16;

/** A stretch of letters that both texts have. Counted in letters. */
interface Common {
  readonly start: number;
  readonly end: number;
  readonly target: number;
}

/**
 * Finds the spans of one text in another that has the same words, perhaps with other blanks, other tokens, more or
 * fewer lines: line by line, first those that stand in the other text once, then the others between their neighbours.
 * @returns for a span of `text` its place in `target`; null where its words are not found there, or nothing of it is
 * a letter. Offsets in UTF-16 code units.
 */
export function alignTexts(text: string, target: string): (span: Span) => Span | null {
  const same = commonStart(text, target);
  if (same === text.length) return ({ start, end }) => ({ start, end });
  const own = lettersOf(text);
  const other = lettersOf(target);
  const origins = originsOf(other.before, other.letters.length);
  const common = commonLines(text, own.before, own.letters, other.letters);
  const move = (letter: number): number => {
    const stretch = common.find(({ start, end }) => start <= letter && letter < end);
    return stretch ? stretch.target + letter - stretch.start : -1;
  };
  return ({ start, end }) => {
    if (end <= same) return { start, end };
    const [first, behind] = [own.before[start] ?? 0, own.before[end] ?? 0];
    if (first >= behind) return null;
    const [from, to] = [move(first), move(behind - 1)];
    return from >= 0 && to - from === behind - 1 - first
      ? { start: origins[from] ?? 0, end: (origins[to] ?? 0) + 1 }
      : null;
  };
}

/** How many code units two texts begin with alike: formats add a newline at the end, or the text goes on. */
function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** By letter its offset in the text. */
function originsOf(before: Uint32Array, letters: number): Uint32Array {
  const origins = new Uint32Array(letters);
  for (let i = 0; i + 1 < before.length; i++)
    if (before[i + 1] !== before[i]) origins[before[i] as number] = i;
  return origins;
}

/** The lines of a text whose letters stand in the target too, in order. */
function commonLines(text: string, before: Uint32Array, letters: string, target: string): Common[] {
  if (letters === target) return [{ start: 0, end: letters.length, target: 0 }];
  const lines: { start: number; end: number; target: number }[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    const [start, end] = [before[offset] ?? 0, before[offset + line.length] ?? 0];
    if (start < end) lines.push({ start, end, target: -1 });
    offset += line.length + 1;
  }
  for (const line of lines) {
    const words = letters.slice(line.start, line.end);
    const at = words.length >= TELLING ? target.indexOf(words) : -1;
    if (at >= 0 && target.indexOf(words, at + 1) < 0) line.target = at;
  }
  let from = 0;
  for (const [i, line] of lines.entries()) {
    if (line.target < 0) {
      const next = lines.slice(i + 1).find((later) => later.target >= from);
      const at = target.indexOf(letters.slice(line.start, line.end), from);
      if (at >= 0 && at + line.end - line.start <= (next?.target ?? target.length)) line.target = at;
    }
    if (line.target >= 0) from = line.target + line.end - line.start;
  }
  return lines.filter((line) => line.target >= 0);
}
