import { sortedByName } from '../annotations/store-line.ts';
import type { Relation } from '../annotations/annotation.ts';
import type { DatasetContext } from '../dataset/context.ts';
import type { DatasetDocument, DatasetSpan, Loss } from '../dataset/document.ts';
import { lossOf } from '../dataset/loss-of.ts';
import { overlaps } from '../text/span.ts';
import type {
  DatasetFile,
  DatasetFormat,
  Detail,
  DocumentDetail,
  ReadDocument,
  ReadPiece,
  ReadSpan,
} from './format.ts';
import { documentLoss } from './losses.ts';
import { placeIn, placeOfExcerpts } from './proof-place.ts';
import type { Ends, Place } from './proof-place.ts';
import { replaceNotInXml } from './xml.ts';

/** What reading a dataset back brought to light. */
export interface Proof {
  /** What is missing, moved or new. Empty: the dataset says what it was to say. */
  readonly losses: readonly Loss[];
  /** How many labelled spans it has. */
  readonly spans: number;
}

/**
 * Reads a written dataset back with its format's own reader and compares every span with its source: by offsets where
 * the format keeps the text, else by the characters that are no blanks; and each detail that the format carries, of
 * spans and of documents. Losses that the writer told itself (`told`) are not told again.
 */
export async function prove(
  format: DatasetFormat,
  files: readonly DatasetFile[],
  documents: readonly DatasetDocument[],
  told: readonly Loss[],
  context: Pick<DatasetContext, 'layerOf'>,
): Promise<Proof> {
  const { documents: read } = await format.parse(files, context);
  const byFile = new Map(read.map((document) => [document.file, document]));
  const toldIn = new Map<string, Loss[]>();
  for (const loss of told) {
    const losses = toldIn.get(loss.file);
    if (losses) losses.push(loss);
    else toldIn.set(loss.file, [loss]);
  }
  const losses = documents.flatMap((document, i) =>
    compare(
      document,
      byFile.get(document.file) ?? (byFile.has(null) ? read[i] : undefined),
      format,
      toldIn.get(document.file) ?? [],
    ),
  );
  return { losses, spans: read.reduce((sum, document) => sum + document.spans.length, 0) };
}

function compare(
  document: DatasetDocument,
  read: ReadDocument | undefined,
  { layers, carries, holds = [] }: DatasetFormat,
  told: readonly Loss[],
): Loss[] {
  const isReplaced = told.some(({ layer, reason }) => layer === null && reason === 'replaced');
  const text = isReplaced ? replaceNotInXml(document.text) : document.text;
  const changed = holds
    .filter((detail) => !isSameInDocument(detail, { ...document, text }, read ?? nothingOf(document)))
    .map((detail) => documentLoss(document, 'changed', detail));
  const own = document.spans.filter((span) => layers.includes(span.layer));
  const isTold = (span: Pick<DatasetSpan, 'layer' | 'label' | 'start' | 'end'>): boolean =>
    told.some(
      (loss) =>
        loss.layer === span.layer &&
        loss.label === span.label &&
        loss.span !== null &&
        overlaps(loss.span, span),
    );
  const place =
    read &&
    (read.pieces && !holds.includes('text')
      ? placeOfExcerpts(document, read.text, read.pieces)
      : placeIn(text, document, read.text));
  if (!place)
    return [
      ...changed,
      ...own.filter((span) => !isTold(span)).map((span) => lossOf(document, span, 'changed')),
    ];
  const key = (span: Pick<DatasetSpan, 'layer' | 'label'>, [start, end]: Ends): string =>
    `${span.layer}\n${span.label}\n${start}\n${end}`;
  const found = new Map<string, ReadSpan[]>();
  for (const span of read.spans) {
    const name = key(span, place.ofRead(span));
    found.set(name, [...(found.get(name) ?? []), span]);
  }
  // What is told as lost has the last choice: of spans without letters all stand at one place.
  const ordered = [...own].sort((a, b) => Number(isTold(a)) - Number(isTold(b)));
  const missing = ordered.flatMap((span): Loss[] => {
    const candidates = found.get(key(span, place.ofDocument(span))) ?? [];
    const differences = candidates.map((other) =>
      carries.filter((detail) => !isSameDetail(detail, span, other, place)),
    );
    const best = differences.reduce((a, b, i) => (b.length < (differences[a]?.length ?? 0) ? i : a), 0);
    candidates.splice(best, 1);
    if (isTold(span)) return [];
    const [detail] = differences[best] ?? [];
    if (differences.length > 0 && detail === undefined) return [];
    return [{ ...lossOf(document, span, 'changed'), ...(detail === undefined ? {} : { detail }) }];
  });
  const unexpected = [...found.values()].flat().flatMap((span) => {
    const surprise = { ...SURPRISE, ...span, ...place.inDocument(...place.ofRead(span)) };
    return isTold(surprise) ? [] : [lossOf(document, surprise, 'unexpected')];
  });
  return [...changed, ...missing, ...unexpected];
}

/** What a format that has no record for a document without content says of it. */
const nothingOf = ({ file, published, split, articleAttributes }: DatasetDocument): ReadDocument => ({
  file,
  articleAttributes,
  text: '',
  published,
  split,
  spans: [],
});

/** Whether a document that was read back says the same of something beside its spans. */
function isSameInDocument(detail: DocumentDetail, own: DatasetDocument, read: ReadDocument): boolean {
  switch (detail) {
    case 'text':
    case 'published':
    case 'split':
      return own[detail] === (read[detail] ?? null);
    case 'articleAttributes':
      return (
        JSON.stringify(sortedByName(own.articleAttributes)) ===
        JSON.stringify(sortedByName(read.articleAttributes ?? {}))
      );
    case 'pieces':
      return JSON.stringify(own.pieces.map(readPiece)) === JSON.stringify((read.pieces ?? []).map(readPiece));
    case 'sentences':
      return tokensOf(own.sentences) === tokensOf(read.sentences ?? []);
    case 'lines':
      return linesOf(own) === linesOf({ text: read.text, lines: read.lines ?? [] });
  }
}

const readPiece = ({ start, sourceCodePoint, length }: ReadPiece): readonly number[] => [
  start,
  sourceCodePoint,
  length,
];

const tokensOf = (sentences: DatasetDocument['sentences']): string =>
  JSON.stringify(sentences.map((sentence) => sentence.map(({ start, end, proper }) => [start, end, proper])));

/** Lines by what they are and hold: where they stand differs where a dataset has lines alone. */
const linesOf = ({ text, lines }: Pick<DatasetDocument, 'text' | 'lines'>): string =>
  JSON.stringify(
    lines.map((line) => [line.number, line.class, line.silver, text.slice(line.start, line.end)]),
  );

/** Whether a span that was read back says the same of a detail; parts of it are compared by place. */
function isSameDetail(detail: Detail, own: DatasetSpan, read: ReadSpan, place: Place): boolean {
  if (detail === 'attributes')
    return (
      JSON.stringify(sortedByName(own.attributes)) === JSON.stringify(sortedByName(read.attributes ?? {}))
    );
  if (detail === 'relations') return tiesOf(own.relations) === tiesOf(read.relations ?? []);
  if (detail === 'note') return own.note === (read.note ?? '');
  if (detail !== 'speaker' && detail !== 'cue')
    return JSON.stringify(own[detail]) === JSON.stringify(read[detail] ?? null);
  const [a, b] = [own[detail], read[detail]];
  return a && b ? place.ofDocument(a).join() === place.ofRead(b).join() : !a && !b;
}

const tiesOf = (relations: readonly Relation[]): string =>
  JSON.stringify(relations.map(({ type, to }) => [type, to]).sort());

const SURPRISE = {
  id: '',
  silver: false,
  annotator: null,
  source: '',
  canonical: null,
  value: null,
  speaker: null,
  cue: null,
  attributes: {},
  relations: [],
  note: '',
  line: 0,
};
