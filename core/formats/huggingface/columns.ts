import type { DatasetContext } from '../../dataset/context.ts';
import type { DatasetDocument, DatasetSpan, Layer } from '../../dataset/document.ts';
import { offsetsTo } from '../../text/offset-units.ts';
import type { Span } from '../../text/span.ts';
import { jsonPieces } from '../own/pieces.ts';
import { splitToken } from '../split-token.ts';
import type { Feature, Features } from './features.ts';

const STRING: Feature = { type: 'string' };
const NUMBER: Feature = { type: 'int32' };
const BOOL: Feature = { type: 'bool' };

const listOf = (of: Feature): Feature => ({ type: 'list', of });
const struct = (fields: Features): Feature => ({ type: 'struct', fields });

const PLACE = { start: NUMBER, end: NUMBER, text: STRING };
const PROVENANCE = { canonical: STRING, silver: BOOL, annotator: STRING, source: STRING, id: STRING };

/** The columns of a dataset. Offsets are code points of "text", ends exclusive. */
export const columnsOf = (tags: readonly string[]): Features => ({
  file: STRING,
  text: STRING,
  published: STRING,
  tokens: listOf(STRING),
  token_starts: listOf(NUMBER),
  sentence_starts: listOf(NUMBER),
  ner_tags: listOf({ type: 'class-label', names: tags }),
  entities: listOf(struct({ ...PLACE, label: STRING, value: STRING, ...PROVENANCE })),
  quotations: listOf(
    struct({ ...PLACE, kind: STRING, speaker: struct(PLACE), cue: struct(PLACE), ...PROVENANCE }),
  ),
  boilerplate: listOf(struct({ ...PLACE, class: STRING, ...PROVENANCE })),
  lines: listOf(struct({ line: NUMBER, start: NUMBER, end: NUMBER, class: STRING, silver: BOOL })),
  pieces: listOf(struct({ start: NUMBER, source: NUMBER, length: NUMBER })),
});

/** The tags of entities in IOB2, "O" first: of the scheme's labels in its order, then of others that there are. */
export function tagsOf(documents: readonly DatasetDocument[], { labels }: DatasetContext): string[] {
  const known = labels.filter(({ layer }) => layer === 'entities').map(({ label }) => label);
  const found = documents.flatMap(({ spans }) =>
    spans.filter(({ layer }) => layer === 'entities').map(({ label }) => label),
  );
  return ['O', ...new Set([...known, ...found.sort()])].flatMap((label) =>
    label === 'O' ? label : [`B-${label}`, `I-${label}`],
  );
}

/** The row of a document; `flat` are its entities without overlaps. Entities that hold no token are given to `lose`. */
export function rowOf(
  document: DatasetDocument,
  flat: readonly DatasetSpan[],
  tags: readonly string[],
  lose: (span: DatasetSpan) => void,
): Record<string, unknown> {
  const { file, text, published, lines } = document;
  const convert = offsetsTo('codepoint', text);
  const ends = ({ start, end }: Span): Span => ({ start: convert(start), end: convert(end) });
  const place = (span: Span): object => ({ ...ends(span), text: text.slice(span.start, span.end) });
  const layer = (name: Layer, more: (span: DatasetSpan) => object): object[] =>
    document.spans
      .filter((span) => span.layer === name)
      .map((span) => {
        const { canonical, silver, annotator, source, id } = span;
        return { ...place(span), ...more(span), canonical, silver, annotator, source, id };
      });
  const sentences = tokensOf(document, flat);
  const tokens = sentences.flat();
  let count = 0;
  return {
    file,
    text,
    published,
    tokens: tokens.map(({ start, end }) => text.slice(start, end)),
    token_starts: tokens.map(({ start }) => convert(start)),
    sentence_starts: sentences.map((sentence) => (count += sentence.length) - sentence.length),
    ner_tags: nerTags(tokens, flat, tags, lose),
    entities: layer('entities', ({ label, value }) => ({ label, value: value && JSON.stringify(value) })),
    quotations: layer('quotations', ({ label, speaker, cue }) => ({
      kind: label,
      speaker: speaker && place(speaker),
      cue: cue && place(cue),
    })),
    boilerplate: layer('boilerplate', ({ label }) => ({ class: label })),
    lines: lines.map((line) => ({
      line: line.number,
      ...ends(line),
      class: line.class,
      silver: line.silver,
    })),
    pieces: jsonPieces(document),
  };
}

/** Tokens sentence by sentence, cut at their particles and at the edges of every entity. */
function tokensOf({ sentences }: DatasetDocument, flat: readonly DatasetSpan[]): Span[][] {
  const edges = new Set(flat.flatMap(({ start, end }) => [start, end]));
  return sentences.map((sentence) => sentence.flatMap((token) => splitToken(token, token.proper, edges)));
}

function nerTags(
  tokens: readonly Span[],
  flat: readonly DatasetSpan[],
  tags: readonly string[],
  lose: (span: DatasetSpan) => void,
): bigint[] {
  const numbers = new Map(tags.map((tag, i) => [tag, BigInt(i)]));
  const given = tokens.map(() => 0n);
  let from = 0;
  for (const entity of flat) {
    while (from < tokens.length && (tokens[from] as Span).start < entity.start) from++;
    const first = from;
    for (; from < tokens.length && (tokens[from] as Span).end <= entity.end; from++)
      given[from] = numbers.get(`${from === first ? 'B' : 'I'}-${entity.label}`) ?? 0n;
    if (from === first) lose(entity);
  }
  return given;
}
