import type { DatasetDocument, DatasetLine } from '../../dataset/document.ts';
import type { Span } from '../../text/span.ts';
import type { Graph } from '../graph.ts';
import { splitToken } from '../split-token.ts';
import { escapeXml, replaceNotInXml } from '../xml.ts';
import { labelAttributes } from './categories.ts';
import type { Category } from './categories.ts';

/** The body of an article, and what points into it. */
export interface Body {
  /** Its <ab> elements, each on a line. */
  readonly lines: readonly string[];
  /** The xml:id of the token or anchor at which a span that starts here starts. */
  readonly from: (offset: number) => string;
  /** The xml:id of the token or anchor at which a span that ends here ends. */
  readonly to: (offset: number) => string;
}

/** A token with its name, and whether its sentence begins or ends with it. */
interface Token extends Span {
  readonly id: string;
  readonly opens: boolean;
  readonly closes: boolean;
}

/**
 * Writes the text: an <ab> for each line and for what stands between lines. Tokens are cut at their particles and at
 * the edges of spans; an edge that is no token's has an <anchor>.
 */
export function bodyOf(document: DatasetDocument, { nodes }: Graph, categories: readonly Category[]): Body {
  const chunks = chunksOf(document);
  const edges = new Set(nodes.flatMap(({ start, end }) => [start, end]));
  const tokens = tokensOf(document, chunks, edges);
  const starts = new Map(tokens.map((token) => [token.start, token.id]));
  const ends = new Map(tokens.map((token) => [token.end, token.id]));
  const bare = [
    ...new Set(
      nodes.flatMap(({ start, end }) => [
        ...(starts.has(start) ? [] : [start]),
        ...(ends.has(end) ? [] : [end]),
      ]),
    ),
  ].sort((a, b) => a - b);
  const anchors = new Map(bare.map((offset, i) => [offset, `a${i + 1}`]));
  const write = writerOf(document.text, tokens, bare);
  return {
    lines: chunks.map(({ line, start, end }, i) => {
      const kind = line
        ? ` n="${line.number}"${labelAttributes(categories, 'lines', line.class)} subtype="${line.silver ? 'silver' : 'decided'}"`
        : '';
      const content = write({ start, end }, i === chunks.length - 1);
      return `      <ab${kind} xml:space="preserve">${content}</ab>`;
    }),
    from: (offset) => starts.get(offset) ?? anchors.get(offset) ?? '',
    to: (offset) => ends.get(offset) ?? anchors.get(offset) ?? '',
  };
}

/** The text cut into lines and what stands between them; a body holds one at least. */
function chunksOf({ text, lines }: DatasetDocument): (Span & { readonly line: DatasetLine | null })[] {
  const chunks: (Span & { readonly line: DatasetLine | null })[] = [];
  let at = 0;
  for (const line of lines) {
    if (line.start > at) chunks.push({ start: at, end: line.start, line: null });
    chunks.push({ start: line.start, end: line.end, line });
    at = line.end;
  }
  if (at < text.length || chunks.length === 0) chunks.push({ start: at, end: text.length, line: null });
  return chunks;
}

function tokensOf(
  { sentences }: DatasetDocument,
  chunks: readonly Span[],
  edges: ReadonlySet<number>,
): Token[] {
  let count = 0;
  return sentences.flatMap((sentence) => {
    const pieces = sentence.flatMap((token) => splitToken(token, token.proper, edges));
    const [first, last] = [pieces[0], pieces[pieces.length - 1]];
    const isInOne = (span: Span): boolean =>
      chunks.some((chunk) => chunk.start <= span.start && span.end <= chunk.end);
    const isWhole = first && last && isInOne({ start: first.start, end: last.end });
    return pieces.filter(isInOne).map((piece) => ({
      ...piece,
      id: `w${++count}`,
      opens: isWhole === true && piece === first,
      closes: isWhole === true && piece === last,
    }));
  });
}

/** Writes stretches of a text in their order. An anchor stands at the start of the stretch that begins with it. */
function writerOf(
  text: string,
  tokens: readonly Token[],
  anchors: readonly number[],
): (chunk: Span, isLast: boolean) => string {
  const escaped = (start: number, end: number): string => escapeXml(replaceNotInXml(text.slice(start, end)));
  let token = 0;
  let anchor = 0;
  const plain = (from: number, to: number, withEnd: boolean): string => {
    let written = '';
    let at = from;
    for (; anchor < anchors.length; anchor++) {
      const offset = anchors[anchor] as number;
      if (offset > to || (offset === to && !withEnd)) break;
      written += `${escaped(at, offset)}<anchor xml:id="a${anchor + 1}"/>`;
      at = offset;
    }
    return written + escaped(at, to);
  };
  return (chunk, isLast) => {
    let written = '';
    let at = chunk.start;
    for (; token < tokens.length; token++) {
      const { start, end, id, opens, closes } = tokens[token] as Token;
      if (end > chunk.end) break;
      const words = text.slice(start, end);
      const name = /[\p{L}\p{N}]/u.test(words) ? 'w' : 'pc';
      written += plain(at, start, true);
      written += `${opens ? '<s>' : ''}<${name} xml:id="${id}">${escaped(start, end)}</${name}>${closes ? '</s>' : ''}`;
      at = end;
    }
    return written + plain(at, chunk.end, isLast);
  };
}
