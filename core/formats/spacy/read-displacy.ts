import type { DatasetContext } from '../../dataset/context.ts';
import { LAYERS } from '../../dataset/document.ts';
import { offsetsFrom } from '../../text/offset-units.ts';
import type { Span } from '../../text/span.ts';
import { textOfFile } from '../files.ts';
import type { DatasetFile, ReadDataset, ReadDocument, ReadProblem, ReadSpan } from '../format.ts';
import { readJsonRecords } from '../json-records.ts';
import { isFields, isOffset, listOf, readDetails } from '../span-details.ts';
import type { Fields } from '../span-details.ts';

type Context = Pick<DatasetContext, 'layerOf'>;

/**
 * Reads documents as displaCy takes them (a list of them, one alone, or one a line), and those of spaCy's Doc.to_json,
 * whose spans stand under keys.
 */
export function readDisplacy(files: readonly DatasetFile[], context: Context): ReadDataset {
  const documents: ReadDocument[] = [];
  const problems: ReadProblem[] = [];
  for (const { path, content } of files)
    for (const { line, data } of recordsOf(path, textOfFile(content), problems)) {
      const tell = (message: string): void => void problems.push({ path, line, message });
      if (isFields(data) && typeof data['text'] === 'string')
        documents.push(readDocument(data, data['text'], context, tell));
      else if (!isOptions(data)) tell('no object with a "text"; left out');
    }
  return { documents, problems };
}

function recordsOf(
  path: string,
  content: string,
  problems: ReadProblem[],
): { readonly line: number; readonly data: unknown }[] {
  // One object may be laid out over several lines.
  try {
    const whole: unknown = JSON.parse(content);
    if (isFields(whole)) return [{ line: 0, data: whole }];
  } catch {
    // Then it is JSON lines, or their reader tells what is wrong.
  }
  return readJsonRecords(path, content, problems);
}

/** What stands beside the documents is none of them. */
const isOptions = (data: unknown): boolean => isFields(data) && isFields(data['colors']);

function readDocument(
  record: Fields,
  text: string,
  { layerOf }: Context,
  tell: (message: string) => void,
): ReadDocument {
  const convert = offsetsFrom('codepoint', text);
  const placeOf = (data: unknown): Span | null => {
    if (!isFields(data)) return null;
    const { start, end } = data;
    if (!isOffset(start) || !isOffset(end)) return null;
    return convert(start) < convert(end) ? { start: convert(start), end: convert(end) } : null;
  };
  const take = (list: unknown, name: string): ReadSpan[] =>
    listOf(list).flatMap((item): ReadSpan[] => {
      const place = placeOf(item);
      if (!place || !isFields(item) || typeof item['label'] !== 'string') {
        tell(`an entry of "${name}" has no start, end and label; left out: ${JSON.stringify(item)}`);
        return [];
      }
      const { label, layer: named } = item;
      if (named === null) return [];
      const layer = LAYERS.find((one) => one === named) ?? layerOf(label);
      const parts =
        layer === 'quotations' ? { speaker: placeOf(item['speaker']), cue: placeOf(item['cue']) } : {};
      return [{ ...readDetails(item), ...parts, ...place, layer, label }];
    });
  const { spans: groups, ents, file, published } = record;
  const spans = isFields(groups)
    ? Object.keys(groups).flatMap((key) => take(groups[key], `spans.${key}`))
    : take(groups, 'spans');
  const known = new Set(spans.map(({ start, end, label }) => `${start} ${end} ${label}`));
  const entities = take(ents, 'ents').map((span) => ({ ...span, layer: 'entities' as const }));
  return {
    file: typeof file === 'string' ? file : null,
    text,
    published: typeof published === 'string' ? published : null,
    spans: [...entities.filter(({ start, end, label }) => !known.has(`${start} ${end} ${label}`)), ...spans],
  };
}
