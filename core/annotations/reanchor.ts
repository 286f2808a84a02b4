import type { Span } from '../text/span.ts';
import { makeAnchor, orphaned } from './anchors.ts';
import type { Anchor, Annotation } from './annotation.ts';
import { agreement, likeliestPlace, provenPlaces } from './reanchoring/find-place.ts';
import type { Place } from './reanchoring/find-place.ts';
import { isLetter, searchable } from './reanchoring/searchable-text.ts';
import type { SearchableText } from './reanchoring/searchable-text.ts';
import { createShifts } from './reanchoring/shifts.ts';
import type { Shifts } from './reanchoring/shifts.ts';
import { orphanRivals } from './reanchoring/rivals.ts';

export { searchable };

/** As many agreeing units of context prove that words came back where they were. */
const SURE_CONTEXT = 8;
/** A quote of this length is its own proof there. */
const SURE_QUOTE = 24;

/**
 * Finds an anchor in a text that may have changed: where its words stand with most of their surroundings, as written
 * or but for blanks, harakat and spelling variants, the nearest to the old place among equals; else where words and
 * surroundings together are alike enough though both were changed (see reanchoring/evidence.ts for the floor). What is
 * not found becomes an orphan: span null, words and context kept. Follows the quote-then-context order of the W3C Web
 * Annotation model's selectors.
 */
export function reanchor(target: SearchableText, anchor: Anchor): Anchor {
  const place = find(target, anchor, anchor.span?.start ?? null);
  return place ? makeAnchor(target.text, place) : orphaned(anchor);
}

/** Where an anchor is in a text that has changed around its old place, or null. */
export function findChanged(target: SearchableText, anchor: Anchor): Span | null {
  const place = find(target, anchor, anchor.span?.start ?? null);
  return place && { start: place.start, end: place.end };
}

function find(target: SearchableText, anchor: Anchor, expected: number | null): Place | null {
  if (anchor.exact === '') return null;
  return provenPlaces(target, anchor, expected)[0] ?? likeliestPlace(target, anchor, expected);
}

/**
 * Finds an anchor that was made in another version of the text: as reanchor does, else where its words stand once, the
 * words right beside them as they were. That is less than an annotation is carried by, so whoever asks tells the person.
 */
export function findInVersion(target: SearchableText, anchor: Anchor): Anchor {
  const found = reanchor(target, anchor);
  if (found.span || anchor.exact === '') return found;
  const span = findWithin(target.text, { start: 0, end: target.text.length }, anchor);
  const standsOnce = target.text.indexOf(anchor.exact) === target.text.lastIndexOf(anchor.exact);
  return span && standsOnce ? makeAnchor(target.text, span) : found;
}

/**
 * Re-anchors annotations in a text that changed where nobody could follow the edits: a pull, another program. Those
 * that are found for certain tell how far the text around them has moved, and so where the others are to be expected.
 * Speakers and cues are found by themselves. Of two annotations of one family that end up on one place though they
 * stood apart before, the one of which less is there becomes an orphan. The result is ordered as given.
 */
export function reanchorAnnotations(annotations: readonly Annotation[], text: string): Annotation[] {
  const target = searchable(text);
  const places = new Map<Anchor, Place | null>();
  const shifts = createShifts();
  const anchors = annotations
    .flatMap(({ anchor, speaker, cue }) => [anchor, speaker, cue])
    .filter((anchor) => anchor !== null && anchor.exact !== '');
  for (const anchor of anchors as Anchor[]) {
    const [first, second] = provenPlaces(target, anchor, anchor.span?.start ?? null);
    if (!first || second) continue;
    places.set(anchor, first);
    if (anchor.span) shifts.add(anchor.span.start, first.start);
  }
  const move = (anchor: Anchor): Anchor => {
    let place = places.get(anchor);
    if (place === undefined) {
      place = find(target, anchor, expectedStart(anchor, shifts));
      places.set(anchor, place);
    }
    return place ? makeAnchor(text, place) : orphaned(anchor);
  };
  const moved = annotations.map((annotation) => ({
    ...annotation,
    anchor: move(annotation.anchor),
    speaker: annotation.speaker && move(annotation.speaker),
    cue: annotation.cue && move(annotation.cue),
  }));
  return orphanRivals(annotations, moved, ({ anchor }) => places.get(anchor)?.score ?? 0);
}

const expectedStart = ({ span }: Anchor, shifts: Shifts): number | null =>
  span && shifts.expected(span.start);

/**
 * Where in `region` of a text an anchor's words stand with surroundings that prove them, or null. For words that
 * come back: an undone deletion, a paste of what was cut.
 */
export function findWithin(text: string, region: Span, anchor: Anchor): Span | null {
  const { exact, prefix, suffix } = anchor;
  if (exact === '') return null;
  let chosen: Place | null = null;
  for (
    let at = text.indexOf(exact, region.start);
    at >= 0 && at < region.end;
    at = text.indexOf(exact, at + 1)
  ) {
    const end = at + exact.length;
    if (isLetter(text, at - 1) !== isLetter(prefix, prefix.length - 1)) continue;
    if (isLetter(text, end) !== isLetter(suffix, 0)) continue;
    const score = agreement(text, at, anchor);
    const isProof =
      exact.length >= SURE_QUOTE || score >= Math.min(SURE_CONTEXT, prefix.length + suffix.length);
    if (isProof && score > (chosen?.score ?? -1)) chosen = { start: at, end, score };
  }
  return chosen && { start: chosen.start, end: chosen.end };
}
