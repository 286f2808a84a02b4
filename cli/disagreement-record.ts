import type { Annotation } from '../core/annotations/annotation.ts';
import type { Disagreement } from '../core/dataset/agreement/disagreements.ts';
import type { ComparedArticle } from '../core/dataset/agreement/prepare.ts';
import { offsetsTo } from '../core/text/offset-units.ts';

/** A disagreement as a JSON object; offsets in code points of the article, ends exclusive. */
export function disagreementRecord(
  { article, text }: ComparedArticle,
  { family, kinds, span, line, sides }: Disagreement,
): object {
  const measure = offsetsTo('codepoint', text);
  return {
    file: article,
    line,
    family,
    kinds,
    start: measure(span.start),
    end: measure(span.end),
    sides: sides.map(({ annotator, annotations, rejections }) => ({
      annotator,
      annotations: annotations.map((annotation) => annotationRecord(annotation, measure)),
      rejections: rejections.map(({ id, label }) => ({ id, label })),
    })),
  };
}

function annotationRecord(
  { id, label, anchor, speaker, cue, canonical, family }: Annotation,
  measure: (offset: number) => number,
): object {
  const place = (at: Annotation['speaker']): object | null =>
    at && {
      start: at.span && measure(at.span.start),
      end: at.span && measure(at.span.end),
      text: at.exact,
    };
  return {
    id,
    label,
    ...place(anchor),
    ...(family === 'boilerplate' ? {} : { canonical }),
    ...(family === 'quotation' ? { speaker: place(speaker), cue: place(cue) } : {}),
  };
}
