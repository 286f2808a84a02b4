import type { EntityMark } from '../labels/marks.ts';
import { hasTrait, traitOf } from '../lexicon/traits.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import { headsOf } from './heads.ts';
import type { Head } from './heads.ts';
import type { MarkedStretch } from './marks.ts';
import type { LineNotes } from './notes.ts';
import type { Known } from './speech.ts';

/** What a token is to the quotation marks round it. */
interface Quoting {
  /** Index, in the line's stretches, of the innermost stretch that holds the token; -1 outside. */
  readonly stretch: number;
  /** Whether the token lies in a stretch that is long enough to be speech with a syntax of its own. */
  readonly opaque: boolean;
  /** Whether the token is itself a quotation mark. */
  readonly mark: boolean;
}

/** An entity of a line. Offsets count from the start of the line. */
export interface Name extends Span {
  readonly label: EntityMark['label'];
  readonly canonical: string;
}

/** A line made ready for finding quotations. Token indices count in `tokens`; all offsets from the start of the line. */
export interface Passage {
  readonly text: string;
  readonly notes: LineNotes;
  readonly tokens: readonly Token[];
  /** What stands in marks, in order. */
  readonly stretches: readonly MarkedStretch[];
  readonly quoting: readonly Quoting[];
  /** Sentences as ranges of tokens, `end` exclusive; a boundary inside a quotation is none. */
  readonly sentences: readonly Span[];
  /** In order. */
  readonly names: readonly Name[];
  /** By token: the entity that covers it, or null. */
  readonly entities: readonly (Name | null)[];
  /** The nouns under which its names may come again. */
  readonly heads: readonly Head[];
  /** What it was last found to say. */
  known: Known | null;
}

/** Whether the lists have a token, as it stands or behind a particle, as a word that is hardly ever a name. */
export const isOrdinary = ({ notes }: Passage, at: number): boolean =>
  hasTrait(notes.reading.traits, at, ORDINARY);

const ORDINARY = traitOf('ordinary-word');

/** From so many words on, a stretch in marks has a syntax of its own; shorter ones are part of the sentence. */
const OPAQUE_WORDS = 5;

/** What a token is to the marks: outside of any, and in every other case. */
const OUTSIDE: Quoting = { stretch: -1, opaque: false, mark: false };
const MARK: Quoting = { stretch: -1, opaque: false, mark: true };

/**
 * Makes a line ready. `stretches` are the line's; `entities` those of the article from index `from` to `until`, their
 * offsets from the article's start, where the line stands at `offset`. What was made of the line before is given back
 * if nothing in it has changed.
 */
export function readPassage(
  notes: LineNotes,
  stretches: readonly MarkedStretch[],
  entities: readonly EntityMark[],
  from: number,
  until: number,
  offset: number,
): Passage {
  const before = notes.passage;
  if (before && sameNames(before.names, entities, from, until, offset) && same(before.stretches, stretches))
    return before;
  const names: Name[] = [];
  for (let i = from; i < until; i++) {
    const { start, end, label, canonical } = entities[i] as EntityMark;
    names.push({ start: start - offset, end: end - offset, label, canonical });
  }
  const { text, tokens } = notes.reading;
  const covering = coverTokens(tokens, names);
  const quoting = quotingOf(tokens, stretches);
  const passage: Passage = {
    text,
    notes,
    tokens,
    stretches,
    quoting,
    sentences: mergeSentences(notes, stretches, covering),
    names,
    entities: covering,
    heads: headsOf(tokens, covering, quoting, names.length),
    known: null,
  };
  notes.passage = passage;
  return passage;
}

function sameNames(
  names: readonly Name[],
  entities: readonly EntityMark[],
  from: number,
  until: number,
  offset: number,
): boolean {
  if (names.length !== until - from) return false;
  for (let i = from; i < until; i++) {
    const name = names[i - from] as Name;
    const entity = entities[i] as EntityMark;
    if (name.start !== entity.start - offset || name.end !== entity.end - offset) return false;
    if (name.label !== entity.label || name.canonical !== entity.canonical) return false;
  }
  return true;
}

const same = (some: readonly MarkedStretch[], others: readonly MarkedStretch[]): boolean =>
  some.length === others.length &&
  some.every((stretch, i) => {
    const other = others[i] as MarkedStretch;
    return (
      stretch.start === other.start &&
      stretch.end === other.end &&
      stretch.ending === other.ending &&
      stretch.continues === other.continues &&
      stretch.open?.start === other.open?.start &&
      stretch.close?.start === other.close?.start
    );
  });

/** As many tokens outside of any marks as the longest line without marks has: all such lines share them. */
const allOutside: Quoting[] = [];

function unmarked(length: number): readonly Quoting[] {
  while (allOutside.length < length) allOutside.push(OUTSIDE);
  return allOutside;
}

/** What each token of a line is to the marks of its stretches; a line without any is given more tokens than it has. */
function quotingOf(tokens: readonly Token[], stretches: readonly MarkedStretch[]): readonly Quoting[] {
  if (stretches.length === 0) return unmarked(tokens.length);
  const quoting: Quoting[] = new Array<Quoting>(tokens.length).fill(OUTSIDE);
  const opaque = stretches.map((stretch) => hasWords(tokens, stretch, OPAQUE_WORDS));
  const active: number[] = [];
  let opaqueActive = 0;
  let next = 0;
  for (let i = 0; i < tokens.length; i++) {
    const { start } = tokens[i] as Token;
    while (next < stretches.length && (stretches[next] as MarkedStretch).start <= start) {
      if (opaque[next]) opaqueActive++;
      active.push(next++);
    }
    while (active.length > 0 && (stretches[active[active.length - 1] as number]?.end ?? 0) <= start)
      if (opaque[active.pop() as number]) opaqueActive--;
    // An outer stretch may end before an inner one that its line left unclosed.
    const innermost = active[active.length - 1];
    if (innermost === undefined) continue;
    const before = quoting[i - 1];
    const opaqueHere = opaqueActive > 0;
    quoting[i] =
      before?.stretch === innermost && before.opaque === opaqueHere
        ? before
        : { stretch: innermost, opaque: opaqueHere, mark: false };
  }
  for (const { open, close } of stretches)
    for (const glyph of [open, close])
      if (glyph)
        for (let i = firstTokenFrom(tokens, glyph.start); (tokens[i]?.start ?? Infinity) < glyph.end; i++) {
          const inside = quoting[i] as Quoting;
          quoting[i] =
            inside === OUTSIDE ? MARK : { stretch: inside.stretch, opaque: inside.opaque, mark: true };
        }
  return quoting;
}

/** Whether a stretch has at least so many words. */
function hasWords(tokens: readonly Token[], span: Span, least: number): boolean {
  let words = 0;
  for (let i = firstTokenFrom(tokens, span.start); i < tokens.length && words < least; i++) {
    const token = tokens[i] as Token;
    if (token.end > span.end) break;
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
function cutsName(tokens: readonly Token[], at: number, entities: readonly (Name | null)[]): boolean {
  const entity = entities[at];
  if (entity && entity === entities[at - 1]) return true;
  return (
    tokens[at - 1]?.text === '.' &&
    INITIALS.has(tokens[at - 2]?.folded ?? '') &&
    !/^[وف]/.test(tokens[at]?.folded ?? '')
  );
}

function mergeSentences(
  { sentences, reading: { tokens } }: LineNotes,
  stretches: readonly MarkedStretch[],
  entities: readonly (Name | null)[],
): readonly Span[] {
  if (sentences.length === 1) return sentences;
  const merged: Span[] = [];
  let reach = -1;
  let next = 0;
  for (const sentence of sentences) {
    const { start: first, end } = sentence;
    const start = tokens[first]?.start ?? 0;
    while (next < stretches.length) {
      const stretch = stretches[next] as MarkedStretch;
      if (stretch.start >= start) break;
      if (stretch.ending !== 'unclosed') reach = Math.max(reach, stretch.end);
      next++;
    }
    const last = merged[merged.length - 1];
    if (last && (start < reach || cutsName(tokens, first, entities)))
      merged[merged.length - 1] = { start: last.start, end };
    else merged.push(sentence);
  }
  return merged;
}

function coverTokens(tokens: readonly Token[], names: readonly Name[]): readonly (Name | null)[] {
  const covering = new Array<Name | null>(tokens.length).fill(null);
  let at = 0;
  for (const name of names) {
    while (at < tokens.length && (tokens[at] as Token).end <= name.start) at++;
    for (; at < tokens.length && (tokens[at] as Token).start < name.end; at++) covering[at] ??= name;
    // A name may end inside a word, and the next begin there.
    if (at > 0 && (tokens[at - 1] as Token).end > name.end) at--;
  }
  return covering;
}
