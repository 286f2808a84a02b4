import type { LineReading } from './article.ts';

let functions = 0;

/**
 * A function of a line's reading that is worked out once for each reading, as long as that is kept: whatever depends on
 * the line alone is not done again when another line is edited. `read` gives anything but undefined.
 */
export function remembered<T extends NonNullable<unknown> | null>(
  read: (line: LineReading) => T,
): (line: LineReading) => T {
  const fact = functions++;
  return (line) => {
    const known = line.facts[fact] as T | undefined;
    if (known !== undefined) return known;
    const found = read(line);
    // Without gaps, or the array would become a slow one.
    while (line.facts.length <= fact) line.facts.push(undefined);
    line.facts[fact] = found;
    return found;
  };
}
