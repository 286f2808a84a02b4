import type { Annotation } from './annotation.ts';
import { sortAnnotations } from './order.ts';

/** An annotation that two sides changed in different ways, and which version was taken. */
export interface MergeConflict {
  readonly id: string;
  /** Null: that side deleted it. */
  readonly ours: Annotation | null;
  readonly theirs: Annotation | null;
  readonly taken: 'ours' | 'theirs';
}

/**
 * Merges two versions of an article's annotations by id. `base` is the last version that both had, empty if unknown
 * (then nothing counts as deleted). What one side alone changed or deleted is so; where both changed it the later
 * modification wins, and a change wins over a deletion; both are reported. Of two changes of one instant the one
 * whose JSON sorts later is taken, so that the order of the sides does not matter.
 */
export function mergeAnnotations(
  base: readonly Annotation[],
  ours: readonly Annotation[],
  theirs: readonly Annotation[],
): { readonly annotations: Annotation[]; readonly conflicts: readonly MergeConflict[] } {
  const [before, our, their] = [base, ours, theirs].map(
    (side) => new Map(side.map((annotation) => [annotation.id, annotation])),
  ) as [Map<string, Annotation>, Map<string, Annotation>, Map<string, Annotation>];
  const annotations: Annotation[] = [];
  const conflicts: MergeConflict[] = [];
  for (const id of new Set([...our.keys(), ...their.keys()])) {
    const [b, o, t] = [before.get(id), our.get(id), their.get(id)];
    const oursChanged = !same(b, o);
    const theirsChanged = !same(b, t);
    if (same(o, t) || !theirsChanged) {
      if (o) annotations.push(o);
      continue;
    }
    if (!oursChanged) {
      if (t) annotations.push(t);
      continue;
    }
    const taken = isLater(t, o) ? 'theirs' : 'ours';
    const winner = taken === 'theirs' ? t : o;
    if (winner) annotations.push(winner);
    if (b || (o && t)) conflicts.push({ id, ours: o ?? null, theirs: t ?? null, taken });
  }
  return { annotations: sortAnnotations(annotations), conflicts };
}

const same = (a: Annotation | undefined, b: Annotation | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b));

function isLater(a: Annotation | undefined, b: Annotation | undefined): boolean {
  if (!a || !b) return a !== undefined;
  const [m, n] = [Date.parse(a.provenance.modified), Date.parse(b.provenance.modified)];
  if (m !== n && !Number.isNaN(m) && !Number.isNaN(n)) return m > n;
  return JSON.stringify(a) > JSON.stringify(b);
}
