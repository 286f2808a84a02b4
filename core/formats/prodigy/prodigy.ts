import type { DatasetContext } from '../../dataset/context.ts';
import type { DatasetDocument } from '../../dataset/document.ts';
import { offsetsTo } from '../../text/offset-units.ts';
import { DETAILS } from '../format.ts';
import type { DatasetFormat, WrittenDataset } from '../format.ts';
import { graphOf } from '../graph.ts';
import { parseProdigy } from './parse.ts';
import { prodigyTokens } from './tokens.ts';
import { detailsOf } from '../span-details.ts';

/**
 * Prodigy's JSONL (https://prodi.gy/docs/api-interfaces, "spans_manual" and "relations"): one task a line, one line an
 * article, with "text", "tokens", "spans" and "relations" from quotations to their speakers and cues. Offsets are
 * Unicode code points, end exclusive; "token_end" is the last token itself, and "head" and "child" are the last tokens
 * of their spans. Without hashes: Prodigy gives each task its own when it takes it in.
 */
export const prodigy: DatasetFormat = {
  id: 'prodigy',
  title: { en: 'Prodigy JSON lines', ar: 'أسطر JSON لأداة Prodigy' },
  description: {
    en: 'Tasks with tokens, spans and relations to speakers and cues; articles with undecided marks have no answer yet; offsets in code points.',
    ar: 'مهام بوحداتها وامتداداتها وعلاقاتها إلى القائلين وألفاظ القول؛ والمقالات التي فيها علامات لم يُبت فيها بلا جواب بعد؛ والمواضع بنقاط ترميز يونيكود.',
  },
  suffix: '.jsonl',
  offsets: 'codepoint',
  layers: ['entities', 'quotations', 'boilerplate'],
  carries: DETAILS,
  holds: ['text', 'published'],
  serialise: (documents, context): WrittenDataset => ({
    files: [
      {
        path: '',
        content: documents.map((document) => `${JSON.stringify(taskOf(document, context))}\n`).join(''),
      },
    ],
    losses: [],
  }),
  parse: parseProdigy,
};

function taskOf(document: DatasetDocument, { tool }: DatasetContext): object {
  const { text } = document;
  const convert = offsetsTo('codepoint', text);
  const { nodes, relations } = graphOf(document);
  const tokens = prodigyTokens(document, nodes);
  const firsts = new Map(tokens.map(({ start }, i) => [start, i]));
  const lasts = new Map(tokens.map(({ end }, i) => [end, i]));
  const places = nodes.map(({ start, end, label, span }) => ({
    ...(span ? { id: span.id } : {}),
    start: convert(start),
    end: convert(end),
    token_start: firsts.get(start),
    token_end: lasts.get(end),
    label,
  }));
  return {
    text,
    tokens: tokens.map(({ start, end, ws }, id) => ({
      text: text.slice(start, end),
      start: convert(start),
      end: convert(end),
      id,
      ws,
    })),
    spans: nodes.map(({ span }, i) => ({ ...places[i], ...(span ? detailsOf(span) : {}) })),
    relations: relations.map(({ type, from, to }) => ({
      head: places[from]?.token_end,
      child: places[to]?.token_end,
      head_span: places[from],
      child_span: places[to],
      label: type,
    })),
    meta: { file: document.file, published: document.published, tool },
    ...(document.spans.some(({ silver }) => silver) ? {} : { answer: 'accept' }),
  };
}
