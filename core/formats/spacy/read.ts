import type { DatasetContext } from '../../dataset/context.ts';
import type { Layer } from '../../dataset/document.ts';
import type { Span } from '../../text/span.ts';
import { offsetsFrom } from '../../text/offset-units.ts';
import { decodeTags, detectScheme, TAG } from '../conll/schemes.ts';
import { textOfFile } from '../files.ts';
import type { DatasetFile, ReadDataset, ReadDocument, ReadProblem, ReadSpan } from '../format.ts';
import { readJsonRecords } from '../json-records.ts';
import { readPieces } from '../own/pieces.ts';
import { asText, isFields, isOffset, listOf, readDetails } from '../span-details.ts';
import type { Fields } from '../span-details.ts';

type Convert = (offset: number) => number;
type Tell = (message: string) => void;
type Context = Pick<DatasetContext, 'layerOf'>;

/**
 * Reads training data of spaCy: one JSON object a line, or a list of them, or of pairs of a text and an object, as
 * spaCy 2 had them. Entities are offsets, or tags of the words in any scheme; span groups of any name are read.
 */
export function readSpacyJsonl(files: readonly DatasetFile[], context: Context): ReadDataset {
  const documents: ReadDocument[] = [];
  const problems: ReadProblem[] = [];
  for (const { path, content } of files)
    for (const { line, data } of readJsonRecords(path, textOfFile(content), problems)) {
      const tell = (message: string): void => void problems.push({ path, line, message });
      const record = flatten(data);
      if (record) documents.push(readRecord(record, context, tell));
      else tell('no object with a "text"; left out');
    }
  return { documents, problems };
}

type Record = Fields & { readonly text: string };

/** A record with its fields side by side, however they were nested. */
function flatten(data: unknown): Record | null {
  const [text, annotations] = listOf(data);
  const fields = Array.isArray(data) ? { text, ...(isFields(annotations) ? annotations : {}) } : data;
  if (!isFields(fields)) return null;
  const { doc_annotation: ofDocument, token_annotation: ofTokens } = fields;
  const flat = {
    ...fields,
    ...(isFields(ofDocument) ? ofDocument : {}),
    ...(isFields(ofTokens) ? ofTokens : {}),
  };
  const words: unknown = flat['words'] ?? flat['ORTH'];
  const spaces: unknown = flat['spaces'] ?? flat['SPACY'];
  const own: unknown = flat['text'] ?? flat['raw'];
  if (typeof own === 'string') return { ...flat, text: own, words };
  if (!Array.isArray(words)) return null;
  // Words without a text are its words parted by blanks.
  const made = words.map((word, i) => asText(word) + (listOf(spaces)[i] === false ? '' : ' ')).join('');
  return { ...flat, text: made, words };
}

function readRecord(record: Record, { layerOf }: Context, tell: Tell): ReadDocument {
  const { text } = record;
  const convert = offsetsFrom('codepoint', text);
  const groups = isFields(record['spans']) ? record['spans'] : {};
  const meta = isFields(record['meta']) ? record['meta'] : {};
  const told = isFields(meta['spans']) ? meta['spans'] : {};
  const take = (list: unknown, name: string, layer: Layer | null, details: unknown = []): ReadSpan[] => {
    if (list === undefined || list === null) return [];
    if (!Array.isArray(list)) tell(`"${name}" is no list; left out`);
    return listOf(list).flatMap((item, i): ReadSpan[] => {
      const span = readSpan(item, convert);
      if (span)
        return [{ ...readMeta(listOf(details)[i], convert), ...span, layer: layer ?? layerOf(span.label) }];
      tell(`an entry of "${name}" is not [start, end, label]; left out: ${JSON.stringify(item)}`);
      return [];
    });
  };
  const entities = take(groups['entities'], 'entities', 'entities', told['entities']);
  const known = new Set(entities.map(placeOf));
  const listed = record['entities'] ?? record['ner'] ?? record['label'];
  const tags = listOf(listed);
  const isTagged =
    tags.length > 0 && tags.every((tag) => tag === null || tag === '-' || TAG.test(asText(tag)));
  const flat = isTagged ? readTags(record, tags, tell) : take(listed, 'entities', 'entities');
  const spans = [
    ...entities,
    // The group of that name has the same ones, and more is known of them.
    ...flat.filter((span) => !known.has(placeOf(span))),
    ...take(groups['quotations'], 'quotations', 'quotations', told['quotations']),
    ...take(groups['boilerplate'], 'boilerplate', 'boilerplate', told['boilerplate']),
    ...Object.keys(groups).flatMap((name) => (KNOWN.has(name) ? [] : take(groups[name], name, null))),
  ];
  const pieces = readPieces(meta['pieces'], convert);
  return {
    file: typeof meta['file'] === 'string' ? meta['file'] : null,
    text,
    published: typeof meta['published'] === 'string' ? meta['published'] : null,
    ...(pieces ? { pieces } : {}),
    spans,
  };
}

const placeOf = ({ start, end, label }: ReadSpan): string => `${start} ${end} ${label}`;

/** Speakers and cues are told with their quotations. */
const KNOWN: ReadonlySet<string> = new Set(['entities', 'quotations', 'boilerplate', 'speakers', 'cues']);

function readSpan(item: unknown, convert: Convert): Pick<ReadSpan, 'start' | 'end' | 'label'> | null {
  const [start, end, label] = listOf(item);
  if (!isOffset(start) || !isOffset(end) || typeof label !== 'string') return null;
  return convert(start) < convert(end) ? { label, start: convert(start), end: convert(end) } : null;
}

/** Entities that are tags of words; a tag that is missing, or "-", is taken for O. */
function readTags(record: Record, tags: readonly unknown[], tell: Tell): ReadSpan[] {
  const words = listOf(record['words']).map(String);
  if (words.length !== tags.length) {
    tell(`there are ${tags.length} tags of entities for ${words.length} words; left out`);
    return [];
  }
  let at = 0;
  const places = words.map((word) => {
    const start = record.text.indexOf(word, at);
    if (start >= 0) at = start + word.length;
    return start < 0 ? null : { start, end: at };
  });
  const row = tags.map((tag) => (typeof tag === 'string' && tag !== '-' ? tag : 'O'));
  return decodeTags(detectScheme([row]), row).spans.flatMap(({ start, end, label }): ReadSpan[] => {
    const [first, last] = [places[start], places[end - 1]];
    if (first && last) return [{ layer: 'entities', label, start: first.start, end: last.end }];
    tell(`the words of an entity ${label} are not in the text; left out`);
    return [];
  });
}

/** What a record says of a span beyond its place and label; nothing where another program wrote it. */
function readMeta(meta: unknown, convert: Convert): Partial<ReadSpan> {
  if (!isFields(meta)) return {};
  const part = (of: unknown): Span | null => {
    const [start, end] = listOf(of);
    return isOffset(start) && isOffset(end) ? { start: convert(start), end: convert(end) } : null;
  };
  return { ...readDetails(meta), speaker: part(meta['speaker']), cue: part(meta['cue']) };
}
