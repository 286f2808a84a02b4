import { textHash } from '../../annotations/store.ts';
import type { DatasetContext } from '../../dataset/context.ts';
import type { DatasetDocument, DatasetSpan, DatasetToken } from '../../dataset/document.ts';
import { offsetsTo } from '../../text/offset-units.ts';
import type { Span } from '../../text/span.ts';
import { DETAILS, DOCUMENT_DETAILS } from '../format.ts';
import type { DatasetFormat, WrittenDataset } from '../format.ts';
import { jsonPieces } from './pieces.ts';
import { parse } from './read-hashiya-jsonl.ts';
import { additionsOf, provenanceOf } from './records.ts';

/**
 * One JSON object a line, one line an article, with everything that a dataset knows of it. Names and forms are those of
 * what `hashiya analyze` prints, so that one reader serves both; offsets are Unicode code points of `text`, end
 * exclusive.
 */
export const hashiyaJsonl: DatasetFormat = {
  id: 'hashiya-jsonl',
  title: { en: 'Hashiya JSON lines', ar: 'أسطر JSON لحاشية' },
  description: {
    en: 'Everything: text, spans with their provenance, classes of lines, tokens, and the way back to the article; offsets in code points.',
    ar: 'كل شيء: النص، والعلامات ومصدر كل منها، وأصناف الأسطر، والوحدات، وخريطة الرجوع إلى المقالة؛ والمواضع بنقاط ترميز يونيكود.',
  },
  suffix: '.jsonl',
  offsets: 'codepoint',
  layers: ['entities', 'quotations', 'boilerplate'],
  carries: DETAILS,
  holds: DOCUMENT_DETAILS,
  serialise,
  parse,
};

function serialise(documents: readonly DatasetDocument[], { tool }: DatasetContext): WrittenDataset {
  const lines = documents.map((document) => `${JSON.stringify(recordOf(document, tool))}\n`);
  return { files: [{ path: '', content: lines.join('') }], losses: [] };
}

function recordOf(document: DatasetDocument, tool: string): object {
  const { file, text, published, split, lines, sentences, spans } = document;
  const convert = offsetsTo('codepoint', text);
  const ends = ({ start, end }: Span): Span => ({ start: convert(start), end: convert(end) });
  const part = (span: Span | null): object | null =>
    span && { ...ends(span), text: text.slice(span.start, span.end) };
  const layer = (name: DatasetSpan['layer'], write: (span: DatasetSpan) => object): object[] =>
    spans
      .filter((span) => span.layer === name)
      .map((span) => ({ ...write(span), ...provenanceOf(span), ...additionsOf(span) }));
  return {
    file,
    offsets: 'codepoint',
    language: 'ar',
    published,
    split,
    ...(Object.keys(document.articleAttributes).length === 0
      ? {}
      : { attributes: document.articleAttributes }),
    tool,
    sha256: textHash(text),
    text,
    pieces: jsonPieces(document),
    lines: lines.map((line) => ({
      line: line.number,
      class: line.class,
      ...ends(line),
      silver: line.silver,
    })),
    boilerplate: layer('boilerplate', (span) => ({
      ...ends(span),
      class: span.label,
      canonical: span.canonical,
    })),
    entities: layer('entities', (span) => ({
      ...ends(span),
      label: span.label,
      text: text.slice(span.start, span.end),
      canonical: span.canonical,
      value: span.value,
    })),
    quotations: layer('quotations', (span) => ({
      kind: span.label,
      ...ends(span),
      speaker: part(span.speaker),
      canonical: span.canonical,
      cue: part(span.cue),
    })),
    sentences: sentences.map((sentence) =>
      sentence.map(({ start, end, proper }: DatasetToken) =>
        [start, end, ...(proper === start ? [] : [proper])].map(convert),
      ),
    ),
  };
}
