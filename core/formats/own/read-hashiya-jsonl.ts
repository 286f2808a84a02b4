import { SPLITS } from '../../dataset/document.ts';
import type { DatasetDocument, DatasetLine, DatasetToken, Layer } from '../../dataset/document.ts';
import { OFFSET_UNITS, offsetsFrom } from '../../text/offset-units.ts';
import { textOfFile } from '../files.ts';
import type { DatasetFile, ReadDataset, ReadDocument, ReadProblem, ReadSpan } from '../format.ts';
import { isFields, isOffset, listOf, readDetails, textsOf } from '../span-details.ts';
import type { Fields } from '../span-details.ts';
import { readPieces } from './pieces.ts';
import { jsonRecords, spanIn, textIn } from './records.ts';
import type { JsonRecord } from './records.ts';

/** The lists of spans of a record, and the field of each that holds the label. */
const LISTS: readonly (readonly [layer: Layer, label: string])[] = [
  ['entities', 'label'],
  ['quotations', 'kind'],
  ['boilerplate', 'class'],
];

/**
 * Reads records, and what `hashiya analyze` prints: where a record has no "text", the text is that of the file of the
 * dataset (.txt) that "file" names.
 */
export function parse(files: readonly DatasetFile[]): ReadDataset {
  const texts = files.filter(({ path }) => path.endsWith('.txt'));
  const documents: ReadDocument[] = [];
  const problems: ReadProblem[] = [];
  for (const record of jsonRecords(
    files.filter((file) => !texts.includes(file)),
    problems,
  )) {
    const file = textIn(record.fields['file']);
    const text = textIn(record.fields['text']) ?? textBeside(texts, file);
    if (text !== null) documents.push(readRecord(record, file, text));
    else
      record.tell(
        `the record has no "text", and there is no ${file ?? '.txt'} beside it: put the text into the record, or the article into the folder`,
      );
  }
  return { documents, problems };
}

function textBeside(texts: readonly DatasetFile[], file: string | null): string | null {
  const beside = texts.find(
    ({ path }) => path === file || file?.endsWith(`/${path}`) || path.endsWith(`/${file}`),
  );
  return beside ? textOfFile(beside.content) : null;
}

function readRecord({ fields, tell }: JsonRecord, file: string | null, text: string): ReadDocument {
  const unit = OFFSET_UNITS.find((known) => known === (fields['offsets'] ?? 'codepoint'));
  if (!unit) tell(`"offsets" is none of ${OFFSET_UNITS.join(', ')}; taken for code points`);
  const convert = offsetsFrom(unit ?? 'codepoint', text);
  const spans = LISTS.flatMap(([layer, name]) =>
    listOf(fields[layer]).flatMap((item): ReadSpan[] => {
      const span = readSpan(item, layer, name, convert);
      if (!span) {
        tell(`an entry of "${layer}" has no valid "start", "end", "${name}": ${JSON.stringify(item)}`);
        return [];
      }
      const words = isFields(item) ? textIn(item['text']) : null;
      if (words !== null && words !== text.slice(span.start, span.end))
        tell(`an entry of "${layer}" is not where its "text" stands: «${words}»; check "offsets"`);
      return [span];
    }),
  );
  const pieces = unit === 'codepoint' ? readPieces(fields['pieces'], convert) : null;
  const split = SPLITS.find((known) => known === fields['split']);
  return {
    file,
    text,
    published: textIn(fields['published']),
    ...(isFields(fields['attributes']) ? { articleAttributes: textsOf(fields['attributes']) } : {}),
    split: split ?? null,
    ...(pieces ? { pieces } : {}),
    lines: readLines(fields, text, convert),
    sentences: readSentences(fields['sentences'], convert),
    spans,
  };
}

function readSpan(
  item: unknown,
  layer: Layer,
  name: string,
  convert: (offset: number) => number,
): ReadSpan | null {
  const span = spanIn(item, convert);
  if (!span || !isFields(item) || typeof item[name] !== 'string') return null;
  const part = (field: 'speaker' | 'cue') => (field in item ? { [field]: spanIn(item[field], convert) } : {});
  return { ...readDetails(item), ...part('speaker'), ...part('cue'), ...span, layer, label: item[name] };
}

/** Lines by their number and class; where a record does not say where they stand, by counting newlines. */
function readLines(fields: Fields, text: string, convert: (offset: number) => number): DatasetLine[] {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return listOf(fields['lines']).flatMap((item): DatasetLine[] => {
    if (!isFields(item) || !isOffset(item['line']) || typeof item['class'] !== 'string') return [];
    const number = item['line'];
    const start = starts[number - 1] ?? text.length;
    const counted = { start, end: (starts[number] ?? text.length + 1) - 1 };
    return [
      {
        ...(spanIn(item, convert) ?? counted),
        number,
        class: item['class'],
        silver: item['silver'] !== false,
      },
    ];
  });
}

const readSentences = (data: unknown, convert: (offset: number) => number): DatasetDocument['sentences'] =>
  listOf(data).map((sentence) =>
    listOf(sentence).flatMap((token): DatasetToken[] => {
      const [start, end, proper = start] = listOf(token);
      return isOffset(start) && isOffset(end) && isOffset(proper)
        ? [{ start: convert(start), end: convert(end), proper: convert(proper) }]
        : [];
    }),
  );
