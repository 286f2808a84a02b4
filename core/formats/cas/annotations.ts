import type { DatasetDocument, DatasetSpan, Layer } from '../../dataset/document.ts';
import type { Span } from '../../text/span.ts';
import { graphOf } from '../graph.ts';
import { BOILERPLATE, LINE, MENTION, NAMED_ENTITY, QUOTATION, QUOTATION_PART } from './types.ts';

/** The value of a primitive feature; features that are not set are left out. */
export type Primitive = string | number | boolean;

/** An annotation of a text as UIMA has it. Offsets are UTF-16 code units. */
export interface CasAnnotation extends Span {
  /** What links call it. */
  readonly key: number;
  /** The full name of its type. */
  readonly type: string;
  readonly features: Readonly<Record<string, Primitive>>;
  readonly links: readonly CasLink[];
}

/** From an annotation to another one, by its key. */
interface CasLink {
  readonly role: string;
  readonly target: number;
}

const TYPE_OF: Readonly<Record<Layer, string>> = {
  entities: NAMED_ENTITY,
  quotations: QUOTATION,
  boilerplate: BOILERPLATE,
};

/** The spans and lines of a document as annotations, in the order of the text; a link's target may come later. */
export function annotationsOf(document: DatasetDocument): CasAnnotation[] {
  const { nodes, relations } = graphOf(document);
  const links = new Map<number, CasLink[]>();
  for (const { type, isFree, from, to } of relations)
    if (!isFree) links.set(from, [...(links.get(from) ?? []), { role: type, target: to }]);
  const annotations: CasAnnotation[] = nodes.map(({ span, label, start, end }, key) => ({
    key,
    type: span ? TYPE_OF[span.layer] : QUOTATION_PART,
    start,
    end,
    features: { value: label, ...(span && span.layer !== 'entities' ? detailsOf(span) : {}) },
    links: links.get(key) ?? [],
  }));
  let key = nodes.length;
  for (const { span } of nodes)
    if (span?.layer === 'entities')
      annotations.push({
        key: key++,
        type: MENTION,
        start: span.start,
        end: span.end,
        features: { value: span.label, ...detailsOf(span) },
        links: [],
      });
  for (const { start, end, class: value, number, silver } of document.lines)
    annotations.push({ key: key++, type: LINE, start, end, features: { value, number, silver }, links: [] });
  return annotations;
}

const detailsOf = ({
  id,
  annotator,
  silver,
  source,
  canonical,
  value,
}: DatasetSpan): Record<string, Primitive> => ({
  annotationId: id,
  ...(annotator === null ? {} : { annotator }),
  silver,
  source,
  ...(canonical === null ? {} : { canonical }),
  ...(value === null ? {} : { normalized: JSON.stringify(value) }),
});
