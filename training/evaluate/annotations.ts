import type { Annotation } from '../../core/annotations/annotation.ts';
import type { EntityLabel } from '../../core/labels/entity-labels.ts';
import type { LineClass } from '../../core/labels/line-classes.ts';
import type { QuotationKind } from '../../core/labels/quotation-kinds.ts';
import { isBlank, splitLines } from '../../core/text/lines.ts';
import { sameSpan } from '../../core/text/span.ts';
import type { Span } from '../../core/text/span.ts';
import type { GoldArticle } from '../gold.ts';

/** The accepted annotations of an article in the form of a gold file: a line without one is body. */
export function goldOfAnnotations(
  name: string,
  text: string,
  annotations: readonly Annotation[],
): GoldArticle {
  const accepted = annotations.flatMap((annotation) => {
    const { span } = annotation.anchor;
    return annotation.decision === 'accepted' && span ? [{ ...annotation, span }] : [];
  });
  const lines = splitLines(text);
  const of = (family: Annotation['family']) => accepted.filter((annotation) => annotation.family === family);
  const classOf = (line: Span): LineClass =>
    (of('boilerplate').find(({ span }) => sameSpan(span, line))?.label as LineClass | undefined) ?? 'body';
  return {
    name,
    outlet: '',
    text,
    lines: lines.flatMap((line) =>
      isBlank(line.text)
        ? []
        : [{ number: line.number, class: classOf(line), start: line.start, end: line.end }],
    ),
    entities: of('entity').map(({ label, span }) => ({ ...span, label: label as EntityLabel })),
    boilerplate: of('boilerplate')
      .filter(({ span }) => !lines.some((line) => sameSpan(line, span)))
      .map(({ label, span }) => ({ ...span, class: label as LineClass })),
    quotations: of('quotation').map(({ label, span, speaker, cue, canonical }) => ({
      ...span,
      kind: label as QuotationKind,
      speaker: speaker?.span ?? null,
      canonical,
      cue: cue?.exact ?? null,
    })),
  };
}
