import type { EntityMark } from '../labels/marks.ts';
import type { LineReading, ReadLine } from '../lexicon/article.ts';
import { remembered } from '../lexicon/remembered.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import type { MarkedStretch } from './marks.ts';

/** What a token is to the quotation marks round it. */
interface Quoting {
  /** Index, in the article's stretches, of the innermost stretch that holds the token; -1 outside. */
  readonly stretch: number;
  /** Whether the token lies in a stretch that is long enough to be speech with a syntax of its own. */
  readonly opaque: boolean;
  /** Whether the token is itself a quotation mark. */
  readonly mark: boolean;
}

/** A line made ready for finding quotations. Token indices count in `tokens`; entity offsets from the article's start. */
export interface Passage {
  readonly index: number;
  readonly line: ReadLine;
  readonly tokens: readonly Token[];
  readonly quoting: readonly Quoting[];
  /** Sentences as ranges of tokens, `end` exclusive; a boundary inside a quotation is none. */
  readonly sentences: readonly Span[];
  /** By token: the entity that covers it, or null. */
  readonly entities: readonly (EntityMark | null)[];
  /** By token: whether the lists have it, as it stands or behind a particle, as a word that is hardly ever a name. */
  readonly ordinary: readonly boolean[];
}

/** From so many words on, a stretch in marks has a syntax of its own; shorter ones are part of the sentence. */
const OPAQUE_WORDS = 5;

/** What a token outside of any marks is to them. */
const OUTSIDE: Quoting = { stretch: -1, opaque: false, mark: false };

/** Makes a line ready. `stretches` are those of the whole article, `own` the indices of this line's. */
export function readPassage(
  line: ReadLine,
  index: number,
  stretches: readonly MarkedStretch[],
  own: readonly number[],
  entities: readonly EntityMark[],
): Passage {
  const { tokens } = line.reading;
  const covering = coverTokens(tokens, line.start, entities);
  return {
    index,
    line,
    tokens,
    quoting: own.length === 0 ? tokens.map(() => OUTSIDE) : quotingOf(line, stretches, own),
    sentences: mergeSentences(line, own, stretches, covering),
    entities: covering,
    ordinary: ordinaryIn(line.reading),
  };
}

/** What each token of a line is to the marks of its stretches. */
function quotingOf(line: ReadLine, stretches: readonly MarkedStretch[], own: readonly number[]): Quoting[] {
  const { tokens } = line.reading;
  const quoting: Quoting[] = [];
  const opaque = new Map<number, boolean>();
  for (const s of own) {
    const stretch = stretches[s];
    if (stretch) opaque.set(s, hasWords(tokens, line.start, stretch, OPAQUE_WORDS));
  }
  const active: number[] = [];
  let opaqueActive = 0;
  let next = 0;
  const markStarts = new Set<number>();
  for (const s of own) {
    const stretch = stretches[s];
    for (const mark of [stretch?.open, stretch?.close])
      if (mark) for (let at = mark.start; at < mark.end; at++) markStarts.add(at - line.start);
  }
  for (const token of tokens) {
    const start = token.start + line.start;
    while (next < own.length && (stretches[own[next] as number]?.start ?? 0) <= start)
      opaqueActive += opaque.get(active[active.push(own[next++] as number) - 1] as number) ? 1 : 0;
    while (active.length > 0 && (stretches[active[active.length - 1] as number]?.end ?? 0) <= start)
      opaqueActive -= opaque.get(active.pop() as number) ? 1 : 0;
    // An outer stretch may end before an inner one that its line left unclosed.
    const innermost = active[active.length - 1];
    quoting.push({
      stretch: innermost ?? -1,
      opaque: opaqueActive > 0,
      mark: markStarts.has(token.start),
    });
  }
  return quoting;
}

/** By token, whether it is an ordinary word; remembered with the reading. */
const ordinaryIn = remembered((reading: LineReading): readonly boolean[] => {
  const ordinary = reading.tokens.map(() => false);
  for (const { first, last, entries } of reading.matches)
    if (first === last && entries.some((entry) => entry.list === 'ordinary-word')) ordinary[first] = true;
  return ordinary;
});

/** The sentences of a line as ranges of tokens, `end` exclusive; remembered with the reading. */
const sentencesIn = remembered(({ tokens, sentences }: LineReading): readonly Span[] =>
  sentences.map(({ start, end }) => ({
    start: firstTokenFrom(tokens, start),
    end: firstTokenFrom(tokens, end),
  })),
);

/** Whether a stretch has at least so many words. */
function hasWords(tokens: readonly Token[], offset: number, span: Span, least: number): boolean {
  let words = 0;
  for (let i = firstTokenFrom(tokens, span.start - offset); i < tokens.length && words < least; i++) {
    const token = tokens[i] as Token;
    if (token.end + offset > span.end) break;
    if (token.kind !== 'mark') words++;
  }
  return words >= least;
}

/** The index of the first token that starts at or behind `offset` (from the start of the line). */
export function firstTokenFrom(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Foreign initials spelt out ("جون إف. كيربي"); their full stop ends no sentence. */
const INITIALS = new Set('اف جي دي بي سي كي كيه تي ام ار ال اس جيه دبليو ان او اي يو اتش ايه جاي'.split(' '));

/** Whether the sentence boundary before token `at` lies inside a name. */
function cutsName(line: ReadLine, at: number, entities: readonly (EntityMark | null)[]): boolean {
  const { tokens } = line.reading;
  const entity = entities[at];
  if (entity && entity === entities[at - 1]) return true;
  return (
    tokens[at - 1]?.text === '.' &&
    INITIALS.has(tokens[at - 2]?.folded ?? '') &&
    !/^[وف]/.test(tokens[at]?.folded ?? '')
  );
}

function mergeSentences(
  line: ReadLine,
  own: readonly number[],
  stretches: readonly MarkedStretch[],
  entities: readonly (EntityMark | null)[],
): Span[] {
  const merged: Span[] = [];
  let reach = -1;
  let next = 0;
  for (const sentence of sentencesIn(line.reading)) {
    const { start: first, end } = sentence;
    const start = (line.reading.tokens[first]?.start ?? 0) + line.start;
    while (next < own.length) {
      const stretch = stretches[own[next] as number];
      if (!stretch || stretch.start >= start) break;
      if (stretch.ending !== 'unclosed') reach = Math.max(reach, stretch.end);
      next++;
    }
    const last = merged[merged.length - 1];
    if (last && (start < reach || cutsName(line, first, entities)))
      merged[merged.length - 1] = { start: last.start, end };
    else merged.push(sentence);
  }
  return merged;
}

function coverTokens(
  tokens: readonly Token[],
  offset: number,
  entities: readonly EntityMark[],
): (EntityMark | null)[] {
  let next = 0;
  return tokens.map((token) => {
    while (next < entities.length && (entities[next]?.end ?? 0) <= token.start + offset) next++;
    const entity = entities[next];
    return entity && entity.start < token.end + offset ? entity : null;
  });
}
