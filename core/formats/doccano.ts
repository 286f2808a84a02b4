import type { DatasetContext } from '../dataset/context.ts';
import type { DatasetDocument } from '../dataset/document.ts';
import { offsetsFrom, offsetsTo } from '../text/offset-units.ts';
import { textOfFile } from './files.ts';
import { DETAILS } from './format.ts';
import type {
  DatasetFile,
  DatasetFormat,
  ReadDataset,
  ReadDocument,
  ReadProblem,
  WrittenDataset,
} from './format.ts';
import { graphOf, spansOfGraph } from './graph.ts';
import type { ReadNode, ReadRelation } from './graph.ts';
import { readJsonRecords } from './json-records.ts';
import { passedOver } from './passed-over.ts';
import type { PassedOver } from './passed-over.ts';
import { detailsOf, isFields, isOffset, listOf, readDetails } from './span-details.ts';
import type { Fields } from './span-details.ts';

/**
 * doccano's JSONL with relations (https://doccano.github.io/doccano, backend/data_import/pipeline of its code): one
 * object a line, one line an article, with "text", "entities" ({id, label, start_offset, end_offset}) and "relations"
 * ({id, from_id, to_id, type}) from quotations to their speakers and cues. Offsets are Unicode code points, end
 * exclusive. "meta" becomes metadata there, but not "details" of entities, which doccano does not look at.
 */
export const doccano: DatasetFormat = {
  id: 'doccano',
  title: { en: 'doccano JSON lines', ar: 'أسطر JSON لأداة doccano' },
  description: {
    en: 'Entities, quotations with relations to speakers and cues, boilerplate; one JSON object a line, offsets in code points.',
    ar: 'الكيانات والاقتباسات مع علاقات إلى قائليها وألفاظ القول والحواشي الآلية؛ كائن JSON في كل سطر، والمواضع بنقاط ترميز يونيكود.',
  },
  suffix: '.jsonl',
  offsets: 'codepoint',
  layers: ['entities', 'quotations', 'boilerplate'],
  carries: DETAILS,
  holds: ['text', 'published'],
  serialise: (documents, { tool }): WrittenDataset => ({
    files: [
      {
        path: '',
        content: documents.map((document) => `${JSON.stringify(recordOf(document, tool))}\n`).join(''),
      },
    ],
    losses: [],
  }),
  parse,
};

function recordOf(document: DatasetDocument, tool: string): object {
  const { nodes, relations } = graphOf(document);
  const convert = offsetsTo('codepoint', document.text);
  return {
    text: document.text,
    // Both lists are always there: doccano's import asks for the columns.
    entities: nodes.map(({ label, start, end, span }, i) => ({
      id: i + 1,
      label,
      start_offset: convert(start),
      end_offset: convert(end),
      ...(span ? { details: detailsOf(span) } : {}),
    })),
    relations: relations.map(({ type, from, to }, i) => ({
      id: i + 1,
      from_id: from + 1,
      to_id: to + 1,
      type,
    })),
    // One field: in columns of their own, doccano's tables make NaN of what some articles lack, and its database then
    // refuses them all.
    meta: { file: document.file, published: document.published, offsets: 'codepoint', tool },
  };
}

/**
 * Reads doccano's exports: JSONL or a JSON list, with entities and relations or with "label" ([start, end, label]),
 * also of its versions that called the text "data" and the list "labels".
 */
function parse(files: readonly DatasetFile[], context: Pick<DatasetContext, 'layerOf'>): ReadDataset {
  const documents: ReadDocument[] = [];
  const problems: ReadProblem[] = [];
  for (const { path, content } of files) {
    const unknown = passedOver();
    for (const { line, data } of readJsonRecords(path, textOfFile(content), problems)) {
      const wrong = (message: string): void => void problems.push({ path, line, message });
      const document = readRecord(data, wrong, { path, line, unknown }, context);
      if (document) documents.push(document);
    }
    problems.push(...unknown.problems());
  }
  return { documents, problems };
}

interface Place {
  readonly path: string;
  readonly line: number;
  readonly unknown: PassedOver;
}

function readRecord(
  record: unknown,
  wrong: (message: string) => void,
  { path, line, unknown }: Place,
  context: Pick<DatasetContext, 'layerOf'>,
): ReadDocument | null {
  const text = isFields(record) ? (record['text'] ?? record['data']) : undefined;
  if (!isFields(record) || typeof text !== 'string') {
    wrong('no object with a "text"; left out');
    return null;
  }
  const convert = offsetsFrom('codepoint', text);
  const length = offsetsTo('codepoint', text)(text.length);
  const nodes: ReadNode<unknown>[] = [];
  for (const item of listOf(record['entities'] ?? record['label'] ?? record['labels'])) {
    const entity = readEntity(item);
    if (typeof item === 'string') unknown.add(path, line, `the category "${item}" of a whole text`);
    else if (!entity) wrong(`no span with offsets and a label: ${JSON.stringify(item)}; left out`);
    else if (entity.start >= entity.end || entity.end > length)
      wrong(`a span that is empty or beyond the text: ${JSON.stringify(item)}; left out`);
    else nodes.push({ ...entity, start: convert(entity.start), end: convert(entity.end) });
  }
  const relations: ReadRelation<unknown>[] = [];
  for (const item of listOf(record['relations'])) {
    const { from_id: from, to_id: to, type } = isFields(item) ? item : ({} as Fields);
    if (typeof type !== 'string' || from === undefined || to === undefined)
      wrong(`no relation with "from_id", "to_id" and "type": ${JSON.stringify(item)}; left out`);
    else relations.push({ type, from, to });
  }
  if (listOf(record['Comments']).length > 0) unknown.add(path, line, 'comments');
  // doccano's export has metadata as fields of the record; older ones have "meta".
  const { file, published } = { ...record, ...(isFields(record['meta']) ? record['meta'] : {}) };
  return {
    file: typeof file === 'string' ? file : null,
    text,
    ...(typeof published === 'string' || published === null ? { published } : {}),
    spans: spansOfGraph(nodes, relations, context),
  };
}

/** An entity in doccano's own offsets: an object or [start, end, label]. */
function readEntity(item: unknown): ReadNode<unknown> | null {
  if (Array.isArray(item)) {
    const [start, end, label] = item as unknown[];
    return isOffset(start) && isOffset(end) && typeof label === 'string'
      ? { key: item, start, end, label }
      : null;
  }
  if (!isFields(item)) return null;
  const { id, start_offset: start, end_offset: end, label, details } = item;
  return isOffset(start) && isOffset(end) && typeof label === 'string'
    ? { ...readDetails(details), key: id, start, end, label }
    : null;
}
