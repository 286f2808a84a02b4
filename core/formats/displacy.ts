import type { DatasetContext } from '../dataset/context.ts';
import type { DatasetDocument, Loss } from '../dataset/document.ts';
import { offsetsTo } from '../text/offset-units.ts';
import type { Span } from '../text/span.ts';
import { DETAILS } from './format.ts';
import type { DatasetFormat, WrittenDataset } from './format.ts';
import { PART_LABELS } from './graph.ts';
import { withoutOverlaps } from './overlaps.ts';
import { readDisplacy } from './spacy/read-displacy.ts';
import { tintOf } from './spacy/tint.ts';
import { spacyWords } from './spacy/words.ts';
import { detailsOf, relationsField } from './span-details.ts';

/** The file of the documents, and that of the options to draw them with. */
const FILES = { documents: 'documents.json', options: 'options.json' } as const;

/**
 * What spaCy's displaCy draws without a model (displacy.render with manual=True,
 * https://spacy.io/usage/visualizers#manual-usage): a list of documents, each with "ents" for the style "ent" (no
 * overlaps) and with "spans" and "tokens" for the style "span", which takes indices of tokens, end exclusive. Other
 * offsets are Unicode code points, end exclusive. Beside it stand the options: the colours of the labels.
 */
export const displacy: DatasetFormat = {
  id: 'displacy',
  title: { en: 'displaCy JSON', ar: 'JSON لعارض displaCy' },
  description: {
    en: 'What spaCy’s displaCy draws: entities, and all spans with quotations and boilerplate, with the colours of the labels.',
    ar: 'ما يعرضه displaCy من spaCy: الكيانات، وجميع المقاطع مع الاقتباسات والحواشي الآلية، وألوان الوسوم.',
  },
  suffix: '',
  offsets: 'codepoint',
  layers: ['entities', 'quotations', 'boilerplate'],
  carries: DETAILS,
  holds: ['text', 'published'],
  serialise,
  parse: readDisplacy,
};

function serialise(documents: readonly DatasetDocument[], { labels }: DatasetContext): WrittenDataset {
  const losses: Loss[] = [];
  const parts = documents.map((document) => {
    const { kept, lost } = withoutOverlaps(document);
    losses.push(...lost);
    return JSON.stringify(documentOf(document, kept));
  });
  const colours = [...labels.map(({ label, colour }) => [label, tintOf(colour)] as const), ...PART_COLOURS];
  const options = { colors: Object.fromEntries(colours) };
  return {
    files: [
      {
        path: FILES.documents,
        content: parts.length > 0 ? `[\n${parts.join(',\n')}\n]\n` : '[]\n',
      },
      { path: FILES.options, content: `${JSON.stringify(options, null, 2)}\n` },
    ],
    losses,
  };
}

/** Of speakers and cues, which are no labels of the scheme. */
const PART_COLOURS = [
  ['SPEAKER', '#d5d5d5'],
  ['CUE', '#ebebeb'],
] as const;

function documentOf(document: DatasetDocument, flat: readonly Span[]): object {
  const { text, spans } = document;
  const convert = offsetsTo('codepoint', text);
  const words = spacyWords(document);
  const starts = new Map(words.map(({ start }, i) => [start, i]));
  const ends = new Map(words.map(({ end }, i) => [end, i + 1]));
  const offsets = ({ start, end }: Span) => ({ start: convert(start), end: convert(end) });
  const place = (span: Span) => ({
    ...offsets(span),
    start_token: starts.get(span.start) ?? 0,
    end_token: ends.get(span.end) ?? words.length,
  });
  const linkOf = (span: Span, name: string | null) => ({
    kb_id: shownName(name, text.slice(span.start, span.end)),
    kb_url: '#',
  });
  const taken = new Set<Span>(flat);
  return {
    text,
    ents: spans
      .filter((span) => taken.has(span))
      .map((span) => ({ ...offsets(span), label: span.label, ...linkOf(span, span.canonical) })),
    spans: [
      ...spans.map((span) => ({
        ...place(span),
        label: span.label,
        // Who says it; the names of entities would fill the page.
        ...linkOf(span, span.layer === 'quotations' ? span.canonical : null),
        layer: span.layer,
        ...detailsOf(span),
        ...relationsField(span),
        ...(span.layer === 'quotations'
          ? { speaker: span.speaker && offsets(span.speaker), cue: span.cue && offsets(span.cue) }
          : {}),
      })),
      ...partsOf(document).map((part) => ({
        ...place(part),
        label: part.label,
        ...linkOf(part, null),
        layer: null,
      })),
    ],
    tokens: words.map(({ start, end }) => text.slice(start, end)),
    title: escapeHtml(document.file),
    settings: { lang: 'ar', direction: 'rtl' },
    file: document.file,
    published: document.published,
  };
}

/** The speakers and cues of a document, each place once. */
const partsOf = ({ spans }: DatasetDocument): (Span & { readonly label: string })[] => [
  ...new Map(
    spans.flatMap((span) =>
      (['speaker', 'cue'] as const).flatMap((name) => {
        const of = span[name];
        const label = PART_LABELS[name];
        return of
          ? [[`${of.start} ${of.end} ${label}`, { start: of.start, end: of.end, label }] as const]
          : [];
      }),
    ),
  ).values(),
];

/**
 * The name that is drawn beside the label: none where the words say it already. displaCy does not escape it, nor the
 * title, so that this must.
 */
const shownName = (name: string | null, words: string): string =>
  name === null || name === words ? '' : escapeHtml(name);

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
