import type { DatasetContext } from '../../dataset/context.ts';
import { SPLITS } from '../../dataset/document.ts';
import type { DatasetLine, Layer, Split } from '../../dataset/document.ts';
import { offsetsFrom } from '../../text/offset-units.ts';
import type { Span } from '../../text/span.ts';
import type { DatasetFile, ReadDataset, ReadDocument, ReadProblem, ReadSpan } from '../format.ts';
import { readPieces } from '../own/pieces.ts';
import { isFields, listOf, offsetIn, parseJson, readDetails } from '../span-details.ts';
import type { Fields } from '../span-details.ts';
import { readParquet } from './parquet.ts';
import type { Metadata } from './parquet.ts';
import { labelNames, readTagged } from './tagged.ts';

/**
 * Reads the Parquet files of a dataset. Of those that other programs wrote: "text" with "entities" ("start", "end",
 * "label" in code points), or "tokens" with their tags under the names that are usual.
 */
export async function parse(
  files: readonly DatasetFile[],
  context: Pick<DatasetContext, 'layerOf'>,
): Promise<ReadDataset> {
  const documents: ReadDocument[] = [];
  const problems: ReadProblem[] = [];
  for (const { path, content } of files) {
    if (typeof content === 'string' || !(path === '' || path.endsWith('.parquet'))) continue;
    const parquet = await readParquet(content);
    if ('error' in parquet) {
      problems.push({
        path,
        line: 0,
        message: `the file cannot be read as Parquet: ${parquet.error}; if it is compressed otherwise than with Snappy, write it anew with Snappy`,
      });
      continue;
    }
    const split = splitOf(parquet.metadata, path);
    const names = labelNames(parquet.metadata);
    for (const [index, row] of parquet.rows.entries()) {
      // The line of a problem is the row, counted from 1.
      const tell = (message: string): void => void problems.push({ path, line: index + 1, message });
      const document = documentOf(row, split, names, context, tell);
      if (document) documents.push(document);
    }
  }
  return { documents, problems };
}

/** The split: as Hashiya says it, else as the file is named ("train-00000-of-00001", "test/0.parquet"). */
function splitOf({ hashiya }: Metadata, path: string): Split | null {
  const json = hashiya === undefined ? null : parseJson(hashiya);
  if (json && 'data' in json && isFields(json.data)) {
    const { split } = json.data;
    return SPLITS.find((one) => one === split) ?? null;
  }
  const words = path.split(/[/.-]/);
  return SPLITS.find((one) => words.includes(one)) ?? null;
}

function documentOf(
  row: Fields,
  split: Split | null,
  names: ReadonlyMap<string, readonly string[]>,
  { layerOf }: Pick<DatasetContext, 'layerOf'>,
  tell: (message: string) => void,
): ReadDocument | null {
  const file = typeof row['file'] === 'string' ? row['file'] : null;
  const published = typeof row['published'] === 'string' ? row['published'] : null;
  const { text } = row;
  if (typeof text !== 'string' || !('entities' in row)) {
    const tagged = readTagged(row, names, typeof text === 'string' ? text : null, layerOf, tell);
    return tagged && { file, published, split, ...tagged };
  }
  const convert = offsetsFrom('codepoint', text);
  const layers: readonly (readonly [layer: Layer | null, list: string, label: string])[] = [
    [null, 'entities', 'label'],
    ['quotations', 'quotations', 'kind'],
    ['boilerplate', 'boilerplate', 'class'],
  ];
  const spans = layers.flatMap(([layer, list, name]) =>
    itemsOf(row[list]).flatMap((item): ReadSpan[] => {
      const span = spanIn(item, convert);
      const given = item[name];
      const label = typeof given === 'string' ? given : names.get(`${list}.${name}`)?.[offsetIn(given) ?? -1];
      if (span && typeof label === 'string')
        return [
          { ...detailsIn(item), ...partsIn(item, convert), ...span, layer: layer ?? layerOf(label), label },
        ];
      tell(`an entry of "${list}" has no valid "start", "end", "${name}"`);
      return [];
    }),
  );
  const pieces = readPieces(row['pieces'], convert);
  return {
    file,
    text,
    published,
    split,
    ...(pieces ? { pieces } : {}),
    lines: listOf(row['lines']).flatMap((item) => lineIn(item, convert) ?? []),
    spans,
  };
}

/** Structs of a list; a struct of lists, as `Sequence` of a dict is stored, is turned round. */
function itemsOf(data: unknown): Fields[] {
  if (Array.isArray(data)) return listOf(data).filter(isFields);
  if (!isFields(data)) return [];
  const columns = Object.entries(data).map(([name, list]) => [name, listOf(list)] as const);
  return Array.from({ length: Math.max(0, ...columns.map(([, list]) => list.length)) }, (_, i) =>
    Object.fromEntries(columns.map(([name, list]) => [name, list[i]])),
  );
}

function spanIn(data: unknown, convert: (offset: number) => number): Span | null {
  if (!isFields(data)) return null;
  const [start, end] = [offsetIn(data['start']), offsetIn(data['end'])];
  return start !== null && end !== null && start <= end ? { start: convert(start), end: convert(end) } : null;
}

const partsIn = (item: Fields, convert: (offset: number) => number): Partial<ReadSpan> =>
  'speaker' in item || 'cue' in item
    ? { speaker: spanIn(item['speaker'], convert), cue: spanIn(item['cue'], convert) }
    : {};

/** Values are stored as JSON. */
function detailsIn(item: Fields): Partial<ReadSpan> {
  const { value } = item;
  const json = typeof value === 'string' ? parseJson(value) : null;
  return readDetails(json && 'data' in json ? { ...item, value: json.data } : item);
}

function lineIn(data: unknown, convert: (offset: number) => number): DatasetLine | null {
  const span = spanIn(data, convert);
  if (!span || !isFields(data)) return null;
  const number = offsetIn(data['line']);
  return number === null || typeof data['class'] !== 'string'
    ? null
    : { ...span, number, class: data['class'], silver: data['silver'] === true };
}
