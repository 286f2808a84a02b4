import type { Span } from '../../core/text/span.ts';

/** Something that the annotations and the engine see differently, in the offsets that were scored. */
export interface ScoringError extends Span {
  readonly article: string;
  /** `missed`: annotated and not found; `false`: found and not annotated. */
  readonly what: 'missed' | 'false';
  readonly label: string;
}

const AROUND = 20;
const LONGEST = 80;

/** An error in one line of print, with the words and what stands around them. `characters` are those of its article. */
export function printError(
  { article, what, label, start, end }: ScoringError,
  characters: readonly string[],
): string {
  const words = (from: number, to: number): string =>
    characters.slice(Math.max(0, from), to).join('').replace(/\s+/g, ' ');
  const shown = words(start, Math.min(end, start + LONGEST));
  return `${article} ${what} ${label} «${shown}» … ${words(start - AROUND, Math.min(end, start + LONGEST) + AROUND)}`;
}
