import type { Layer } from '../../dataset/document.ts';
import type { ReadDocument, ReadSpan } from '../format.ts';
import { asText, isFields, listOf, offsetIn, parseJson } from '../span-details.ts';
import type { Fields } from '../span-details.ts';
import type { Metadata } from './parquet.ts';

/** The columns that hold tags of tokens in datasets of the Hub, the first that there is. */
const TAG_COLUMNS = ['ner_tags', 'tags', 'labels', 'ner', 'label'];

/**
 * The names behind the numbers of class labels, by the path of their feature ("ner_tags", "entities.label"), from a
 * Parquet file's metadata.
 */
export function labelNames({ huggingface }: Metadata): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  const visit = (feature: unknown, path: string): void => {
    if (Array.isArray(feature)) for (const one of listOf(feature)) visit(one, path);
    else if (!isFields(feature)) return;
    else if (feature['_type'] === 'ClassLabel') found.set(path, listOf(feature['names']).map(asText));
    else if (typeof feature['_type'] === 'string') visit(feature['feature'], path);
    else
      for (const [name, one] of Object.entries(feature)) visit(one, path === '' ? name : `${path}.${name}`);
  };
  const json = huggingface === undefined ? null : parseJson(huggingface);
  const info = json && 'data' in json && isFields(json.data) ? json.data['info'] : null;
  if (isFields(info)) visit(info['features'], '');
  return found;
}

/**
 * A row of tokens with tags (IOB1, IOB2 or BIOES/BILOU) as a text with spans. The text is `text` where the tokens stand
 * in it one behind the other, else the tokens parted by blanks.
 */
export function readTagged(
  row: Fields,
  names: ReadonlyMap<string, readonly string[]>,
  text: string | null,
  layerOf: (label: string) => Layer,
  tell: (message: string) => void,
): Pick<ReadDocument, 'text' | 'spans'> | null {
  const column = TAG_COLUMNS.find((name) => Array.isArray(row[name]));
  const tokens = listOf(row['tokens'] ?? row['words']).map(asText);
  if (tokens.length === 0 || column === undefined) {
    if (text !== null) return { text, spans: [] };
    tell(
      `the row has neither "text" nor "tokens" with tags (${TAG_COLUMNS.join(', ')}): rename the columns, or add them`,
    );
    return null;
  }
  const tags = listOf(row[column]).map((tag) =>
    typeof tag === 'string' ? tag : names.get(column)?.[offsetIn(tag) ?? -1],
  );
  if (tags.includes(undefined) || tags.length !== tokens.length) {
    tell(
      tags.length === tokens.length
        ? `the numbers of "${column}" have no names: the file lacks the features of Hugging Face in its metadata`
        : `there are ${tokens.length} tokens, but ${tags.length} tags`,
    );
    return null;
  }
  const placed = (text !== null && starts(text, tokens)) || null;
  const joined = placed && text !== null ? text : tokens.join(' ');
  return {
    text: joined,
    spans: spansOf(joined, tokens, placed ?? starts(joined, tokens) ?? [], tags, layerOf),
  };
}

/** Where tokens start in a text, one behind the other; null where they do not. */
function starts(text: string, tokens: readonly string[]): number[] | null {
  const found: number[] = [];
  let from = 0;
  for (const token of tokens) {
    const at = text.indexOf(token, from);
    if (at < 0) return null;
    found.push(at);
    from = at + token.length;
  }
  return found;
}

function spansOf(
  text: string,
  tokens: readonly string[],
  from: readonly number[],
  tags: readonly (string | undefined)[],
  layerOf: (label: string) => Layer,
): ReadSpan[] {
  const spans: { layer: Layer; label: string; start: number; end: number }[] = [];
  let isOpen = false;
  for (const [i, tag = 'O'] of tags.entries()) {
    const [, prefix = '', label = tag] = /^([BILOESU])-(.+)$/s.exec(tag) ?? [];
    const end = Math.min(text.length, (from[i] ?? 0) + (tokens[i] ?? '').length);
    const last = spans[spans.length - 1];
    if (tag === 'O') isOpen = false;
    else if (isOpen && last?.label === label && 'ILE'.includes(prefix) && prefix !== '') last.end = end;
    else spans.push({ layer: layerOf(label), label, start: from[i] ?? 0, end });
    if (tag !== 'O') isOpen = !['L', 'E', 'S', 'U'].includes(prefix);
  }
  return spans;
}
