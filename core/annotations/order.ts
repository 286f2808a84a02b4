import type { Annotation } from './annotation.ts';

/**
 * Annotations sorted by position: start, then the longer first, then family, label and id, so that the order depends
 * on nothing else. Orphans come last, sorted by their words.
 */
export const sortAnnotations = (annotations: readonly Annotation[]): Annotation[] =>
  [...annotations].sort(compareAnnotations);

function compareAnnotations(a: Annotation, b: Annotation): number {
  const [s, t] = [a.anchor.span, b.anchor.span];
  if (s && t) {
    const byPlace = s.start - t.start || t.end - s.end;
    if (byPlace !== 0) return byPlace;
  } else if (s || t) return s ? -1 : 1;
  else if (a.anchor.exact !== b.anchor.exact) return compareStrings(a.anchor.exact, b.anchor.exact);
  return compareStrings(a.family, b.family) || compareStrings(a.label, b.label) || compareStrings(a.id, b.id);
}

/** By code units, the same on every machine and in every locale. */
const compareStrings = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
