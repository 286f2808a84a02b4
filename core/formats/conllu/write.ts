import type { DatasetContext } from '../../dataset/context.ts';
import type { DatasetDocument, DatasetSpan, Loss } from '../../dataset/document.ts';
import { lossOf } from '../../dataset/loss-of.ts';
import { offsetsTo } from '../../text/offset-units.ts';
import type { Span } from '../../text/span.ts';
import type { WrittenDataset } from '../format.ts';
import { jsonPieces } from '../own/pieces.ts';
import { detailsOf, relationsField } from '../span-details.ts';
import { splitToken } from '../split-token.ts';
import { CONLLU_COLUMNS, NOTHING, SPAN_COLUMN_KEYS, SPAN_COLUMNS } from './columns.ts';
import type { SpanColumn } from './columns.ts';
import { escapeSpaces, hasBlank, jsonInNfc } from './escapes.ts';
import { createSentenceIds } from './sentence-ids.ts';

/** Writes documents as CoNLL-U Plus; see conllu-plus.ts. */
export function writeConlluPlus(
  documents: readonly DatasetDocument[],
  { tool }: Pick<DatasetContext, 'tool'>,
): WrittenDataset {
  const losses: Loss[] = [];
  const idsOf = createSentenceIds();
  const rows = [`# global.columns = ${[...CONLLU_COLUMNS, ...Object.values(SPAN_COLUMNS)].join(' ')}`];
  for (const document of documents)
    if (document.text !== '') rows.push(...rowsOf(document, tool, idsOf(document.file), losses));
  return { files: [{ path: '', content: rows.join('\n') + '\n' }], losses };
}

/** What the columns of spans say of a word, and what is said of the spans that begin in a sentence. */
interface Placed {
  readonly cells: Map<number, Partial<Record<SpanColumn, string[]>>>;
  /** By the word that they begin with: their numbers, and what is known of them. */
  readonly details: Map<number, [number: number, details: object][]>;
}

function rowsOf(
  document: DatasetDocument,
  tool: string,
  idOf: (sentence: number) => string,
  losses: Loss[],
): string[] {
  const { text } = document;
  const edges = new Set(
    document.spans.flatMap((span) =>
      [span, span.speaker, span.cue].flatMap((of) => (of ? [of.start, of.end] : [])),
    ),
  );
  const sentences = document.sentences.map((tokens) =>
    tokens.map((token) => splitToken(token, token.proper, edges)),
  );
  const { cells, details } = placeSpans(document, sentences.flat(2), losses);
  const header = [
    `# newdoc id = ${document.file.normalize('NFC')}`,
    `# doc_json_hashiya = ${jsonInNfc({
      file: document.file,
      published: document.published,
      tool,
      offsets: 'codepoint',
      pieces: jsonPieces(document),
    })}`,
  ];
  // A text without a word has a sentence with nothing in it, as Udapi writes it.
  if (sentences.length === 0) {
    const misc = `Empty=Yes|SpaceAfter=No|SpacesBefore=${escapeSpaces(text)}`;
    return [...header, `# sent_id = ${idOf(1)}`, '# text = _', rowOf('1', '_', misc), ''];
  }
  const ends = document.sentences.map((tokens) => tokens[tokens.length - 1]?.end ?? 0);
  const starts = sentences.flat().map(([word]) => word?.start ?? 0);
  let next = 0;
  return sentences.flatMap((tokens, index) => {
    const rows: string[] = [];
    const known: [number, object][] = [];
    let [words, plain] = [0, ''];
    const first = tokens[0]?.[0]?.start ?? 0;
    for (const pieces of tokens) {
      const isFirst = next === 0;
      next++;
      const last = pieces[pieces.length - 1] as Span;
      const gap = text.slice(last.end, starts[next] ?? text.length);
      const before = isFirst ? text.slice(0, first) : '';
      const misc = [
        ...(gap !== '' && hasBlank(gap) ? [] : ['SpaceAfter=No']),
        ...(gap === '' || (gap === ' ' && next < starts.length) ? [] : [`SpacesAfter=${escapeSpaces(gap)}`]),
        ...(before === '' ? [] : [`SpacesBefore=${escapeSpaces(before)}`]),
      ];
      const forms = pieces.map(({ start, end }) => text.slice(start, end));
      const form = forms.map((one) => one.normalize('NFC')).join('');
      plain += form + (hasBlank(gap) ? ' ' : '');
      const isRange = pieces.length > 1;
      if (isRange) rows.push(rowOf(`${words + 1}-${words + pieces.length}`, form, misc.join('|')));
      for (const [i, piece] of pieces.entries()) {
        const own = forms[i] ?? '';
        const original = own === own.normalize('NFC') ? [] : [`OriginalForm=${escapeSpaces(own)}`];
        const all = [...original, ...(isRange ? [] : misc)];
        rows.push(rowOf(String(++words), own.normalize('NFC'), all.join('|'), cells.get(piece.start) ?? {}));
        known.push(...(details.get(piece.start) ?? []));
      }
    }
    const place = document.lines.find(({ start, end }) => start <= first && first < end);
    // Where boilerplate was cut out, lines may have come to stand in one.
    const isNewLine = index === 0 || text.slice(ends[index - 1], first).includes('\n');
    return [
      ...(index === 0 ? header : []),
      ...(isNewLine ? ['# newpar'] : []),
      `# sent_id = ${idOf(index + 1)}`,
      `# text = ${plain.trimEnd()}`,
      ...(place ? [`# line = ${place.number}`, `# line_class = ${place.class}`] : []),
      ...(known.length > 0 ? [`# json_hashiya = ${jsonInNfc(Object.fromEntries(known))}`] : []),
      ...rows,
      '',
    ];
  });
}

const rowOf = (
  id: string,
  form: string,
  misc: string,
  cells: Partial<Record<SpanColumn, string[]>> | null = null,
): string =>
  [
    id,
    form,
    ...Array.from({ length: CONLLU_COLUMNS.length - 3 }, () => '_'),
    misc || '_',
    ...SPAN_COLUMN_KEYS.map((key) => (cells === null ? '_' : (cells[key]?.join(';') ?? NOTHING))),
  ].join('\t');

/** Numbers the spans of a document and says of each word to which it belongs. */
function placeSpans(document: DatasetDocument, words: readonly Span[], losses: Loss[]): Placed {
  const convert = offsetsTo('codepoint', document.text);
  const cells: Placed['cells'] = new Map();
  const details: Placed['details'] = new Map();
  const wordsOf = (span: Span): readonly Span[] => {
    const own: Span[] = [];
    for (let i = firstBehind(words, span.start); i < words.length; i++) {
      const word = words[i] as Span;
      if (word.start >= span.end) break;
      own.push(word);
    }
    return own;
  };
  const write = (column: SpanColumn, own: readonly Span[], value: (i: number) => string): void => {
    for (const [i, { start }] of own.entries()) {
      const cell = cells.get(start) ?? {};
      cells.set(start, { ...cell, [column]: [...(cell[column] ?? []), value(i)] });
    }
  };
  /** The offsets of a span whose ends are no ends of words. */
  const exact = (span: Span, own: readonly Span[]): readonly [number, number] | null =>
    own[0]?.start === span.start && own[own.length - 1]?.end === span.end
      ? null
      : [convert(span.start), convert(span.end)];
  for (const [index, span] of document.spans.entries()) {
    const number = index + 1;
    const own = wordsOf(span);
    const [head] = own;
    if (!head) {
      losses.push(lossOf(document, span, 'without-token'));
      continue;
    }
    write(span.layer, own, (i) => (i === 0 ? `${number}:${span.label}` : String(number)));
    const offsets = exact(span, own);
    const parts = (['speaker', 'cue'] as const).flatMap((name) => {
      const of = span[name];
      if (!of) return [];
      const ofPart = wordsOf(of);
      const place = exact(of, ofPart);
      write(name, ofPart, () => String(number));
      return place ? [[name, place] as const] : [];
    });
    const all = {
      ...detailsOf(span as DatasetSpan),
      ...relationsField(span as DatasetSpan),
      ...(offsets ? { offsets } : {}),
      ...Object.fromEntries(parts),
    };
    details.set(head.start, [...(details.get(head.start) ?? []), [number, all]]);
  }
  return { cells, details };
}

/** The index of the first of sorted spans that ends behind an offset. */
function firstBehind(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
