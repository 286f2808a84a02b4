import type { DatasetContext } from '../../dataset/context.ts';
import { offsetsFrom, offsetsTo } from '../../text/offset-units.ts';
import { textOfFile } from '../files.ts';
import type { DatasetFile, ReadDataset, ReadDocument, ReadProblem } from '../format.ts';
import { spansOfGraph } from '../graph.ts';
import type { ReadNode, ReadRelation } from '../graph.ts';
import { readJsonRecords } from '../json-records.ts';
import { passedOver } from '../passed-over.ts';
import { asText, isFields, isOffset, listOf, readDetails } from '../span-details.ts';
import type { Fields } from '../span-details.ts';

/**
 * Reads what Prodigy's db-out writes. What was accepted is decided, by whom "_annotator_id" tells; a task without an
 * answer is silver; what was rejected or ignored is left out.
 */
export function parseProdigy(
  files: readonly DatasetFile[],
  context: Pick<DatasetContext, 'layerOf'>,
): ReadDataset {
  const documents: ReadDocument[] = [];
  const problems: ReadProblem[] = [];
  for (const { path, content } of files) {
    const unknown = passedOver();
    for (const { line, data } of readJsonRecords(path, textOfFile(content), problems)) {
      const document = readTask(
        data,
        (message) => void problems.push({ path, line, message }),
        (what) => unknown.add(path, line, what),
        context,
      );
      if (document) documents.push(document);
    }
    problems.push(...unknown.problems());
  }
  return { documents, problems };
}

/** A span of a task: its offsets in code points, and its last token where it tells. */
interface TaskSpan {
  readonly node: ReadNode<string>;
  readonly lastToken: unknown;
}

function readTask(
  task: unknown,
  wrong: (message: string) => void,
  passOver: (what: string) => void,
  context: Pick<DatasetContext, 'layerOf'>,
): ReadDocument | null {
  if (!isFields(task) || typeof task['text'] !== 'string') {
    wrong('no object with a "text"; left out');
    return null;
  }
  const { text, answer } = task;
  const convert = offsetsFrom('codepoint', text);
  const length = offsetsTo('codepoint', text)(text.length);
  const meta = isFields(task['meta']) ? task['meta'] : {};
  const document = {
    file: typeof meta['file'] === 'string' ? meta['file'] : null,
    text,
    ...(typeof meta['published'] === 'string' || meta['published'] === null
      ? { published: meta['published'] }
      : {}),
  };
  if (answer === 'reject' || answer === 'ignore') {
    passOver(`a task with the answer "${answer}"`);
    return { ...document, spans: [] };
  }
  const annotator = task['_annotator_id'];
  const provenance =
    answer === 'accept'
      ? { silver: false, ...(typeof annotator === 'string' ? { annotator } : {}) }
      : { silver: true, annotator: null };
  const tokens = listOf(task['tokens']).filter(isFields);
  const spans = listOf(task['spans']).flatMap((item): TaskSpan[] => {
    const place = isFields(item) ? placeOf(item, tokens) : null;
    if (!isFields(item) || !place || typeof item['label'] !== 'string')
      wrong(`no span with offsets and a label: ${JSON.stringify(item)}; left out`);
    else if (place.start >= place.end || place.end > length)
      wrong(`a span that is empty or beyond the text: ${JSON.stringify(item)}; left out`);
    else {
      const { start, end } = place;
      // Of a span with details of its own, these say whether it is silver.
      const details = { ...('silver' in item ? {} : provenance), ...readDetails(item) };
      const node = {
        ...details,
        key: keyOf(item),
        label: item['label'],
        start: convert(start),
        end: convert(end),
      };
      return [{ node, lastToken: item['token_end'] }];
    }
    return [];
  });
  return {
    ...document,
    spans: spansOfGraph(
      spans.map(({ node }) => node),
      relationsIn(task, spans, passOver),
      context,
    ),
  };
}

/** The offsets of a span in code points: its own, or those of its first and last token. */
function placeOf(
  item: Fields,
  tokens: readonly Fields[],
): { readonly start: number; readonly end: number } | null {
  const { start, end, token_start: first, token_end: last } = item;
  if (isOffset(start) && isOffset(end)) return { start, end };
  const from = isOffset(first) ? tokens[first]?.['start'] : undefined;
  const to = isOffset(last) ? tokens[last]?.['end'] : undefined;
  return isOffset(from) && isOffset(to) ? { start: from, end: to } : null;
}

/** What tells a span from the others of its task. */
const keyOf = (span: Fields): string =>
  typeof span['id'] === 'string'
    ? span['id']
    : JSON.stringify([span['start'], span['end'], span['token_start'], span['token_end'], span['label']]);

/** Relations by the spans that they name, else by those that end with their tokens. */
function relationsIn(
  task: Fields,
  spans: readonly TaskSpan[],
  passOver: (what: string) => void,
): ReadRelation<string>[] {
  const target = (span: unknown, token: unknown): string | undefined =>
    (isFields(span) ? spans.find(({ node }) => node.key === keyOf(span)) : undefined)?.node.key ??
    spans.find(({ lastToken }) => lastToken === token)?.node.key;
  return listOf(task['relations']).flatMap((item) => {
    const {
      label,
      head,
      child,
      head_span: headSpan,
      child_span: childSpan,
    } = isFields(item) ? item : ({} as Fields);
    const [from, to] = [target(headSpan, head), target(childSpan, child)];
    if (typeof label === 'string' && from !== undefined && to !== undefined)
      return [{ type: label, from, to }];
    passOver(`relation "${asText(label)}"`);
    return [];
  });
}
