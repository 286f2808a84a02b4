import { offsetsTo } from '../text/offset-units.ts';
import type { Span } from '../text/span.ts';
import type { BuiltDocument } from './build-document.ts';
import type { DatasetDocument, DatasetLine, DatasetSpan, Loss, TextPiece } from './document.ts';
import { lossOf } from './loss-of.ts';

/**
 * A document for each sentence of a document: "articles/x.txt#3" is the third. Its text runs from its first token to its
 * last; what the tokens leave between sentences is blanks. A span that runs over more than one sentence is lost and told
 * (`over-sentences`); a quotation whose speaker or cue stands in another sentence is kept without (`speaker-left-out`),
 * and so is a relation (`relation-left-out`).
 * A document without tokens stays whole, as its own first sentence, so that what is told of it is not lost.
 */
export function intoSentences({ document, losses, leftOut }: BuiltDocument): BuiltDocument[] {
  const places = document.sentences.flatMap((tokens): Span[] => {
    const [first, last] = [tokens[0], tokens[tokens.length - 1]];
    return first && last ? [{ start: first.start, end: last.end }] : [];
  });
  if (places.length === 0)
    return [{ document: { ...document, file: `${document.file}#1` }, losses, leftOut }];
  const told: Loss[] = [...losses];
  for (const span of document.spans)
    if (!places.some((place) => holds(place, span))) told.push(lossOf(document, span, 'over-sentences'));
  const ids = places.map(
    (place) => new Set(document.spans.filter((span) => holds(place, span)).map(({ id }) => id)),
  );
  return places.map((place, i) => {
    const one = cutSentence(document, place, i);
    const parted = document.spans.filter(
      (span) => holds(place, span) && [span.speaker, span.cue].some((part) => part && !holds(place, part)),
    );
    const untied = document.spans.filter(
      (span) => holds(place, span) && span.relations.some(({ to }) => !ids[i]?.has(to)),
    );
    const own = [
      ...parted.map((span) => lossOf(document, span, 'speaker-left-out')),
      ...untied.map((span) => lossOf(document, span, 'relation-left-out')),
    ];
    return { document: one, losses: i === 0 ? [...told, ...own] : own, leftOut: i === 0 ? leftOut : 0 };
  });
}

/** Order of documents: by article, and its sentences as they follow each other (the tenth behind the second). */
export function compareDocuments(a: Pick<DatasetDocument, 'file'>, b: Pick<DatasetDocument, 'file'>): number {
  const [[x, m], [y, n]] = [partsOf(a.file), partsOf(b.file)];
  return x < y ? -1 : x > y ? 1 : m - n;
}

/** The article of a document, and the number of its sentence; 0 where it is a whole article. */
function partsOf(file: string): readonly [article: string, sentence: number] {
  const [, article = file, sentence = '0'] = /^(.*)#(\d+)$/s.exec(file) ?? [];
  return [article, Number(sentence)];
}

const holds = (place: Span, { start, end }: Span): boolean => place.start <= start && end <= place.end;

function cutSentence(document: DatasetDocument, place: Span, index: number): DatasetDocument {
  const moved = <T extends Span>(span: T): T => ({
    ...span,
    start: span.start - place.start,
    end: span.end - place.start,
  });
  const part = (span: Span | null): Span | null => (span && holds(place, span) ? moved(span) : null);
  const clip = (line: DatasetLine): DatasetLine =>
    moved({ ...line, start: Math.max(line.start, place.start), end: Math.min(line.end, place.end) });
  const spans = document.spans.filter((span) => holds(place, span));
  const ids = new Set(spans.map(({ id }) => id));
  return {
    ...document,
    file: `${document.file}#${index + 1}`,
    text: document.text.slice(place.start, place.end),
    pieces: cutPieces(document, place),
    lines: document.lines.filter(({ start, end }) => start < place.end && place.start < end).map(clip),
    sentences: [
      (document.sentences[index] ?? []).map((token) => ({
        ...moved(token),
        proper: token.proper - place.start,
      })),
    ],
    spans: spans.map((span): DatasetSpan => ({
      ...moved(span),
      speaker: part(span.speaker),
      cue: part(span.cue),
      relations: span.relations.filter(({ to }) => ids.has(to)),
    })),
  };
}

/** The pieces of a stretch of the text, counted from its start. */
function cutPieces({ text, pieces }: DatasetDocument, place: Span): TextPiece[] {
  return pieces.flatMap((piece) => {
    const start = Math.max(piece.start, place.start);
    const length = Math.min(piece.start + piece.length, place.end) - start;
    if (length <= 0) return [];
    const before = text.slice(piece.start, start);
    return [
      {
        start: start - place.start,
        source: piece.source + before.length,
        sourceCodePoint: piece.sourceCodePoint + countCodePoints(before),
        length,
      },
    ];
  });
}

const countCodePoints = (text: string): number => offsetsTo('codepoint', text)(text.length);

/** The article that a document is of, be it a sentence of it: "articles/x.txt" of "articles/x.txt#3". */
export const articleOf = (file: string): string => partsOf(file)[0];
