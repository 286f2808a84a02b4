import type { DatasetContext } from '../../dataset/context.ts';
import type { Layer } from '../../dataset/document.ts';
import { offsetsFrom } from '../../text/offset-units.ts';
import type { Span } from '../../text/span.ts';
import { decodeTags, detectScheme, TAG } from '../conll/schemes.ts';
import type { DatasetFile, ReadDataset, ReadDocument, ReadProblem, ReadSpan } from '../format.ts';
import { readPieces } from '../own/pieces.ts';
import { isFields, isOffset, listOf, parseJson, readDetails } from '../span-details.ts';
import type { Fields } from '../span-details.ts';
import { isEntityColumn, SPAN_COLUMNS } from './columns.ts';
import { restoreText } from './restore.ts';
import type { PlacedWord, RestoredText } from './restore.ts';
import { readMisc, readRows } from './rows.ts';
import type { Sentence } from './rows.ts';

type Tell = (line: number, message: string) => void;
type Context = Pick<DatasetContext, 'layerOf'>;

/**
 * Reads CoNLL-U Plus, and CoNLL-U: spans of our own columns; entities of a column that is named like one (CONLL:NER,
 * RELATE:NE …), as numbers or as IOB tags; or of MISC's NER or ner, where Stanza has them.
 */
export function readConlluPlus(files: readonly DatasetFile[], context: Context): ReadDataset {
  const documents: ReadDocument[] = [];
  const problems: ReadProblem[] = [];
  for (const { path, content } of files) {
    const tell: Tell = (line, message) => void problems.push({ path, line, message });
    const { columns, documents: parts } = readRows(content, tell);
    for (const sentences of parts) documents.push(readDocument(sentences, columns, context, tell));
  }
  return { documents, problems };
}

function readDocument(
  sentences: readonly Sentence[],
  columns: readonly string[],
  context: Context,
  tell: Tell,
): ReadDocument {
  const restored = restoreText(sentences, tell);
  const { text } = restored;
  const convert = offsetsFrom('codepoint', text);
  const first = sentences[0];
  const about = first ? jsonIn(first, 'doc_json_hashiya', tell) : {};
  const pieces = readPieces(about['pieces'], convert);
  const isOurs = columns.includes(SPAN_COLUMNS.entities);
  return {
    file: typeof about['file'] === 'string' ? about['file'] : null,
    text,
    published: typeof about['published'] === 'string' ? about['published'] : null,
    ...(pieces ? { pieces } : {}),
    spans: isOurs
      ? ownSpans(sentences, restored, convert, tell)
      : entitiesOf(restored, columns.find(isEntityColumn), context, tell),
  };
}

/** The object in a comment; an empty one where there is none. */
function jsonIn({ comments, line }: Sentence, name: string, tell: Tell): Fields {
  const content = comments.get(name);
  if (content === undefined) return {};
  const json = parseJson(content);
  if ('data' in json && isFields(json.data)) return json.data;
  tell(line, `the comment "${name}" is no JSON object; left out`);
  return {};
}

/** The spans of our own columns, with what the comments say of them. */
function ownSpans(
  sentences: readonly Sentence[],
  { sentences: placed }: RestoredText,
  convert: (offset: number) => number,
  tell: Tell,
): ReadSpan[] {
  const layers = ['entities', 'quotations', 'boilerplate'] as const;
  const words = placed.flat();
  const numbered = layers.flatMap((layer) => numberedSpans(words, SPAN_COLUMNS[layer], layer, tell));
  const [speakers, cues] = [partsOf(words, SPAN_COLUMNS.speaker), partsOf(words, SPAN_COLUMNS.cue)];
  const details: Fields = Object.assign(
    {},
    ...sentences.map((sentence) => jsonIn(sentence, 'json_hashiya', tell)),
  ) as Fields;
  const spanIn = (data: unknown): Span | null => {
    const [start, end] = listOf(data);
    return isOffset(start) && isOffset(end) ? { start: convert(start), end: convert(end) } : null;
  };
  return numbered.map(({ number, span }) => {
    const all = details[number];
    const known = isFields(all) ? all : {};
    const parts =
      span.layer === 'quotations'
        ? {
            speaker: spanIn(known['speaker']) ?? speakers.get(number) ?? null,
            cue: spanIn(known['cue']) ?? cues.get(number) ?? null,
          }
        : {};
    return { ...readDetails(known), ...parts, ...span, ...spanIn(known['offsets']) };
  });
}

/** Spans of a column in which words have numbers: "3:PER" begins one, "3" goes on with it; several are parted by ";". */
function numberedSpans(
  words: readonly PlacedWord[],
  column: string,
  layer: Layer,
  tell: Tell,
): { readonly number: string; readonly span: Span & { readonly layer: Layer; readonly label: string } }[] {
  const spans: { number: string; span: { layer: Layer; label: string; start: number; end: number } }[] = [];
  const open = new Map<string, { start: number; end: number }>();
  for (const { row, place } of words)
    for (const [number, label] of numbersIn(row.cells[column])) {
      const known = open.get(number);
      if (label !== '') {
        const span = { layer, label, ...place };
        open.set(number, span);
        spans.push({ number, span });
      } else if (known) known.end = Math.max(known.end, place.end);
      else tell(row.line, `"${number}" in ${column} goes on with nothing; left out`);
    }
  return spans;
}

/** From its first word to its last, by number of the quotation. */
function partsOf(words: readonly PlacedWord[], column: string): Map<string, Span> {
  const parts = new Map<string, Span>();
  for (const { row, place } of words)
    for (const [number] of numbersIn(row.cells[column]))
      parts.set(number, { start: parts.get(number)?.start ?? place.start, end: place.end });
  return parts;
}

const numbersIn = (cell: string | undefined): [number: string, label: string][] =>
  [...(cell ?? '').matchAll(/(?:^|;)(\d+)(?::([^;]+))?/g)].map(([, number = '', label = '']) => [
    number,
    label,
  ]);

/** The entities of a file of another program. */
function entitiesOf(
  { sentences }: RestoredText,
  column: string | undefined,
  { layerOf }: Context,
  tell: Tell,
): ReadSpan[] {
  const cellOf = ({ row }: PlacedWord): string => {
    const misc = readMisc(row.cells['MISC']);
    return (column === undefined ? (misc.get('NER') ?? misc.get('ner')) : row.cells[column]) ?? '_';
  };
  const words = sentences.flat();
  if (column !== undefined && words.some((word) => /^\d+(?::|;|$)/.test(cellOf(word))))
    return numberedSpans(words, column, 'entities', tell).map(({ span }) => ({
      ...span,
      layer: layerOf(span.label),
    }));
  const isEmpty = (cell: string): boolean => cell === '_' || cell === NONE;
  const tags = sentences.map((sentence) =>
    sentence.map((word) => {
      const cell = cellOf(word);
      if (TAG.test(cell) || isEmpty(cell)) return isEmpty(cell) ? 'O' : cell;
      tell(
        word.row.line,
        `"${cell}" is no IOB tag and no number; the word is read as one outside of entities`,
      );
      return 'O';
    }),
  );
  const scheme = detectScheme(tags);
  return sentences.flatMap((sentence, i) => {
    const decoded = decodeTags(scheme, tags[i] ?? []);
    for (const { token, message } of decoded.flaws)
      tell(sentence[token]?.row.line ?? 0, `${message} (the file is in ${scheme})`);
    return decoded.spans.map(({ start, end, label }): ReadSpan => ({
      layer: layerOf(label),
      label,
      start: sentence[start]?.place.start ?? 0,
      end: sentence[end - 1]?.place.end ?? 0,
    }));
  });
}

const NONE = '*';
