import { CharacterClass, classOf } from '../text/characters.ts';
import { foldWithOrigins } from '../text/fold.ts';
import { graphemeEnd, graphemeStart } from '../text/graphemes.ts';
import type { Span } from '../text/span.ts';
import { makeAnchor, orphaned, stands } from './anchors.ts';
import type { Anchor, Annotation } from './annotation.ts';

/** A text made ready for finding anchors in it; its folded form is made when first needed. */
export interface SearchableText {
  readonly text: string;
  /** The text folded (see core/text/fold.ts), runs of blanks as one, with the offset each unit came from. */
  readonly folded: () => { readonly text: string; readonly origins: Uint32Array };
}

/** Prepares a text for re-anchoring many anchors. */
export function searchable(text: string): SearchableText {
  let folded: ReturnType<SearchableText['folded']> | undefined;
  return { text, folded: () => (folded ??= foldBlanks(text)) };
}

/** Where an anchor was found, and how sure that is: the code units of context that agree, more is better. */
interface Place extends Span {
  readonly score: number;
}

/** A few words that many places share would make every search long; the nearest ones to the old place are enough. */
const MOST_PLACES = 256;
/** As many agreeing units of context prove that a place is the same one. */
const SURE_CONTEXT = 8;
/** A quote of this length is its own proof. */
const SURE_QUOTE = 24;

/**
 * Finds an anchor in a text that may have changed: first where it stood, then the occurrence of its words whose
 * surroundings agree best (the nearest among equals), then, unless the surroundings prove that one, the same without
 * regard to blanks, harakat and spelling variants. Words of which neither the surroundings nor the length prove the place are taken only where they occur
 * once. What is not found becomes an orphan: span null, words and context kept. Follows the quote-then-context
 * order of the W3C Web Annotation model's selectors.
 */
export function reanchor(target: SearchableText, anchor: Anchor): Anchor {
  const place = findPlace(target, anchor);
  return place ? makeAnchor(target.text, place) : orphaned(anchor);
}

/**
 * Re-anchors annotations in a text that changed where nobody could follow the edits: a pull, another program. Speakers
 * and cues are found by themselves. Where two annotations of one label end up on one place that stood apart before,
 * the one whose surroundings agree less becomes an orphan. The result is ordered as given.
 */
export function reanchorAnnotations(annotations: readonly Annotation[], text: string): Annotation[] {
  const target = searchable(text);
  const moved = annotations.map((annotation) => ({
    ...annotation,
    anchor: reanchor(target, annotation.anchor),
    speaker: annotation.speaker && reanchor(target, annotation.speaker),
    cue: annotation.cue && reanchor(target, annotation.cue),
  }));
  const holders = new Map<string, number>();
  for (const [i, annotation] of moved.entries()) {
    const { span } = annotation.anchor;
    if (!span) continue;
    const place = `${annotation.family}:${annotation.label}:${span.start}-${span.end}`;
    const holder = holders.get(place);
    const other = holder === undefined ? undefined : annotations[holder];
    const old = (annotations[i] as Annotation).anchor;
    if (holder === undefined || !other || samePlace(other.anchor, old)) {
      holders.set(place, holder ?? i);
      continue;
    }
    const agreement = (anchor: Anchor): number => placeAt(text, anchor, span.start)?.score ?? 0;
    const loser = agreement(old) > agreement(other.anchor) ? holder : i;
    moved[loser] = {
      ...(moved[loser] as Annotation),
      anchor: orphaned((annotations[loser] as Annotation).anchor),
    };
    if (loser === holder) holders.set(place, i);
  }
  return moved;
}

const samePlace = (a: Anchor, b: Anchor): boolean =>
  a.span?.start === b.span?.start && a.span?.end === b.span?.end;

/**
 * Where in `region` of a text an anchor's words stand with surroundings that prove them, or null. For words that
 * come back: an undone deletion, a paste of what was cut.
 */
export function findWithin(text: string, region: Span, anchor: Anchor): Span | null {
  if (anchor.exact === '') return null;
  let chosen: Place | null = null;
  for (
    let at = text.indexOf(anchor.exact, region.start);
    at >= 0 && at < region.end;
    at = text.indexOf(anchor.exact, at + 1)
  ) {
    const place = placeAt(text, anchor, at);
    if (place && isProof(place, anchor) && place.score > (chosen?.score ?? -1)) chosen = place;
  }
  return chosen && { start: chosen.start, end: chosen.end };
}

function findPlace(target: SearchableText, anchor: Anchor): Place | null {
  const { text } = target;
  if (anchor.exact === '') return null;
  const here = stands(text, anchor) ? placeAt(text, anchor, (anchor.span as Span).start) : null;
  if (here && isProof(here, anchor)) return here;
  const found = best(text, anchor);
  if (found && isProof(found, anchor)) return found;
  // The words may have got harakat or another spelling, and what is left of the old spelling be another mention.
  const respelt = bestFolded(target, anchor);
  if (respelt && isProof(respelt, anchor) && respelt.score > (found?.score ?? 0)) return respelt;
  // Where the words stand where they stood, and no other place agrees better, the surroundings were rewritten.
  return found ?? here ?? respelt;
}

function best(text: string, anchor: Anchor): Place | null {
  return choose(
    occurrences(text, anchor.exact, anchor.span?.start ?? 0).map((start) => placeAt(text, anchor, start)),
    anchor,
  );
}

function bestFolded(target: SearchableText, anchor: Anchor): Place | null {
  const folded = target.folded();
  const wanted: Anchor = {
    span: anchor.span,
    exact: foldBlanks(anchor.exact).text.trim(),
    prefix: foldBlanks(anchor.prefix).text,
    suffix: foldBlanks(anchor.suffix).text,
  };
  if (wanted.exact === '') return null;
  const near = lowerBound(folded.origins, anchor.span?.start ?? 0);
  const place = choose(
    occurrences(folded.text, wanted.exact, near).map((start) => placeAt(folded.text, wanted, start)),
    wanted,
  );
  if (!place) return null;
  const last = folded.origins[place.end - 1] ?? target.text.length;
  return {
    start: graphemeStart(target.text, folded.origins[place.start] ?? 0),
    // Harakat and tatweel that folding took away belong to the letter before them.
    end: endOfMarks(target.text, graphemeEnd(target.text, last + 1)),
    score: place.score,
  };
}

/** The best of several places, or null where none can be told to be the right one. Nearest places come first. */
function choose(places: readonly (Place | null)[], anchor: Anchor): Place | null {
  const fitting = places.filter((place) => place !== null);
  let chosen: Place | null = null;
  for (const place of fitting) if (!chosen || place.score > chosen.score) chosen = place;
  if (!chosen) return null;
  return fitting.length === 1 || isProof(chosen, anchor) ? chosen : null;
}

const isProof = (place: Place, anchor: Anchor): boolean =>
  anchor.exact.length >= SURE_QUOTE ||
  place.score >= Math.min(SURE_CONTEXT, anchor.prefix.length + anchor.suffix.length);

/**
 * The place of `exact` at `start` with the context that agrees there; null where it is part of a longer word though
 * the anchor's was none, or the other way round ("كيم" is not in "حكيم").
 */
function placeAt(text: string, anchor: Anchor, start: number): Place | null {
  const end = start + anchor.exact.length;
  if (isLetter(text, start - 1) !== isLetter(anchor.prefix, anchor.prefix.length - 1)) return null;
  if (isLetter(text, end) !== isLetter(anchor.suffix, 0)) return null;
  let before = 0;
  while (
    before < anchor.prefix.length &&
    start > before &&
    text[start - 1 - before] === anchor.prefix[anchor.prefix.length - 1 - before]
  )
    before++;
  let behind = 0;
  while (behind < anchor.suffix.length && text[end + behind] === anchor.suffix[behind]) behind++;
  return { start, end, score: before + behind };
}

/** The starts of `words` in `text`, the nearest to `near` first, at most MOST_PLACES. */
function occurrences(text: string, words: string, near: number): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) starts.push(at);
  return starts.sort((a, b) => Math.abs(a - near) - Math.abs(b - near) || a - b).slice(0, MOST_PLACES);
}

function isLetter(text: string, offset: number): boolean {
  if (offset < 0 || offset >= text.length) return false;
  const characterClass = classOf(text.charCodeAt(offset));
  return (
    characterClass === CharacterClass.Arabic ||
    characterClass === CharacterClass.Latin ||
    characterClass === CharacterClass.Digit
  );
}

function endOfMarks(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && classOf(text.charCodeAt(end)) === CharacterClass.ArabicMark) end++;
  return end;
}

/** Folds, and makes one blank of each run of them. */
function foldBlanks(text: string): { text: string; origins: Uint32Array } {
  const folded = foldWithOrigins(text);
  const origins: number[] = [];
  let collapsed = '';
  let kept = 0;
  for (let i = 0; i < folded.text.length; i++) {
    if (folded.text[i] === ' ' && folded.text[i - 1] === ' ') {
      collapsed += folded.text.slice(kept, i);
      kept = i + 1;
    } else origins.push(folded.origins[i] ?? text.length);
  }
  origins.push(text.length);
  return { text: collapsed + folded.text.slice(kept), origins: Uint32Array.from(origins) };
}

function lowerBound(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
