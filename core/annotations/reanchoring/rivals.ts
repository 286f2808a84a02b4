import { orphaned } from '../anchors.ts';
import type { Anchor, Annotation } from '../annotation.ts';

/**
 * Of two annotations of one family and label that cover each other's place now though they stood apart before, makes
 * the one with the lower score an orphan, the later one where both are equal: its own words are gone, and it was found
 * on the other's. `before` and `moved` are in the same order; scores are of annotations as they were before.
 */
export function orphanRivals(
  before: readonly Annotation[],
  moved: readonly Annotation[],
  score: (annotation: Annotation) => number,
): Annotation[] {
  const result = [...moved];
  const placed = moved
    .map((_, i) => i)
    .filter((i) => moved[i]?.anchor.span)
    .sort((a, b) => startOf(moved[a]) - startOf(moved[b]) || a - b);
  /** Those that may still reach beyond the start that the walk has come to. */
  let open: number[] = [];
  for (const i of placed) {
    open = open.filter((k) => endOf(result[k]) > startOf(moved[i]));
    const rival = open.find((k) => isSameKind(moved[k], moved[i]) && stoodApart(before[k], before[i]));
    if (rival !== undefined) {
      const [old, other] = [before[i], before[rival]] as [Annotation, Annotation];
      const loser = score(old) > score(other) ? rival : i;
      result[loser] = {
        ...(moved[loser] as Annotation),
        anchor: orphaned((before[loser] as Annotation).anchor),
      };
      if (loser === i) continue;
      open = open.filter((k) => k !== rival);
    }
    open.push(i);
  }
  return result;
}

const startOf = (annotation: Annotation | undefined): number => annotation?.anchor.span?.start ?? 0;
const endOf = (annotation: Annotation | undefined): number => annotation?.anchor.span?.end ?? 0;

const isSameKind = (a: Annotation | undefined, b: Annotation | undefined): boolean =>
  a?.family === b?.family && a?.label === b?.label;

function stoodApart(a: Annotation | undefined, b: Annotation | undefined): boolean {
  const [one, other]: (Anchor['span'] | undefined)[] = [a?.anchor.span, b?.anchor.span];
  // Of an orphan nobody knows where it stood, but not where the other did.
  if (!one || !other) return Boolean(one ?? other);
  return one.end <= other.start || other.end <= one.start;
}
