import type { LineReading } from './article.ts';

/**
 * A function of a line's reading that is worked out once for each reading, as long as that is kept: whatever depends on
 * the line alone is not done again when another line is edited.
 */
export function remembered<T>(read: (line: LineReading) => T): (line: LineReading) => T {
  const known = new WeakMap<LineReading, { readonly found: T }>();
  return (line) => {
    let entry = known.get(line);
    if (!entry) known.set(line, (entry = { found: read(line) }));
    return entry.found;
  };
}
