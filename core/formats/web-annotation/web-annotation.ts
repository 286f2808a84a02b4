import { makeAnchor } from '../../annotations/anchors.ts';
import { textHash } from '../../annotations/store.ts';
import { orNothing } from '../../annotations/store-line.ts';
import { LAYER_OF } from '../../dataset/context.ts';
import type { DatasetContext } from '../../dataset/context.ts';
import type { DatasetDocument, DatasetSpan, Layer, Loss } from '../../dataset/document.ts';
import { lossOf } from '../../dataset/loss-of.ts';
import { MARK_FAMILIES } from '../../labels/marks.ts';
import type { MarkFamily } from '../../labels/marks.ts';
import { offsetsTo } from '../../text/offset-units.ts';
import { sameSpan } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import { textPathOf } from '../files.ts';
import { DETAILS } from '../format.ts';
import type { DatasetFile, DatasetFormat, WrittenDataset } from '../format.ts';
import { iriOfId, relativeIri } from './iri.ts';
import { parse } from './read.ts';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const COLLECTION = 'collection.jsonld';

/**
 * The W3C Web Annotation Data Model (Recommendation of 23 February 2017) as JSON-LD: a collection with one page for
 * each article, beside its text. Annotations have a tagging body, and a target with a TextPositionSelector (Unicode
 * code points, as the model's "characters" of 4.2.5) and a TextQuoteSelector. What the model has no words for has the
 * names that annotation files use (core/annotations/store-line.ts).
 */
export const webAnnotation: DatasetFormat = {
  id: 'web-annotation',
  title: { en: 'W3C Web Annotation', ar: 'توصيفات الويب من W3C' },
  description: {
    en: 'JSON-LD: a folder with each article’s text and a page of its annotations; offsets in code points, and by quote.',
    ar: 'JSON-LD: مجلد فيه نص كل مقالة وصفحة بتوصيفاتها؛ المواضع بنقاط ترميز يونيكود وبالاقتباس.',
  },
  suffix: '',
  offsets: 'codepoint',
  layers: ['entities', 'quotations', 'boilerplate'],
  carries: DETAILS,
  holds: ['text', 'published', 'split', 'articleAttributes'],
  serialise,
  parse,
};

const pageOf = (file: string): string => `${textPathOf(file)}.jsonld`;

function serialise(documents: readonly DatasetDocument[], context: DatasetContext): WrittenDataset {
  const losses: Loss[] = [];
  const files: DatasetFile[] = [collectionOf(documents, context)];
  let startIndex = 0;
  for (const [i, document] of documents.entries()) {
    const path = pageOf(document.file);
    const neighbour = (at: number): string | undefined => {
      const other = documents[at];
      return other && relativeIri(path, pageOf(other.file));
    };
    const page = {
      '@context': CONTEXT,
      id: relativeIri(path, path),
      type: 'AnnotationPage',
      partOf: { id: relativeIri(path, COLLECTION), type: 'AnnotationCollection', label: context.name },
      next: neighbour(i + 1),
      prev: neighbour(i - 1),
      startIndex,
      'hashiya:source': document.file,
      'hashiya:sha256': textHash(document.text),
      'hashiya:published': document.published ?? undefined,
      'hashiya:split': document.split ?? undefined,
      'hashiya:attributes': json(orNothing(document.articleAttributes)),
      items: itemsOf(document, path, context, losses),
    };
    startIndex += document.spans.length;
    files.push(
      { path: textPathOf(document.file), content: document.text },
      { path, content: `${JSON.stringify(page, null, 1)}\n` },
    );
  }
  return { files, losses };
}

function collectionOf(documents: readonly DatasetDocument[], { name, tool }: DatasetContext): DatasetFile {
  const link = (document: DatasetDocument | undefined): string | undefined =>
    document && relativeIri(COLLECTION, pageOf(document.file));
  const collection = {
    '@context': CONTEXT,
    id: COLLECTION,
    type: 'AnnotationCollection',
    label: name,
    generator: { type: 'Software', name: tool },
    total: documents.reduce((sum, { spans }) => sum + spans.length, 0),
    first: link(documents[0]),
    last: link(documents[documents.length - 1]),
  };
  return { path: COLLECTION, content: `${JSON.stringify(collection, null, 1)}\n` };
}

function itemsOf(
  document: DatasetDocument,
  path: string,
  { tool }: DatasetContext,
  losses: Loss[],
): object[] {
  const convert = offsetsTo('codepoint', document.text);
  const source = relativeIri(path, textPathOf(document.file));
  const target = (span: Span): object => {
    const { exact, prefix, suffix, span: snapped } = makeAnchor(document.text, span);
    const { start, end } = snapped ?? span;
    return {
      source,
      selector: [
        { type: 'TextPositionSelector', start: convert(start), end: convert(end) },
        { type: 'TextQuoteSelector', exact, prefix, suffix },
      ],
    };
  };
  return document.spans.map((span) => {
    const { span: snapped } = makeAnchor(document.text, span);
    if (snapped && !sameSpan(snapped, span)) losses.push(lossOf(document, span, 'widened'));
    return {
      id: iriOfId(span.id),
      type: 'Annotation',
      motivation: 'tagging',
      ...makerOf(span, tool),
      body:
        span.note === ''
          ? { type: 'TextualBody', purpose: 'tagging', value: span.label }
          : [
              { type: 'TextualBody', purpose: 'tagging', value: span.label },
              { type: 'TextualBody', purpose: 'commenting', value: span.note },
            ],
      target: target(span),
      'hashiya:family': familyOf(span.layer),
      ...(span.silver ? { 'hashiya:silver': true } : { 'hashiya:decision': 'accepted' }),
      'hashiya:basis': span.source,
      'hashiya:canonical': span.canonical ?? undefined,
      'hashiya:value': json(span.value ?? undefined),
      'hashiya:speaker': span.speaker ? target(span.speaker) : undefined,
      'hashiya:cue': span.cue ? target(span.cue) : undefined,
      'hashiya:attributes': json(orNothing(span.attributes)),
      'hashiya:relations': json(span.relations.length === 0 ? undefined : span.relations),
    };
  });
}

/** Plain data as JSON-LD has it, which else would take its fields for terms. */
const json = (data: unknown): object | undefined =>
  data === undefined ? undefined : { '@type': '@json', '@value': data };

const makerOf = ({ annotator }: DatasetSpan, tool: string): object =>
  annotator === null
    ? { generator: { type: 'Software', name: tool } }
    : { creator: { type: 'Person', name: annotator } };

const familyOf = (layer: Layer): MarkFamily | undefined =>
  MARK_FAMILIES.find((family) => LAYER_OF[family] === layer);
