import type { DatasetSpan } from '../../dataset/document.ts';
import { textOfFile } from '../files.ts';
import type { DatasetFile, ReadProblem } from '../format.ts';
import { isFields, isOffset, parseJson } from '../span-details.ts';
import type { Fields } from '../span-details.ts';
import type { Span } from '../../text/span.ts';

/** A line of JSON that holds an object, and what tells what is wrong with it. */
export interface JsonRecord {
  readonly fields: Fields;
  readonly tell: (message: string) => void;
}

/** The objects of files of JSON lines, one by one; what is wrong with a line is added to `problems`. */
export function* jsonRecords(
  files: readonly DatasetFile[],
  problems: ReadProblem[],
): Generator<JsonRecord, void> {
  for (const { path, content } of files)
    for (const [index, row] of textOfFile(content).split('\n').entries()) {
      if (row.trim() === '') continue;
      const tell = (message: string): void => void problems.push({ path, line: index + 1, message });
      const json = parseJson(row);
      if ('error' in json) tell(`the line is no JSON: ${json.error}`);
      else if (!isFields(json.data)) tell('the line is no JSON object');
      else yield { fields: json.data, tell };
    }
}

/** Where a span comes from, every field of it, so that all records have the same ones. */
export const provenanceOf = ({ silver, annotator, source, id }: DatasetSpan) => ({
  silver,
  annotator,
  source,
  id,
});

/** What a person added to a span: attributes, relations, a note; what there is not is left out. */
export const additionsOf = ({ attributes, relations, note }: DatasetSpan) => ({
  ...(Object.keys(attributes).length === 0 ? {} : { attributes }),
  ...(relations.length === 0 ? {} : { relations }),
  ...(note === '' ? {} : { note }),
});

export const textIn = (data: unknown): string | null => (typeof data === 'string' ? data : null);

/** A span that stands in a field as {"start", "end"}, offsets converted; null where there is none. */
export function spanIn(data: unknown, convert: (offset: number) => number): Span | null {
  if (!isFields(data)) return null;
  const { start, end } = data;
  return isOffset(start) && isOffset(end) && start <= end
    ? { start: convert(start), end: convert(end) }
    : null;
}
