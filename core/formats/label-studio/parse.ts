import type { DatasetContext } from '../../dataset/context.ts';
import { offsetsFrom, offsetsTo } from '../../text/offset-units.ts';
import { byPath, textOfFile } from '../files.ts';
import type { DatasetFile, ReadDataset, ReadDocument, ReadProblem, ReadSpan } from '../format.ts';
import { spansOfGraph } from '../graph.ts';
import { readJsonRecords } from '../json-records.ts';
import { passedOver } from '../passed-over.ts';
import { isFields, listOf } from '../span-details.ts';
import type { Fields } from '../span-details.ts';
import { layerOfControl, readConfiguration, TEXT_NAME } from './config.ts';
import { readResult } from './results.ts';
import type { Region, Result } from './results.ts';

/**
 * Reads Label Studio's exports, JSON and JSON_MIN. Every annotation that was not skipped counts, predictions where no
 * annotation was made from them, as silver. Which field of a task holds the text the configuration says where it is
 * there, else it is "text", or the only one that is a text.
 */
export function parseLabelStudio(
  files: readonly DatasetFile[],
  context: Pick<DatasetContext, 'layerOf'>,
): ReadDataset {
  const documents: ReadDocument[] = [];
  const problems: ReadProblem[] = [];
  const sorted = byPath(files);
  const configuration = sorted.find(({ path }) => path.endsWith('.xml'));
  const { texts } = readConfiguration(configuration ? textOfFile(configuration.content) : '<View/>');
  for (const { path, content } of sorted) {
    if (/\.xml$/.test(path)) continue;
    const unknown = passedOver();
    for (const [index, { line, data }] of readJsonRecords(path, textOfFile(content), problems).entries()) {
      const name = `task ${index + 1}`;
      const place = {
        wrong: (message: string): void => void problems.push({ path, line, message: `${name}: ${message}` }),
        passOver: (what: string): void => unknown.add(path, line, what),
      };
      const document = readTask(data, new Set(texts.values()), place, context);
      if (document) documents.push(document);
    }
    problems.push(...unknown.problems());
  }
  return { documents, problems };
}

/** How a task tells what is wrong with it, and what has no place here. */
export interface Complaints {
  readonly wrong: (message: string) => void;
  readonly passOver: (what: string) => void;
}

function readTask(
  task: unknown,
  fields: ReadonlySet<string>,
  complaints: Complaints,
  context: Pick<DatasetContext, 'layerOf'>,
): ReadDocument | null {
  const data = isFields(task) ? (isFields(task['data']) ? task['data'] : task) : {};
  const text = textIn(data, fields);
  if (!isFields(task) || text === null) {
    complaints.wrong('it has no data with a text; left out');
    return null;
  }
  const results = isFields(task['data']) ? resultsIn(task, complaints) : [minimalResult(data, complaints)];
  const convert = unitOf(text, results);
  const spans = results.flatMap(({ regions, relations, details }): ReadSpan[] => {
    const nodes = regions.flatMap((region) => {
      const [start, end] = [convert(region.start), convert(region.end)];
      if (start < end)
        return [{ ...details, ...region.details, key: region.key, label: region.label, start, end }];
      complaints.wrong(`region ${region.key} is empty or beyond the text; left out`);
      return [];
    });
    const layers = new Map(
      regions.flatMap(({ label, control }) => {
        const layer = layerOfControl(control);
        return layer ? [[label, layer] as const] : [];
      }),
    );
    return spansOfGraph(nodes, relations, {
      layerOf: (label) => layers.get(label) ?? context.layerOf(label),
    });
  });
  const { file, published } = data;
  return {
    file: typeof file === 'string' ? file : null,
    text,
    ...(typeof published === 'string' || published === null ? { published } : {}),
    spans,
  };
}

/** The text of a task. */
function textIn(data: Fields, fields: ReadonlySet<string>): string | null {
  const known = [...fields, TEXT_NAME].map((field) => data[field]).find((value) => typeof value === 'string');
  if (known !== undefined) return known as string;
  const strings = Object.values(data).filter((value) => typeof value === 'string');
  return strings.length === 1 ? (strings[0] as string) : null;
}

/** What a task's annotations and predictions say; "completions" is what annotations were called before 1.0. */
function resultsIn(task: Fields, complaints: Complaints): Result[] {
  const annotations = listOf(task['annotations'] ?? task['completions']).filter(isFields);
  const kept = annotations.filter(({ was_cancelled: isSkipped }) => {
    if (isSkipped) complaints.passOver('a skipped annotation');
    return !isSkipped;
  });
  // Predictions that somebody has gone over live on in the annotation.
  const isGoneOver = annotations.some(({ parent_prediction: parent }) => parent != null);
  const predictions = isGoneOver ? [] : listOf(task['predictions']).filter(isFields);
  return [
    ...kept.map((annotation) => {
      const annotator = nameOf(annotation['completed_by']);
      return readResult(listOf(annotation['result']), complaints, {
        silver: false,
        ...(annotator === null ? {} : { annotator }),
      });
    }),
    ...predictions.map((prediction) =>
      readResult(listOf(prediction['result']), complaints, { silver: true, annotator: null }),
    ),
  ];
}

/** Who made an annotation: Label Studio tells an address, or the number of the account. */
function nameOf(completedBy: unknown): string | null {
  if (isFields(completedBy)) return typeof completedBy['email'] === 'string' ? completedBy['email'] : null;
  return typeof completedBy === 'number' ? `label-studio-${completedBy}` : null;
}

/** JSON_MIN: the regions stand beside the text, under the name of their control. */
function minimalResult(task: Fields, complaints: Complaints): Result {
  const items = Object.entries(task).flatMap(([control, value]) =>
    listOf(value).flatMap((item, i) =>
      isFields(item) && 'labels' in item
        ? [{ id: `${control}-${i}`, from_name: control, type: 'labels', value: item }]
        : [],
    ),
  );
  return readResult(items, complaints, {});
}

/**
 * From the offsets of regions to UTF-16 code units. Old versions of Label Studio counted UTF-16: where more regions
 * say the words that stand there by that count, that it is.
 */
function unitOf(text: string, results: readonly Result[]): (offset: number) => number {
  const regions = results.flatMap((result) => result.regions);
  const codePoints = offsetsFrom('codepoint', text);
  const length = offsetsTo('codepoint', text)(text.length);
  const inText = (offset: number): number => (offset > length ? text.length : codePoints(offset));
  const utf16 = (offset: number): number => Math.min(offset, text.length);
  const count = (convert: (offset: number) => number): number =>
    regions.filter(
      (region: Region) => region.words === text.slice(convert(region.start), convert(region.end)),
    ).length;
  return count(utf16) > count(inText) ? utf16 : inText;
}
