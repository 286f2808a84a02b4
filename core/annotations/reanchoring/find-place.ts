import type { Span } from '../../text/span.ts';
import { stands } from '../anchors.ts';
import type { Anchor } from '../annotation.ts';
import { changedPlaces, nearest } from './changed-words.ts';
import { suffices, weigher } from './evidence.ts';
import type { Evidence, Wanted } from './evidence.ts';
import { foldedOffset, foldWords, isLetter, unfold } from './searchable-text.ts';
import type { Edges, SearchableText } from './searchable-text.ts';

/** A place for an anchor, and what speaks for it, from 0 to 1. */
export interface Place extends Span {
  readonly score: number;
}

/** A few words that many places share would make every search long; so many, the nearest, are compared. */
const MOST_PLACES = 256;
/** Of how many places with the very words the surroundings are compared though they differ. */
const MOST_COMPARED = 8;
/** Words whose surroundings agree in so large a part, unit by unit from the words on, stand where they stood. */
const SURE_PART = 0.75;
/** A quote of this length, in folded units, is its own proof where it stands once. */
const SURE_QUOTE = 24;
/** What the nearness to the expected place can add to a score, and at which distance half of it. */
const NEARNESS = 0.03;
const HALF_NEAR = 500;
/** Places that differ by less than this cannot be told apart. */
const TOO_CLOSE = 0.04;

const edgesOf = ({ prefix, suffix }: Wanted): Edges => ({
  letterBefore: isLetter(prefix, prefix.length - 1),
  letterBehind: isLetter(suffix, 0),
});

/**
 * The places where an anchor's very words stand with surroundings that prove them, as well as any does: first as they
 * are written, else folded. Offsets of the text, nearest to `expected` first; none where a closer look is needed.
 */
export function provenPlaces(target: SearchableText, anchor: Anchor, expected: number | null): Place[] {
  const { text } = target;
  const here = anchor.span;
  if (here && stands(text, anchor) && agreement(text, here.start, anchor) === contextOf(anchor))
    return [{ ...here, score: 1 }];
  const exact = proven(target, anchor, expected);
  if (exact.length > 0) return exact;
  const wanted = folded(anchor);
  if (wanted.exact === '') return [];
  const plain = target.folded();
  const near = expected === null ? null : foldedOffset(plain, expected);
  return proven(plain, wanted, near).map((place) => ({ ...unfold(text, plain, place), score: place.score }));
}

/**
 * The place that words and surroundings speak for most though neither is as it was, or null where that is too little
 * (see evidence.ts), or where two places cannot be told apart.
 */
export function likeliestPlace(
  target: SearchableText,
  anchor: Anchor,
  expected: number | null,
): Place | null {
  const wanted = folded(anchor);
  if (wanted.exact === '') return null;
  const plain = target.folded();
  const near = expected === null ? null : foldedOffset(plain, expected);
  const same = plain.occurrences(wanted.exact, edgesOf(wanted));
  const spans = [
    ...nearest(same, near ?? 0, MOST_PLACES)
      .map((start) => ({
        start,
        end: start + wanted.exact.length,
        agrees: agreement(plain.text, start, wanted),
      }))
      .sort((a, b) => b.agrees - a.agrees)
      .slice(0, MOST_COMPARED),
    ...changedPlaces(plain, wanted, near),
  ];
  const isWhole = (evidence: Evidence): boolean =>
    evidence.quote === 1 && same.length === 1 && wanted.exact.length >= SURE_QUOTE;
  const weigh = weigher(plain.text, wanted);
  const rated = spans
    .map((span) => ({ ...span, evidence: weigh(span) }))
    .filter(({ evidence }) => suffices(evidence) || isWhole(evidence))
    .map((place) => ({ ...place, rank: place.evidence.score + nearness(place.start, near) }))
    .sort((a, b) => b.rank - a.rank || a.start - b.start);
  const [best] = rated;
  if (!best) return null;
  const rival = rated.find((place) => place.end <= best.start || place.start >= best.end);
  // Of the same words in the same surroundings the nearest are taken; what differs must differ enough.
  const isTwin = rival?.evidence.quote === 1 && best.evidence.quote === 1 && near !== null;
  if (rival && !isTwin && best.evidence.score - rival.evidence.score < TOO_CLOSE) return null;
  return { ...unfold(target.text, plain, best), score: best.evidence.score };
}

const folded = ({ exact, prefix, suffix }: Anchor): Wanted => ({
  exact: foldWords(exact).trim(),
  prefix: foldWords(prefix),
  suffix: foldWords(suffix),
});

const nearness = (start: number, expected: number | null): number =>
  expected === null ? 0 : NEARNESS / (1 + Math.abs(start - expected) / HALF_NEAR);

const contextOf = ({ prefix, suffix }: Wanted): number => prefix.length + suffix.length;

/** Of the places with the very words those that agree best, if that proves them. */
function proven(
  finder: Pick<SearchableText, 'text' | 'occurrences'>,
  wanted: Wanted,
  expected: number | null,
): Place[] {
  const starts = nearest(finder.occurrences(wanted.exact, edgesOf(wanted)), expected ?? 0, MOST_PLACES);
  const agreements = starts.map((start) => agreement(finder.text, start, wanted));
  const most = Math.max(...agreements);
  const context = contextOf(wanted);
  if (starts.length === 0 || most < SURE_PART * context) return [];
  return starts
    .filter((_, i) => agreements[i] === most)
    .map((start) => ({
      start,
      end: start + wanted.exact.length,
      score: context === 0 ? 1 : most / context,
    }));
}

/** How many units of context agree around words that stand at `start`, counted from the words on. */
export function agreement(text: string, start: number, { exact, prefix, suffix }: Wanted): number {
  const end = start + exact.length;
  let before = 0;
  while (
    before < prefix.length &&
    start > before &&
    text[start - 1 - before] === prefix[prefix.length - 1 - before]
  )
    before++;
  let behind = 0;
  while (behind < suffix.length && text[end + behind] === suffix[behind]) behind++;
  return before + behind;
}
