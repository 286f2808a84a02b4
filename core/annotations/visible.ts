import type { Mark } from '../labels/marks.ts';
import { indexSpans } from '../text/span-index.ts';
import { overlaps, sameSpan } from '../text/span.ts';
import type { Span } from '../text/span.ts';
import type { Annotation } from './annotation.ts';
import { markLabel } from './mark-identity.ts';

/**
 * The marks that nobody has decided on yet, in their order: those that no annotation covers. An orphan covers none.
 * @param overlap whether the project's entities may overlap and nest
 */
export function visibleMarks<M extends Mark>(
  marks: readonly M[],
  annotations: readonly Annotation[],
  overlap = false,
): readonly M[] {
  if (annotations.length === 0) return marks;
  const placed = indexSpans(annotations, ({ anchor }) => anchor.span);
  return marks.filter((mark) => !placed.overlapping(mark).some((one) => covers(one, mark, overlap)));
}

/**
 * Whether an annotation decides on a mark. A rejection covers the mark that it rejects, of the same span and label,
 * whenever the analysis makes it anew. An accepted entity covers every entity mark that it touches, since entities
 * do not overlap; where the project lets them, those of the same span, and those of its label that it shares most of
 * its extent with. Quotations nest and boilerplate may hold a smaller run: there it covers the marks that share an
 * edge with it or most of their extent.
 */
export function covers(annotation: Annotation, mark: Mark, overlap = false): boolean {
  const { span } = annotation.anchor;
  if (!span || annotation.family !== mark.family || !overlaps(span, mark)) return false;
  if (annotation.decision === 'rejected')
    return annotation.label === markLabel(mark) && span.start === mark.start && span.end === mark.end;
  if (mark.family !== 'entity') return isAlike(span, mark);
  return (
    !overlap || sameSpan(span, mark) || (annotation.label === markLabel(mark) && isMostlySame(span, mark))
  );
}

/** Whether two overlapping spans have an edge in common or share more than half of what they cover together. */
export const isAlike = (a: Span, b: Span): boolean =>
  a.start === b.start || a.end === b.end || isMostlySame(a, b);

/** Whether two spans share more than half of what they cover together. */
export function isMostlySame(a: Span, b: Span): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  const together = Math.max(a.end, b.end) - Math.min(a.start, b.start);
  return shared * 2 > together;
}
