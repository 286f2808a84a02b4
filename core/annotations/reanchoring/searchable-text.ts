import { CharacterClass, classOf } from '../../text/characters.ts';
import { foldWithOrigins } from '../../text/fold.ts';
import { graphemeEnd, graphemeStart } from '../../text/graphemes.ts';
import type { Span } from '../../text/span.ts';

/** A text in which words are looked for, with what many searches share; offsets are code units of its `text`. */
export interface WordFinder {
  readonly text: string;
  /** The starts of some words, ascending, each looked up once; `edges` tells what may stand beside them. */
  readonly occurrences: (words: string, edges: Edges) => readonly number[];
  /** Where each word of letters and digits begins, ascending. */
  readonly wordStarts: () => ReadonlyMap<string, readonly number[]>;
}

/** Whether a letter stands right before and right behind a span: "كيم" is not in "حكيم", and "بوتين" is in "وبوتين". */
export interface Edges {
  readonly letterBefore: boolean;
  readonly letterBehind: boolean;
}

/** A text made ready for finding anchors in it; its folded form is made when first needed. */
export interface SearchableText extends WordFinder {
  /** The text folded (see core/text/fold.ts), runs of blanks as one. */
  readonly folded: () => FoldedText;
}

export interface FoldedText extends WordFinder {
  /** The offset in the text of which this is the folded form that each unit came from. */
  readonly origins: Uint32Array;
}

/** Prepares a text for re-anchoring many anchors. */
export function searchable(text: string): SearchableText {
  let folded: FoldedText | undefined;
  return {
    ...wordFinder(text),
    folded: () => {
      if (folded) return folded;
      const { text: plain, origins } = foldBlanks(text);
      return (folded = { ...wordFinder(plain), origins });
    },
  };
}

/** A short text folded as searchable texts are. */
export const foldWords = (text: string): string => foldBlanks(text).text;

/** The place in the original text of a span of its folded form, whole graphemes with all their marks. */
export function unfold(text: string, { origins }: FoldedText, { start, end }: Span): Span {
  const last = origins[end - 1] ?? text.length;
  return {
    start: graphemeStart(text, origins[start] ?? 0),
    // Harakat and tatweel that folding took away belong to the letter before them.
    end: endOfMarks(text, graphemeEnd(text, last + 1)),
  };
}

/** The folded offset that an offset of the original has. */
export function foldedOffset({ origins }: FoldedText, offset: number): number {
  let low = 0;
  let high = origins.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((origins[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function isLetter(text: string, offset: number): boolean {
  if (offset < 0 || offset >= text.length) return false;
  const characterClass = classOf(text.charCodeAt(offset));
  return (
    characterClass === CharacterClass.Arabic ||
    characterClass === CharacterClass.Latin ||
    characterClass === CharacterClass.Digit
  );
}

function wordFinder(text: string): WordFinder {
  const known = new Map<string, readonly number[]>();
  let words: Map<string, number[]> | undefined;
  const wordStarts = (): Map<string, number[]> => (words ??= startsOfWords(text));
  return {
    text,
    occurrences(wanted, { letterBefore, letterBehind }) {
      const key = `${Number(letterBefore)}${Number(letterBehind)}${wanted}`;
      const found = known.get(key);
      if (found) return found;
      const first = wanted.slice(0, endOfWord(wanted, 0));
      const isWholeWord = first !== '' && !letterBefore && (first !== wanted || !letterBehind);
      const places = isWholeWord ? (wordStarts().get(first) ?? []) : allStarts(text, wanted);
      const starts = places.filter(
        (at) =>
          text.startsWith(wanted, at) &&
          isLetter(text, at - 1) === letterBefore &&
          isLetter(text, at + wanted.length) === letterBehind,
      );
      known.set(key, starts);
      return starts;
    },
    wordStarts,
  };
}

function allStarts(text: string, wanted: string): number[] {
  const starts: number[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) starts.push(at);
  return starts;
}

function endOfWord(text: string, start: number): number {
  let end = start;
  while (isLetter(text, end)) end++;
  return end;
}

function startsOfWords(text: string): Map<string, number[]> {
  const words = new Map<string, number[]>();
  for (let start = 0; start < text.length; start++) {
    if (!isLetter(text, start)) continue;
    const end = endOfWord(text, start);
    const word = text.slice(start, end);
    const starts = words.get(word);
    if (starts) starts.push(start);
    else words.set(word, [start]);
    start = end;
  }
  return words;
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
