import type { Annotation, ArticleFacts } from './annotation.ts';
import { sortAnnotations } from './order.ts';
import { canonicalJson, sameValue } from './same.ts';

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
    const oursChanged = !sameValue(b, o);
    const theirsChanged = !sameValue(b, t);
    if (sameValue(o, t) || !theirsChanged) {
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

/**
 * Our side without what the other side has just decided in the same way: two windows in which the same mark is accepted
 * at one moment make two annotations that say the same by two ids. The one that lies in the file already stays, and ties
 * to the other lead to it.
 */
export function withoutTwins(
  base: readonly Annotation[],
  ours: readonly Annotation[],
  theirs: readonly Annotation[],
): readonly Annotation[] {
  const [before, our, their] = [base, ours, theirs].map((side) => new Set(side.map(({ id }) => id))) as [
    Set<string>,
    Set<string>,
    Set<string>,
  ];
  const added = theirs.filter(({ id }) => !before.has(id) && !our.has(id));
  if (added.length === 0) return ours;
  const known = new Map(added.map((annotation) => [whatItSays(annotation), annotation.id]));
  const twins = new Map<string, string>();
  for (const annotation of ours) {
    const twin =
      before.has(annotation.id) || their.has(annotation.id) ? undefined : known.get(whatItSays(annotation));
    if (twin !== undefined) twins.set(annotation.id, twin);
  }
  if (twins.size === 0) return ours;
  return ours
    .filter(({ id }) => !twins.has(id))
    .map((annotation) =>
      annotation.relations.some(({ to }) => twins.has(to))
        ? {
            ...annotation,
            relations: annotation.relations.map((tie) => ({ ...tie, to: twins.get(tie.to) ?? tie.to })),
          }
        : annotation,
    );
}

/** All that an annotation says but its id and when it was made. */
const whatItSays = ({ id: _, provenance: { annotator, source }, ...rest }: Annotation): string =>
  canonicalJson({ ...rest, annotator, source });

/**
 * Merges what two sides say of an article as a whole, each attribute by itself. What one side alone changed is so;
 * where both changed it, `ours` counts: nothing tells when facts were said, and ours is what is being done now. Where
 * that passes over something of theirs, `isConflict` says so.
 */
export function mergeFacts(
  base: ArticleFacts,
  ours: ArticleFacts,
  theirs: ArticleFacts,
): { readonly facts: ArticleFacts; readonly isConflict: boolean } {
  let isConflict = false;
  const merged = <T>(before: T, our: T, their: T): T => {
    if (our === before) return their;
    if (their !== before && their !== our) isConflict = true;
    return our;
  };
  const names = new Set([...Object.keys(ours.attributes), ...Object.keys(theirs.attributes)]);
  const attributes = [...names].sort().flatMap((name) => {
    const value = merged(base.attributes[name], ours.attributes[name], theirs.attributes[name]);
    return value === undefined ? [] : [[name, value] as const];
  });
  const status = merged(base.status, ours.status, theirs.status);
  return { facts: { status, attributes: Object.fromEntries(attributes) }, isConflict };
}

function isLater(a: Annotation | undefined, b: Annotation | undefined): boolean {
  if (!a || !b) return a !== undefined;
  const [m, n] = [Date.parse(a.provenance.modified), Date.parse(b.provenance.modified)];
  if (m !== n && !Number.isNaN(m) && !Number.isNaN(n)) return m > n;
  return canonicalJson(a) > canonicalJson(b);
}
