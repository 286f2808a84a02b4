import { indexSpans } from '../../text/span-index.ts';
import { contains } from '../../text/span.ts';
import { inQuotes, placedIn } from './problem.ts';
import type { AnnotationFix, AnnotationProblem, Placed, ProblemContext, ProblemRule } from './problem.ts';

/**
 * Annotations of one family that cross each other; entities that share words at all, where the project keeps them
 * apart. Told at the later of the two.
 */
export const overlapping: ProblemRule = (context) => {
  const placed = placedIn(context.annotations);
  const index = indexSpans(placed, ({ span }) => span);
  const rank = new Map(placed.map((one, i) => [one, i]));
  return placed.flatMap((later) =>
    index
      .overlapping(later.span)
      .filter((earlier) => (rank.get(earlier) ?? 0) < (rank.get(later) ?? 0))
      .flatMap((earlier) => problemOf(earlier, later, context) ?? []),
  );
};

function problemOf(earlier: Placed, later: Placed, context: ProblemContext): AnnotationProblem | null {
  const [a, b] = [earlier.annotation, later.annotation];
  if (a.family !== b.family) return null;
  const isNested = contains(earlier.span, later.span) || contains(later.span, earlier.span);
  const isForbidden = a.family === 'entity' && !context.scheme.overlap;
  if (isNested && !isForbidden) return null;
  const { text } = context.article;
  const words = ({ span, annotation }: Placed): string =>
    `${inQuotes(text.slice(span.start, span.end))} (${annotation.label})`;
  const remove = (one: Placed): AnnotationFix => ({
    title: { en: `Remove ${words(one)}`, ar: `إزالة ${words(one)}` },
    action: { kind: 'remove', ids: [one.annotation.id] },
  });
  const merge: AnnotationFix = {
    title: { en: 'Make one annotation of both', ar: 'جعلهما وسمًا واحدًا' },
    action: { kind: 'merge', ids: [a.id, b.id] },
  };
  return {
    code: isForbidden ? 'overlap' : 'crossing',
    severity: 'warning',
    start: later.span.start,
    end: later.span.end,
    ids: [b.id, a.id],
    related: earlier.span,
    message: isForbidden
      ? {
          en: `${words(later)} overlaps ${words(earlier)}.`,
          ar: `${words(later)} يتداخل مع ${words(earlier)}.`,
        }
      : {
          en: `${words(later)} crosses ${words(earlier)}.`,
          ar: `${words(later)} يتقاطع مع ${words(earlier)}.`,
        },
    fixes: [...(a.label === b.label ? [merge] : []), remove(later), remove(earlier)],
  };
}
