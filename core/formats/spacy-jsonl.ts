import type { DatasetDocument, DatasetSpan, Layer, Loss } from '../dataset/document.ts';
import { offsetsFrom, offsetsTo } from '../text/offset-units.ts';
import type { Span } from '../text/span.ts';
import type { DatasetFile, DatasetFormat, ReadDocument, ReadProblem, WrittenDataset } from './format.ts';
import { withoutOverlaps } from './overlaps.ts';
import { splitToken } from './split-token.ts';

type Offsets = readonly [start: number, end: number];
type Labelled = readonly [start: number, end: number, label: string];

/** What a record says of a span beyond its place and label, in the order of its layer's spans. */
interface SpanMeta {
  readonly silver: boolean;
  readonly annotator: string | null;
  readonly source: string;
  readonly canonical: string | null;
  readonly value?: unknown;
  readonly speaker?: Offsets | null;
  readonly cue?: Offsets | null;
}

/**
 * One JSON object a line, one line an article, as spaCy's Example.from_dict takes its fields: "text", "entities"
 * ([start, end, label], no overlaps) and "spans" by key. Offsets are Unicode code points, end exclusive. "tokens" cuts
 * particles off their words, so that every span begins and ends with a token; "meta.spans" tells each span's
 * provenance, in the order of its list under "spans".
 */
export const spacyJsonl: DatasetFormat = {
  id: 'spacy-jsonl',
  title: { en: 'spaCy JSON lines', ar: 'أسطر JSON لمكتبة spaCy' },
  description: {
    en: 'Entities, quotations with speakers, and boilerplate; one JSON object a line, offsets in code points.',
    ar: 'الكيانات والاقتباسات مع قائليها والحواشي الآلية؛ كائن JSON في كل سطر، والمواضع بنقاط ترميز يونيكود.',
  },
  suffix: '.jsonl',
  layers: ['entities', 'quotations', 'boilerplate'],
  tellsSilver: true,
  serialise,
  parse,
};

function serialise(documents: readonly DatasetDocument[], tool: string): WrittenDataset {
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
  const labelled = (span: DatasetSpan): Labelled => [...offsets(span), span.label];
  const layer = (name: Layer): DatasetSpan[] => document.spans.filter((span) => span.layer === name);
  const meta = (span: DatasetSpan): SpanMeta => ({
    silver: span.silver,
    annotator: span.annotator,
    source: span.source,
    canonical: span.canonical,
    ...(span.layer === 'entities' ? { value: span.value } : {}),
    ...(span.layer === 'quotations'
      ? { speaker: span.speaker && offsets(span.speaker), cue: span.cue && offsets(span.cue) }
      : {}),
  });
  const parts = (name: 'speaker' | 'cue'): Labelled[] =>
    distinct(
      layer('quotations').flatMap((span): Labelled[] => {
        const of = span[name];
        return of ? [[...offsets(of), name.toUpperCase()]] : [];
      }),
    );
  return {
    text: document.text,
    entities: flat.map(labelled),
    spans: {
      entities: layer('entities').map(labelled),
      quotations: layer('quotations').map(labelled),
      speakers: parts('speaker'),
      cues: parts('cue'),
      boilerplate: layer('boilerplate').map(labelled),
    },
    tokens: alignedTokens(document).map(offsets),
    meta: {
      file: document.file,
      offsets: 'codepoint',
      language: 'ar',
      published: document.published,
      tool,
      spans: {
        entities: layer('entities').map(meta),
        quotations: layer('quotations').map(meta),
        boilerplate: layer('boilerplate').map(meta),
      },
    },
  };
}

const distinct = (spans: readonly Labelled[]): Labelled[] =>
  [...new Map(spans.map((span) => [span.join(), span])).values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);

/** Tokens cut at their particles and at the edges of every entity, speaker and cue. */
function alignedTokens(document: DatasetDocument): Span[] {
  const edges = new Set(
    document.spans.flatMap((span) =>
      [span.layer === 'boilerplate' ? null : span, span.speaker, span.cue].flatMap((of) =>
        of ? [of.start, of.end] : [],
      ),
    ),
  );
  return document.sentences.flat().flatMap((token) => splitToken(token, token.proper, edges));
}

function parse(files: readonly DatasetFile[]): {
  readonly documents: readonly ReadDocument[];
  readonly problems: readonly ReadProblem[];
} {
  const documents: ReadDocument[] = [];
  const problems: ReadProblem[] = [];
  for (const { path, content } of files)
    for (const [index, row] of content.split('\n').entries()) {
      if (row.trim() === '') continue;
      const document = readRecord(row);
      if (typeof document === 'string') problems.push({ path, line: index + 1, message: document });
      else documents.push(document);
    }
  return { documents, problems };
}

interface Fields {
  readonly [name: string]: unknown;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A record as a document, or what is wrong with it. */
function readRecord(row: string): ReadDocument | string {
  let record: unknown;
  try {
    record = JSON.parse(row);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  if (!isFields(record) || typeof record['text'] !== 'string') return 'no object with a "text"';
  const { text } = record;
  const convert = offsetsFrom('codepoint', text);
  const groups = isFields(record['spans']) ? record['spans'] : {};
  const layers: readonly [Layer, unknown][] = [
    ['entities', groups['entities'] ?? record['entities'] ?? record['label']],
    ['quotations', groups['quotations']],
    ['boilerplate', groups['boilerplate']],
  ];
  const spans: ReadDocument['spans'][number][] = [];
  for (const [layer, list] of layers) {
    if (list === undefined || list === null) continue;
    if (!Array.isArray(list)) return `"${layer}" is no list`;
    for (const item of list as unknown[]) {
      const [start, end, label] = Array.isArray(item) ? (item as unknown[]) : [];
      if (!isOffset(start) || !isOffset(end) || typeof label !== 'string')
        return `an entry of "${layer}" is not [start, end, label]: ${JSON.stringify(item)}`;
      spans.push({ layer, label, start: convert(start), end: convert(end) });
    }
  }
  const meta = isFields(record['meta']) ? record['meta'] : {};
  return { file: typeof meta['file'] === 'string' ? meta['file'] : null, text, spans };
}

const isOffset = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0;
