import type { DatasetContext } from '../dataset/context.ts';
import type { DatasetDocument, DatasetSpan, Layer, Loss } from '../dataset/document.ts';
import { offsetsTo } from '../text/offset-units.ts';
import type { Span } from '../text/span.ts';
import { DETAILS } from './format.ts';
import type { DatasetFormat, WrittenDataset } from './format.ts';
import { withoutOverlaps } from './overlaps.ts';
import { jsonPieces } from './own/pieces.ts';
import { readSpacyJsonl } from './spacy/read.ts';
import { spacyWords } from './spacy/words.ts';
import { detailsOf, relationsField } from './span-details.ts';

type Offsets = readonly [start: number, end: number];
type Labelled = readonly [start: number, end: number, label: string, kbId?: string];

/**
 * One JSON object a line, one line an article. "words", "spaces", "entities" ([start, end, label], no overlaps) and
 * "spans" by key ([start, end, label, kb_id]) are what spaCy's Example.from_dict takes
 * (https://spacy.io/api/example#from_dict); the words make up the text, and every span begins and ends with one.
 * Offsets are Unicode code points, end exclusive. "meta.spans" tells what else is known of each span, in the order of
 * its list under "spans".
 */
export const spacyJsonl: DatasetFormat = {
  id: 'spacy-jsonl',
  title: { en: 'spaCy JSON lines', ar: 'أسطر JSON لمكتبة spaCy' },
  description: {
    en: 'Entities, quotations with speakers, and boilerplate, as Example.from_dict takes them; one JSON object a line, offsets in code points.',
    ar: 'الكيانات والاقتباسات مع قائليها والحواشي الآلية كما تقبلها Example.from_dict؛ كائن JSON في كل سطر، والمواضع بنقاط ترميز يونيكود.',
  },
  suffix: '.jsonl',
  offsets: 'codepoint',
  layers: ['entities', 'quotations', 'boilerplate'],
  carries: DETAILS,
  holds: ['text', 'published', 'pieces'],
  serialise,
  parse: readSpacyJsonl,
};

function serialise(documents: readonly DatasetDocument[], { tool }: DatasetContext): WrittenDataset {
  const losses: Loss[] = [];
  const lines = documents.map((document) => {
    const { kept, lost } = withoutOverlaps(document);
    losses.push(...lost);
    return JSON.stringify(recordOf(document, kept, tool)) + '\n';
  });
  return { files: [{ path: '', content: lines.join('') }], losses };
}

function recordOf(document: DatasetDocument, flat: readonly DatasetSpan[], tool: string): object {
  const convert = offsetsTo('codepoint', document.text);
  const offsets = ({ start, end }: Span): Offsets => [convert(start), convert(end)];
  // The name takes the place of an id in a knowledge base, which spaCy keeps with a span.
  const labelled = (span: Span, label: string, name: string | null): Labelled =>
    name === null || name === '' ? [...offsets(span), label] : [...offsets(span), label, name];
  const layer = (name: Layer): DatasetSpan[] => document.spans.filter((span) => span.layer === name);
  const spansOf = (name: Layer): Labelled[] =>
    layer(name).map((span) => labelled(span, span.label, span.canonical));
  const metaOf = (span: DatasetSpan): object => ({
    ...detailsOf(span),
    ...relationsField(span),
    ...(span.layer === 'quotations'
      ? { speaker: span.speaker && offsets(span.speaker), cue: span.cue && offsets(span.cue) }
      : {}),
  });
  const parts = (name: 'speaker' | 'cue'): Labelled[] =>
    distinct(
      layer('quotations').flatMap((span): Labelled[] => {
        const of = span[name];
        return of ? [labelled(of, name.toUpperCase(), name === 'speaker' ? span.canonical : null)] : [];
      }),
    );
  const words = spacyWords(document);
  return {
    text: document.text,
    words: words.map(({ start, end }) => document.text.slice(start, end)),
    spaces: words.map(({ space }) => space),
    entities: flat.map((span): Labelled => [...offsets(span), span.label]),
    spans: {
      entities: spansOf('entities'),
      quotations: spansOf('quotations'),
      speakers: parts('speaker'),
      cues: parts('cue'),
      boilerplate: spansOf('boilerplate'),
    },
    meta: {
      file: document.file,
      offsets: 'codepoint',
      language: 'ar',
      published: document.published,
      tool,
      pieces: jsonPieces(document),
      spans: {
        entities: layer('entities').map(metaOf),
        quotations: layer('quotations').map(metaOf),
        boilerplate: layer('boilerplate').map(metaOf),
      },
    },
  };
}

const distinct = (spans: readonly Labelled[]): Labelled[] =>
  [...new Map(spans.map((span) => [span.join('\n'), span])).values()].sort(
    (a, b) => a[0] - b[0] || a[1] - b[1],
  );
