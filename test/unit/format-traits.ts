import type { Annotation } from '../../core/annotations/annotation.ts';
import { buildDocument } from '../../core/dataset/build-document.ts';
import type { DatasetDocument } from '../../core/dataset/document.ts';
import { DETAILS, DOCUMENT_DETAILS } from '../../core/formats/format.ts';
import type { DatasetFormat, ReadDocument, ReadSpan } from '../../core/formats/format.ts';
import { CONTEXT, analyse, anchorOf, of } from './formats.ts';

/**
 * An article that has whatever a format may or may not hold: a name behind a particle, one name in another, two that
 * cross, two sentences in a line, blanks that are not one, an indented line, an emoji, "\r\n", a quotation with speaker and cue.
 */
const TEXT =
  'وصول الباخرة "نور" إلى اللاذقية 😀\r\nقالت  وزارة النقل السورية، الثلاثاء 12 سبتمبر 2023: "سنستقبل سفنا أخرى". وزارت سلمى حداد والميناء.\r\n  تابعونا على تويتر\r\n';

const idOf = (words: string): string =>
  `00000000-0000-4000-8000-${String(TEXT.indexOf(words) * 100 + words.length).padStart(12, '0')}`;

const annotation = (words: string, label: string, more: Partial<Annotation> = {}): Annotation => ({
  ...of(TEXT, words, label, more),
  id: idOf(words),
  provenance: {
    annotator: 'huda',
    created: '2026-01-02T03:04:05.000Z',
    modified: '2026-01-02T03:04:05.000Z',
    source: 'list/organisation',
  },
});

const anchor = (words: string) => anchorOf(TEXT, words);

const NESTED = ['وزارة النقل السورية', 'السورية'] as const;
const CROSSING = ['سلمى حداد', 'حداد والميناء'] as const;
const WITHIN_WORD = 'الميناء';

const ANNOTATIONS: readonly Annotation[] = [
  annotation('نور', 'PRODUCT'),
  annotation('اللاذقية', 'GPE', { canonical: 'مدينة اللاذقية' }),
  annotation(NESTED[0], 'ORG', {
    attributes: { wikidata: 'Q12411398', مؤكد: 'نعم' },
    relations: [{ type: 'works-for', to: idOf(NESTED[1]) }],
    note: 'وزارة أم هيئة؟',
  }),
  annotation(NESTED[1], 'NORP'),
  annotation(CROSSING[0], 'PER'),
  annotation(CROSSING[1], 'PER'),
  annotation('سنستقبل سفنا أخرى', 'direct', {
    family: 'quotation',
    speaker: anchor(NESTED[0]),
    cue: anchor('قالت'),
    canonical: NESTED[0],
  }),
  annotation('تابعونا على تويتر', 'share', { family: 'boilerplate' }),
];

/** The article, with what the engine suggests as silver. */
const document = (annotations: readonly Annotation[]): DatasetDocument => ({
  ...buildDocument('articles/nour.txt', analyse(TEXT), annotations, {
    marks: true,
    boilerplate: true,
    attributes: { topic: 'shipping' },
  }).document,
  split: 'train',
  published: '2026-01-02',
});

/** What can be asked of a format, in the order of the table. */
export const TRAITS = [
  'entities',
  'quotations',
  'boilerplate',
  'nested',
  'crossing',
  'within-word',
  ...DETAILS,
  'file',
  ...DOCUMENT_DETAILS,
] as const;

export type Trait = (typeof TRAITS)[number];

/** What of the article comes back from a format, as its own reader reads what it wrote. */
export async function traitsOf(format: DatasetFormat): Promise<ReadonlySet<Trait>> {
  const whole = document(ANNOTATIONS);
  const read = await roundTrip(format, whole);
  const traits = new Set<Trait>();
  if (!read) return traits;
  const words = (span: ReadSpan): string => read.text.slice(span.start, span.end).replace(/\s+/g, ' ');
  const has = (spans: readonly ReadSpan[], one: string): boolean => spans.some((span) => words(span) === one);
  for (const layer of ['entities', 'quotations', 'boilerplate'] as const)
    if (read.spans.some((span) => span.layer === layer)) traits.add(layer);
  if (NESTED.every((one) => has(read.spans, one))) traits.add('nested');
  if (CROSSING.every((one) => has(read.spans, one))) traits.add('crossing');
  const alone = await roundTrip(format, document([annotation(WITHIN_WORD, 'FAC')]));
  if (
    alone?.spans.some(
      ({ label, start, end }) => label === 'FAC' && alone.text.slice(start, end) === WITHIN_WORD,
    )
  )
    traits.add('within-word');
  for (const detail of DETAILS)
    if (read.spans.some((span) => tells(span, detail, words(span)))) traits.add(detail);
  if (read.file === whole.file) traits.add('file');
  if (read.text === whole.text) traits.add('text');
  for (const detail of DOCUMENT_DETAILS) {
    // Where a dataset has excerpts alone, its pieces say where these stand.
    const isOfText = detail === 'pieces' && read.text !== whole.text;
    const isCut = detail === 'lines' && linesOf(read) !== linesOf(whole);
    const told = detail === 'text' || isOfText || isCut ? undefined : read[detail];
    if (told !== undefined && told !== null && isSomething(told)) traits.add(detail);
  }
  return traits;
}

/** The words of the lines, with their blanks: a table of tokens has none at the ends. */
const linesOf = ({ text, lines = [] }: Pick<ReadDocument, 'text' | 'lines'>): string =>
  lines.map(({ start, end }) => text.slice(start, end)).join('\n');

/** Whether something is there: no empty list, text or record. */
const isSomething = (told: unknown): boolean =>
  typeof told === 'object' && told !== null ? Object.keys(told).length > 0 : told !== '';

/** Whether a span that was read says something of a detail that its own words do not. */
function tells(span: ReadSpan, detail: (typeof DETAILS)[number], words: string): boolean {
  const told = span[detail];
  if (detail === 'silver') return told === true;
  return (
    told !== undefined && told !== null && isSomething(told) && (detail !== 'canonical' || told !== words)
  );
}

async function roundTrip(format: DatasetFormat, one: DatasetDocument): Promise<ReadDocument | undefined> {
  const { files } = await format.serialise([one], CONTEXT);
  const { documents } = await format.parse(files, CONTEXT);
  return documents[0];
}
