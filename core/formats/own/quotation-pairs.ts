import { overlaps, sameSpan } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import { SPLITS } from '../../dataset/document.ts';
import type { DatasetDocument, DatasetSpan, Split } from '../../dataset/document.ts';
import { offsetsFrom, offsetsTo } from '../../text/offset-units.ts';
import type {
  DatasetFile,
  DatasetFormat,
  ReadDataset,
  ReadDocument,
  ReadPiece,
  ReadProblem,
  ReadSpan,
  WrittenDataset,
} from '../format.ts';
import { readDetails } from '../span-details.ts';
import { jsonPieces, readPieces } from './pieces.ts';
import { jsonRecords, provenanceOf, spanIn, textIn } from './records.ts';

/**
 * One JSON object a line, one line a quotation: its words and kind, who says it and by which words, and the sentences
 * that hold all of them. Offsets are Unicode code points of the record's own "text", end exclusive; "pieces" say where
 * that stands in the article.
 */
export const quotationPairs: DatasetFormat = {
  id: 'quotation-pairs',
  title: { en: 'Quotations with their speakers', ar: 'الاقتباسات مع قائليها' },
  description: {
    en: 'One JSON object a quotation: its words, speaker, cue and the sentences around them; offsets in code points.',
    ar: 'كائن JSON لكل اقتباس: كلماته وقائله ولفظ القول والجمل التي تضمها؛ والمواضع بنقاط ترميز يونيكود.',
  },
  suffix: '.jsonl',
  offsets: 'codepoint',
  layers: ['quotations'],
  carries: ['speaker', 'cue', 'canonical', 'silver', 'annotator', 'source', 'id'],
  holds: ['published', 'split'],
  serialise,
  parse,
};

function serialise(documents: readonly DatasetDocument[]): WrittenDataset {
  const lines = documents.flatMap((document) =>
    document.spans
      .filter((span) => span.layer === 'quotations')
      .map((quotation) => `${JSON.stringify(recordOf(document, quotation))}\n`),
  );
  return { files: [{ path: '', content: lines.join('') }], losses: [] };
}

function recordOf(document: DatasetDocument, quotation: DatasetSpan): object {
  const { file, published, split } = document;
  const stretch = sentencesAround(document, quotation);
  const text = document.text.slice(stretch.start, stretch.end);
  const convert = offsetsTo('codepoint', text);
  const quoted = ({ start, end }: Span) => ({
    start: convert(start - stretch.start),
    end: convert(end - stretch.start),
    text: document.text.slice(start, end),
  });
  const { speaker, cue } = quotation;
  return {
    file,
    line: quotation.line,
    published,
    split,
    offsets: 'codepoint',
    text,
    pieces: jsonPieces(document, stretch),
    kind: quotation.label,
    quotation: quoted(quotation),
    speaker: speaker && { ...quoted(speaker), label: labelAt(document, speaker) },
    canonical: quotation.canonical,
    cue: cue && quoted(cue),
    ...provenanceOf(quotation),
  };
}

/** The label of the entity that stands at a place, or null. */
const labelAt = ({ spans }: DatasetDocument, place: Span): string | null =>
  spans.find((span) => span.layer === 'entities' && sameSpan(span, place))?.label ?? null;

/** The stretch from the first to the last sentence that holds some of a quotation, its speaker or its cue. */
function sentencesAround({ sentences }: DatasetDocument, { start, end, speaker, cue }: DatasetSpan): Span {
  const parts = [{ start, end }, speaker, cue].filter((part) => part !== null);
  const inner = {
    start: Math.min(...parts.map((part) => part.start)),
    end: Math.max(...parts.map((part) => part.end)),
  };
  const around = sentences
    .flatMap((tokens): Span[] => {
      const [first, last] = [tokens[0], tokens[tokens.length - 1]];
      return first && last ? [{ start: first.start, end: last.end }] : [];
    })
    .filter((sentence) => overlaps(sentence, inner));
  return {
    start: Math.min(inner.start, ...around.map((sentence) => sentence.start)),
    end: Math.max(inner.end, ...around.map((sentence) => sentence.end)),
  };
}

/** Reads records; each document has the texts of its records, one below the other. */
function parse(files: readonly DatasetFile[]): ReadDataset {
  const problems: ReadProblem[] = [];
  const documents = new Map<string | null, Excerpts>();
  for (const { fields, tell } of jsonRecords(files, problems)) {
    const text = textIn(fields['text']);
    const label = textIn(fields['kind']);
    const convert = offsetsFrom('codepoint', text ?? '');
    const quotation = spanIn(fields['quotation'], convert);
    if (text === null || label === null || !quotation) {
      tell('the record has no "text", "kind" and "quotation" with "start" and "end"');
      continue;
    }
    const file = textIn(fields['file']);
    const known = documents.get(file) ?? { file, texts: [], length: 0, pieces: [], spans: [] };
    const { length } = known;
    const moved = (span: Span): Span => ({ start: span.start + length, end: span.end + length });
    const part = (name: 'speaker' | 'cue'): Span | null => {
      const span = spanIn(fields[name], convert);
      return span && moved(span);
    };
    known.texts.push(text);
    known.spans.push({
      ...readDetails(fields),
      ...moved(quotation),
      layer: 'quotations',
      label,
      speaker: part('speaker'),
      cue: part('cue'),
    });
    for (const piece of readPieces(fields['pieces'], convert) ?? [])
      known.pieces.push({ ...piece, start: piece.start + length });
    known.published ??= textIn(fields['published']);
    known.split ??= SPLITS.find((one) => one === fields['split']) ?? null;
    known.length += text.length + 1;
    documents.set(file, known);
  }
  return { documents: [...documents.values()].map(documentOf), problems };
}

interface Excerpts {
  readonly file: string | null;
  readonly texts: string[];
  /** Of the texts so far, each with a newline behind it. */
  length: number;
  readonly pieces: ReadPiece[];
  readonly spans: ReadSpan[];
  published?: string | null;
  split?: Split | null;
}

const documentOf = ({ file, texts, pieces, spans, published, split }: Excerpts): ReadDocument => ({
  file,
  text: texts.join('\n'),
  published: published ?? null,
  split: split ?? null,
  pieces,
  spans,
});
