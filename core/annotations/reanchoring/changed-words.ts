import search from 'approx-string-match';
import type { Span } from '../../text/span.ts';
import { FLOOR } from './evidence.ts';
import type { Wanted } from './evidence.ts';
import { isLetter } from './searchable-text.ts';
import type { WordFinder } from './searchable-text.ts';

/** Longer words than this, in folded units, are looked for as they stand only. */
const LONGEST_QUOTE = 4096;
/** A word that stands in more places than this tells little of where to look; its nearest places alone are asked. */
const MOST_VOTES = 32;
/** How many words of a quote and its context are asked where they stand, and how many places are then looked at. */
const MOST_WORDS = 48;
const MOST_WINDOWS = 4;
/** How many of the best matches of a stretch are looked at. */
const MOST_MATCHES = 3;
/** How far a quote may stand from where its words and surroundings say, in folded units. */
const SLACK = 48;
/** How many edges of words are tried at each end of what was found. */
const MOST_EDGES = 4;

/**
 * Where in a folded text words may stand that were changed: a corrected letter, a word put in. To keep long texts
 * fast, not the whole of it is searched but the few stretches where most words of the quote and its surroundings
 * stand, and the one where the quote is expected (Filter and verify, as in Navarro, "A guided tour to approximate string
 * matching", ACM Computing Surveys 33, 2001). Spans run from one edge of a word to another, as those looked for did.
 */
export function changedPlaces(finder: WordFinder, wanted: Wanted, expected: number | null): Span[] {
  const { exact, prefix, suffix } = wanted;
  if (exact.length > LONGEST_QUOTE || prefix.length + suffix.length < 8) return [];
  const { text } = finder;
  const starts = likelyStarts(finder, wanted, expected);
  // Words that were put in make the place longer, and more errors of it as good.
  const most = Math.min(exact.length - 1, Math.floor((exact.length * (1 - FLOOR.quote)) / FLOOR.quote));
  const found = new Map<string, Span>();
  for (const start of starts) {
    const from = Math.max(0, start - SLACK);
    const window = text.slice(from, start + exact.length + most + SLACK);
    for (const match of search(window, exact, most).slice(0, MOST_MATCHES))
      for (const span of edgesNear(text, { start: from + match.start, end: from + match.end }, wanted))
        found.set(`${span.start}-${span.end}`, span);
  }
  return [...found.values()];
}

/** Where most words of the quote and its surroundings say that the quote begins; the likeliest first. */
function likelyStarts(finder: WordFinder, wanted: Wanted, expected: number | null): number[] {
  const votes: number[] = [];
  const around = wanted.prefix + wanted.exact + wanted.suffix;
  for (const [start, word] of wordsOf(around).slice(0, MOST_WORDS)) {
    const places = finder.wordStarts().get(word) ?? [];
    for (const place of nearest(places, expected ?? 0, MOST_VOTES))
      votes.push(place - start + wanted.prefix.length);
  }
  votes.sort((a, b) => a - b);
  const windows: { readonly at: number; readonly votes: number }[] = [];
  let first = 0;
  for (const [last, vote] of votes.entries()) {
    while (vote - (votes[first] ?? vote) > SLACK) first++;
    windows.push({ at: votes[(first + last) >> 1] ?? vote, votes: last - first + 1 });
  }
  windows.sort(
    (a, b) => b.votes - a.votes || distance(a.at, expected) - distance(b.at, expected) || a.at - b.at,
  );
  const chosen = expected === null ? [] : [expected];
  for (const { at } of windows) {
    if (chosen.length >= MOST_WINDOWS) break;
    if (chosen.every((one) => Math.abs(one - at) > SLACK / 2)) chosen.push(at);
  }
  return chosen;
}

const distance = (at: number, expected: number | null): number =>
  expected === null ? 0 : Math.abs(at - expected);

/** The words of a folded text of three letters or more, each with its start. */
const wordsOf = (text: string): [start: number, word: string][] =>
  [...text.matchAll(/[\p{L}\p{N}]{3,}/gu)].map((match) => [match.index, match[0]]);

/** The numbers of an ascending list that lie nearest to `at`, at most so many, nearest first. */
export function nearest(ascending: readonly number[], at: number, most: number): number[] {
  let high = 0;
  let end = ascending.length;
  while (high < end) {
    const middle = (high + end) >> 1;
    if ((ascending[middle] ?? 0) < at) high = middle + 1;
    else end = middle;
  }
  const found: number[] = [];
  let low = high - 1;
  while (found.length < most && (low >= 0 || high < ascending.length)) {
    const [below, above] = [ascending[low], ascending[high]];
    if (above === undefined || (below !== undefined && at - below <= above - at))
      found.push(ascending[low--] ?? 0);
    else found.push(ascending[high++] ?? 0);
  }
  return found;
}

/** The spans near one that begin and end at edges of words, as the anchor did, or inside them, as it did. */
function edgesNear(text: string, { start, end }: Span, { exact, prefix, suffix }: Wanted): Span[] {
  const letterBefore = isLetter(prefix, prefix.length - 1);
  const letterBehind = isLetter(suffix, 0);
  const isStart = (at: number): boolean =>
    isLetter(text, at - 1) === letterBefore && (text[at] !== ' ' || exact.startsWith(' '));
  const isEnd = (at: number): boolean =>
    isLetter(text, at) === letterBehind && (text[at - 1] !== ' ' || exact.endsWith(' '));
  const starts = near(text, start, isStart);
  const ends = near(text, end, isEnd);
  return starts.flatMap((from) => ends.filter((to) => to > from).map((to) => ({ start: from, end: to })));
}

/** The offsets nearest to one that fit. */
function near(text: string, at: number, fits: (at: number) => boolean): number[] {
  const found: number[] = [];
  for (let away = 0; away <= SLACK && found.length < MOST_EDGES; away++)
    for (const offset of away === 0 ? [at] : [at - away, at + away])
      if (offset >= 0 && offset <= text.length && fits(offset)) found.push(offset);
  return found;
}
