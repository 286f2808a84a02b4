import type { DatasetContext } from '../../dataset/context.ts';
import type { DatasetDocument, DatasetSpan } from '../../dataset/document.ts';
import { offsetsTo } from '../../text/offset-units.ts';
import { DETAILS } from '../format.ts';
import type { DatasetFormat, WrittenDataset } from '../format.ts';
import { graphOf } from '../graph.ts';
import type { GraphNode } from '../graph.ts';
import { detailsOf } from '../span-details.ts';
import { CANONICAL_NAME, labellingConfiguration, TEXT_NAME } from './config.ts';
import { parseLabelStudio } from './parse.ts';

/**
 * Label Studio's JSON (https://labelstud.io/guide/tasks): a task for each article in tasks.json, and the labelling
 * configuration beside it, whose names the results use. What a person decided is an annotation, what nobody did is a
 * prediction. Offsets are Unicode code points, end exclusive; "\r\n" counts two.
 */
export const labelStudio: DatasetFormat = {
  id: 'label-studio',
  title: { en: 'Label Studio JSON', ar: 'JSON لأداة Label Studio' },
  description: {
    en: 'Tasks with annotations, marks as predictions, and the labelling configuration; relations to speakers and cues, full names; offsets in code points.',
    ar: 'مهام بتوسيماتها، والعلامات المقترحة تنبؤات، مع إعدادات التوسيم؛ وعلاقات إلى القائلين وألفاظ القول والأسماء الكاملة؛ والمواضع بنقاط ترميز يونيكود.',
  },
  suffix: '',
  offsets: 'codepoint',
  layers: ['entities', 'quotations', 'boilerplate'],
  carries: DETAILS,
  holds: ['text', 'published'],
  serialise,
  parse: parseLabelStudio,
};

function serialise(documents: readonly DatasetDocument[], context: DatasetContext): WrittenDataset {
  const tasks = documents.map(
    (document, i) => `  ${JSON.stringify({ id: i + 1, ...taskOf(document, context) })}`,
  );
  return {
    files: [
      { path: 'labeling-config.xml', content: labellingConfiguration(documents, context) },
      { path: 'tasks.json', content: tasks.length > 0 ? `[\n${tasks.join(',\n')}\n]\n` : '[]\n' },
    ],
    losses: [],
  };
}

function taskOf(document: DatasetDocument, { tool }: DatasetContext): object {
  const convert = offsetsTo('codepoint', document.text);
  const taken = new Set<string>();
  // Relations hold within one result: what is decided and what is not are graphs of their own.
  const resultOf = (isOwn: (span: DatasetSpan) => boolean): object[] =>
    resultsOf({ ...document, spans: document.spans.filter(isOwn) }, convert, taken);
  const decided = resultOf(({ silver }) => !silver);
  const silver = resultOf((span) => span.silver);
  return {
    data: {
      [TEXT_NAME]: document.text,
      file: document.file,
      published: document.published,
    },
    meta: { tool, offsets: 'codepoint' },
    annotations: decided.length > 0 ? [{ result: decided }] : [],
    predictions: silver.length > 0 ? [{ model_version: tool, result: silver }] : [],
  };
}

/** Regions, each followed by its full name, then relations. Regions are named by the ids of their annotations. */
function resultsOf(
  document: DatasetDocument,
  convert: (offset: number) => number,
  taken: Set<string>,
): object[] {
  const { nodes, relations } = graphOf(document);
  const ids = nodes.map((node) => {
    let id = node.span?.id ?? `${node.label}-${convert(node.start)}-${convert(node.end)}`;
    while (taken.has(id)) id += '_';
    taken.add(id);
    return id;
  });
  // Entities first: Label Studio's export to CoNLL takes the control that comes first, and no other.
  const isEntity = (node: GraphNode): boolean => node.span?.layer === 'entities';
  const ordered = [...nodes.entries()].sort(([, a], [, b]) => Number(isEntity(b)) - Number(isEntity(a)));
  const regions = ordered.flatMap(([i, node]) => regionOf(document.text, node, ids[i] as string, convert));
  const ties = relations.map(({ type, from, to }) => ({
    type: 'relation',
    from_id: ids[from],
    to_id: ids[to],
    direction: 'right',
    labels: [type],
  }));
  return [...regions, ...ties];
}

function regionOf(
  text: string,
  { start, end, label, span }: GraphNode,
  id: string,
  convert: (offset: number) => number,
): object[] {
  const place = { start: convert(start), end: convert(end) };
  const region = {
    id,
    from_name: span?.layer ?? 'quotations',
    to_name: TEXT_NAME,
    type: 'labels',
    value: { ...place, text: text.slice(start, end), labels: [label] },
  };
  if (!span) return [region];
  const { annotator, source, value, canonical, attributes, note } = detailsOf(span);
  return [
    { ...region, meta: { annotator, source, value, attributes, note } },
    ...(canonical === undefined
      ? []
      : [
          {
            id,
            from_name: CANONICAL_NAME,
            to_name: TEXT_NAME,
            type: 'textarea',
            value: { ...place, text: [canonical] },
          },
        ]),
  ];
}
