import type { DatasetDocument } from '../../dataset/document.ts';
import type { Span } from '../../text/span.ts';
import type { CasAnnotation } from '../cas/annotations.ts';

/** A row: a token, or a part of one that an annotation begins or ends in. Offsets are UTF-16 code units. */
export interface Unit extends Span {
  /** "sentence-token" or "sentence-token.part", counted from 1. */
  readonly id: string;
  /** The annotations of each layer, in one order for all its columns. */
  readonly annotations: Map<string, CasAnnotation[]>;
}

interface TokenUnit extends Unit {
  readonly parts: Unit[];
}

/** A sentence as the file has it: its text goes on to the next one, but for a newline that readers put in between. */
interface UnitSentence {
  readonly text: string;
  readonly tokens: readonly TokenUnit[];
}

/** Where annotations stand: the first unit of each gives it its name. */
export interface Units {
  readonly sentences: readonly UnitSentence[];
  readonly unitsOf: ReadonlyMap<CasAnnotation, readonly Unit[]>;
}

/**
 * The rows of a document. Readers build the text from the sentences, with one newline behind each unless the next one
 * begins at once (Tsv3XDeserializer of INCEpTION); so a sentence holds what stands between it and the next one, but
 * for the last newline. An annotation that begins or ends between tokens makes tokens of what it holds there, as does
 * what stands before the first token, since a text begins with a token or with blanks.
 */
export function unitsOf(document: DatasetDocument, annotations: readonly CasAnnotation[]): Units {
  const { text } = document;
  const tokens = withGaps(document, annotations);
  const sentences = tokens.map((sentence, i): UnitSentence => {
    const [start, end] = [startOf(sentence), lastOf(sentence).end];
    const next = tokens[i + 1];
    const behind = next ? startOf(next) : text.length;
    const isImplied = behind > end && text.charAt(behind - 1) === '\n';
    return {
      text: text.slice(start, isImplied ? behind - 1 : behind),
      tokens: sentence.map((token, j) => ({
        ...token,
        id: `${i + 1}-${j + 1}`,
        annotations: new Map(),
        parts: [],
      })),
    };
  });
  const flat = sentences.flatMap((sentence) => sentence.tokens);
  return { sentences, unitsOf: new Map(annotations.map((one) => [one, place(one, flat)])) };
}

/** Puts an annotation into the rows that it spans. */
function place(annotation: CasAnnotation, tokens: readonly TokenUnit[]): Unit[] {
  const { start, end, type } = annotation;
  const units: Unit[] = [];
  for (let i = firstBehind(tokens, start); i < tokens.length; i++) {
    const token = tokens[i] as TokenUnit;
    if (token.start >= end) break;
    units.push(unitIn(token, Math.max(start, token.start), Math.min(end, token.end)));
  }
  for (const unit of units) unit.annotations.set(type, [...(unit.annotations.get(type) ?? []), annotation]);
  return units;
}

/** The token, or the part of it between two offsets. */
function unitIn(token: TokenUnit, start: number, end: number): Unit {
  if (start === token.start && end === token.end) return token;
  const known = token.parts.find((part) => part.start === start && part.end === end);
  if (known) return known;
  const part = { start, end, id: `${token.id}.${token.parts.length + 1}`, annotations: new Map() };
  token.parts.push(part);
  return part;
}

/** The index of the first token that ends behind an offset. */
export function firstBehind(tokens: readonly Span[], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Span).end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

const startOf = (sentence: readonly Span[]): number => (sentence[0] as Span).start;
const lastOf = (sentence: readonly Span[]): Span => sentence[sentence.length - 1] as Span;

/** The tokens of each sentence, with tokens for the stretches between them that are asked for. None is empty. */
function withGaps({ text, sentences }: DatasetDocument, annotations: readonly Span[]): Span[][] {
  const found = sentences.filter((sentence) => sentence.length > 0);
  const flat = found.flat();
  const [first] = flat;
  if (!first) return text === '' ? [] : [cutGap({ start: 0, end: text.length }, [], annotations, true)];
  const edges = annotations.flatMap(({ start, end }) => [start, end]).sort((a, b) => a - b);
  const needsStart = /[^ ]/.test(text.slice(0, first.start));
  let index = 0;
  return found.map((sentence, i) => {
    const before = i === 0 ? cutGap({ start: 0, end: first.start }, edges, annotations, needsStart) : [];
    return [
      ...before,
      ...sentence.flatMap(({ start, end }) => {
        const next = flat[++index]?.start ?? text.length;
        return [{ start, end }, ...cutGap({ start: end, end: next }, edges, annotations, false)];
      }),
    ];
  });
}

/** The stretches between tokens that annotations begin or end in, or all that there is where `isWhole`. */
function cutGap(gap: Span, edges: readonly number[], annotations: readonly Span[], isWhole: boolean): Span[] {
  if (gap.start === gap.end) return [];
  // Hardly ever does an annotation have an edge between tokens: asking by the sorted edges first keeps this linear.
  if (!isWhole && !hasBetween(edges, gap.start, gap.end)) return [];
  const held = annotations
    .filter(({ start, end }) => start < gap.end && end > gap.start && (start >= gap.start || end <= gap.end))
    .map(({ start, end }) => ({ start: Math.max(start, gap.start), end: Math.min(end, gap.end) }));
  if (isWhole) held.push(gap);
  const cuts = [...new Set(held.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  return cuts.slice(1).flatMap((end, i) => {
    const start = cuts[i] as number;
    return held.some((one) => one.start <= start && one.end >= end) ? [{ start, end }] : [];
  });
}

/** Whether sorted offsets have one from `start` to `end`. */
function hasBetween(offsets: readonly number[], start: number, end: number): boolean {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] as number) >= start) high = middle;
    else low = middle + 1;
  }
  return low < offsets.length && (offsets[low] as number) <= end;
}
