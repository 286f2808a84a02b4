import type { DatasetContext } from '../../dataset/context.ts';
import type { DatasetLine, Layer } from '../../dataset/document.ts';
import { isValue } from '../../labels/values.ts';
import type { Value } from '../../labels/values.ts';
import type { ReadSpan } from '../format.ts';
import type { CasAnnotation, Primitive } from './annotations.ts';
import {
  ARTICLE,
  BOILERPLATE,
  ENTITY_TYPES,
  LINE,
  LINGUISTIC_TYPES,
  MENTION,
  QUOTATION,
  QUOTATION_PART,
} from './types.ts';

/** The spans that annotations stand for, and what was left out, in sentences. */
export interface CasSpans {
  readonly spans: readonly ReadSpan[];
  readonly problems: readonly string[];
}

/** The types of annotations that belong to a span or to the text. */
const ATTENDANTS = new Set([MENTION, QUOTATION_PART, LINE, ARTICLE]);

const SEGMENTS = /\.(?:Sentence|Token|DocumentMetaData|TagsetDescription|TagDescription|Paragraph|Heading)$/;

/**
 * The inverse of annotationsOf, for annotations of other programs too: DKPro's named entities (their label is the
 * value, or the name of an elevated type such as Person), and the span layers of any INCEpTION project (their label is
 * the feature value or label, else the name of the layer).
 */
export function spansOfAnnotations(
  annotations: readonly CasAnnotation[],
  { layerOf }: Pick<DatasetContext, 'layerOf'>,
): CasSpans {
  const byKey = new Map(annotations.map((annotation) => [annotation.key, annotation]));
  const mentions = new Map<string, CasAnnotation[]>();
  for (const annotation of annotations)
    if (annotation.type === MENTION)
      mentions.set(placeOf(annotation), [...(mentions.get(placeOf(annotation)) ?? []), annotation]);
  const part = ({ links }: CasAnnotation, role: string): { start: number; end: number } | null => {
    const link = links.find((one) => one.role === role);
    const target = link && byKey.get(link.target);
    return target ? { start: target.start, end: target.end } : null;
  };
  const omitted = new Map<string, number>();
  const omit = (why: string): ReadSpan[] => {
    omitted.set(why, (omitted.get(why) ?? 0) + 1);
    return [];
  };
  const spans = annotations.flatMap((annotation): ReadSpan[] => {
    const { type, start, end } = annotation;
    if (ATTENDANTS.has(type) || SEGMENTS.test(type) || type.startsWith('uima.')) return [];
    if (start === end) return omit(`annotations of ${type} that span no character`);
    const label = labelOf(annotation);
    const span = (layer: Layer, from: CasAnnotation | undefined): ReadSpan => ({
      start,
      end,
      layer,
      label,
      ...(from ? readDetails(from.features) : {}),
    });
    if (type === QUOTATION)
      return [
        {
          ...span('quotations', annotation),
          speaker: part(annotation, 'speaker'),
          cue: part(annotation, 'cue'),
        },
      ];
    if (type === BOILERPLATE) return [span('boilerplate', annotation)];
    if (type.startsWith(ENTITY_TYPES)) return [span('entities', mentions.get(placeOf(annotation))?.shift())];
    return LINGUISTIC_TYPES.some((prefix) => type.startsWith(prefix))
      ? omit(`annotations of ${type}, which are no spans of a dataset`)
      : [span(layerOf(label), undefined)];
  });
  return { spans, problems: [...omitted].map(([why, count]) => `${why}: ${count} left out`) };
}

/** The lines that annotations tell, in their order. */
export const linesOfAnnotations = (annotations: readonly CasAnnotation[]): DatasetLine[] =>
  annotations
    .filter(({ type }) => type === LINE)
    .map(({ start, end, features }) => ({
      start,
      end,
      number: Number(features['number']),
      class: String(features['value']),
      silver: String(features['silver']) === 'true',
    }))
    .sort((a, b) => a.start - b.start);

/** By what a named entity and its mention find each other. */
const placeOf = (annotation: CasAnnotation): string =>
  `${annotation.start} ${annotation.end} ${labelOf(annotation)}`;

function labelOf({ type, features }: CasAnnotation): string {
  const label = features['value'] ?? features['label'];
  return label === undefined || label === '' ? type.slice(type.lastIndexOf('.') + 1) : String(label);
}

/** What features say of a span; those of a layer that is not ours say nothing. */
function readDetails(features: Readonly<Record<string, Primitive>>): Partial<ReadSpan> {
  const { annotationId, annotator, silver, source, canonical, normalized } = features;
  if (annotationId === undefined && silver === undefined) return {};
  return {
    ...(annotationId === undefined ? {} : { id: String(annotationId) }),
    ...(silver === undefined ? {} : { silver: String(silver) === 'true' }),
    ...(source === undefined ? {} : { source: String(source) }),
    annotator: annotator === undefined ? null : String(annotator),
    canonical: canonical === undefined ? null : String(canonical),
    value: normalized === undefined ? null : readValue(String(normalized)),
  };
}

function readValue(json: string): Value | null {
  try {
    const value: unknown = JSON.parse(json);
    return isValue(value) ? value : null;
  } catch {
    return null;
  }
}
