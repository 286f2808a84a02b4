import type { Analysis } from '../analysis/analysis.ts';
import type { BoilerplateMark, EntityMark, Mark, QuotationMark } from '../labels/marks.ts';
import { isBlank } from '../text/lines.ts';
import type { Value } from '../labels/values.ts';
import { compareSpans, sameSpan } from '../text/span.ts';
import type { Span } from '../text/span.ts';
import type { Annotation } from './annotation.ts';
import { linesOf } from './words.ts';
import { visibleMarks } from './visible.ts';

/**
 * The analysis with imported marks in the place of the engine's own: what another program suggested on purpose comes
 * before what it covers, as an annotation would (see visibleMarks). Imported marks are stored as annotations are, with
 * whatever labels the project has; those without a place in the text count for nothing.
 */
export function withImportedMarks(analysis: Analysis, imported: readonly Annotation[]): Analysis {
  const placed = imported.filter(({ anchor, decision }) => anchor.span !== null && decision === 'accepted');
  if (placed.length === 0) return analysis;
  const marks = placed.flatMap((annotation) => markOf(annotation, analysis) ?? []);
  const join = <M extends Mark>(own: readonly M[], family: M['family']): M[] =>
    [...visibleMarks(own, placed), ...marks.filter((mark): mark is M => mark.family === family)].sort(
      compareSpans,
    );
  return {
    ...analysis,
    entities: join<EntityMark>(analysis.entities, 'entity'),
    weak: visibleMarks(analysis.weak, placed),
    quotations: join<QuotationMark>(analysis.quotations, 'quotation'),
    boilerplate: join<BoilerplateMark>(analysis.boilerplate, 'boilerplate'),
  };
}

/** The value that the engine reads there: a dataset tells labels, seldom values. */
const valueOf = ({ entities }: Analysis, label: string, span: Span): Value | null =>
  entities.find((mark) => mark.label === label && sameSpan(mark, span))?.value ?? null;

function markOf(annotation: Annotation, analysis: Analysis): Mark | null {
  const { family, label, anchor, speaker, cue, canonical, provenance } = annotation;
  const { span } = anchor;
  if (!span) return null;
  const grounds = { ...span, confidence: 1, source: provenance.source };
  switch (family) {
    case 'entity':
      return {
        ...grounds,
        family,
        label,
        canonical: canonical ?? anchor.exact,
        value: valueOf(analysis, label, span),
      };
    case 'quotation':
      return {
        ...grounds,
        family,
        kind: label,
        speaker: speaker?.span ?? null,
        cue: cue?.span ?? null,
        canonical,
      };
    case 'boilerplate': {
      const [line] = linesOf(analysis.article, span);
      const before = line?.text.slice(0, Math.max(0, span.start - line.start)) ?? '';
      const behind = line?.text.slice(Math.max(0, span.end - line.start)) ?? '';
      return { ...grounds, family, class: label, inline: !isBlank(before) || !isBlank(behind) };
    }
  }
}
