import {
  behindPrepended,
  blankBehindPrepended,
  CharacterClass,
  classOf,
  extendsGrapheme,
  widthAt,
  widthOfPrepended,
} from './characters.ts';
import { graphemeEnd } from './graphemes.ts';
import type { Span } from './span.ts';
import { createWords, numberOfWord } from './words.ts';
import type { WordKind, Words } from './words.ts';

/** A token of a line. Offsets count from the start of the line. */
export interface Token extends Span {
  readonly kind: WordKind;
  /** The characters as they stand. */
  readonly text: string;
  /** The characters folded (see fold.ts). */
  readonly folded: string;
  /** Whether a blank, or the start of the line, stands before it. */
  readonly spaced: boolean;
  /** The number of its spelling among the words with which the line was cut. */
  readonly word: number;
}

/** A word where it stands. */
export const tokenOf = (
  words: Words,
  word: number,
  kind: WordKind,
  start: number,
  end: number,
  spaced: boolean,
): Token => ({
  kind,
  start,
  end,
  text: words.texts[word] as string,
  folded: words.folded[word] as string,
  spaced,
  word,
});

/**
 * Cuts a line into words, numbers (with inner decimal and group marks: 10.500, ١٥٬٠٠٠), Latin runs (with inner
 * digits: F16), and marks, each mark a token of its own. Invisible controls, blanks and what is one grapheme with a
 * blank are in no token. Words that are glued to digits or Latin letters come apart. `words` are those met before; what
 * is new is entered there.
 */
export function tokenise(line: string, words: Words = createWords()): Token[] {
  const tokens: Token[] = [];
  let i = behindMarks(line, 0);
  let spaced = true;
  while (i < line.length) {
    const unit = line.charCodeAt(i);
    const characterClass = classOf(unit);
    if (characterClass === CharacterClass.Blank || characterClass === CharacterClass.Invisible) {
      spaced ||= characterClass === CharacterClass.Blank;
      // A haraka or joiner behind a blank or a control, or at the line's start, is written on no letter.
      i = behindMarks(line, i + 1);
      continue;
    }
    const prepended = widthOfPrepended(line, i) > 0;
    const blank = prepended ? blankBehindPrepended(line, i) : -1;
    if (blank >= 0) {
      i = blank;
      continue;
    }
    const start = i;
    const kind = prepended ? 'other' : (KINDS[characterClass] as WordKind);
    // No token cuts a grapheme (UAX #29): whatever is written on its last letter belongs to it.
    i = behindMarks(line, prepended ? behindWhatIsPrepended(line, start) : endOfRun(line, start, kind));
    // A joiner of emoji (GB11): what stands behind it may belong to the grapheme, too.
    if (line.charCodeAt(i - 1) === ZERO_WIDTH_JOINER) i = graphemeEnd(line, i);
    tokens.push(tokenOf(words, numberOfWord(words, line, start, i, kind), kind, start, i, spaced));
    spaced = false;
  }
  return tokens;
}

/** The end of what stands at `i` and is written on the character before; offsets in UTF-16 code units. */
export function behindMarks(line: string, i: number): number {
  while (i < line.length && extendsGrapheme(line, i)) i += widthAt(line, i);
  return i;
}

/** The kind of word that begins with a character of a class. */
const KINDS: Readonly<Record<CharacterClass, WordKind>> = {
  [CharacterClass.Arabic]: 'word',
  [CharacterClass.ArabicMark]: 'word',
  [CharacterClass.Joiner]: 'word',
  [CharacterClass.Digit]: 'number',
  [CharacterClass.Latin]: 'latin',
  [CharacterClass.Mark]: 'mark',
  [CharacterClass.Other]: 'other',
  [CharacterClass.Blank]: 'other',
  [CharacterClass.Invisible]: 'other',
};

const classBits = (...classes: readonly CharacterClass[]): number =>
  classes.reduce<number>((bits, characterClass) => bits | (1 << characterClass), 0);

const ZERO_WIDTH_JOINER = 0x200d;

/** The classes that go on a word of a kind, as bits. */
const GOING_ON: Readonly<Record<WordKind, number>> = {
  word: classBits(CharacterClass.Arabic, CharacterClass.ArabicMark, CharacterClass.Joiner),
  number: classBits(CharacterClass.Digit),
  latin: classBits(CharacterClass.Latin, CharacterClass.Digit),
  mark: 0,
  other: classBits(CharacterClass.Other, CharacterClass.Joiner),
};

/** Where the run of a kind that starts at `start` ends. */
function endOfRun(line: string, start: number, kind: WordKind): number {
  const goingOn = GOING_ON[kind];
  let i = start + 1;
  for (; i < line.length; i++) {
    if (((goingOn >> classOf(line.charCodeAt(i))) & 1) === 1) {
      if (kind === 'other' && widthOfPrepended(line, i) > 0) break;
      continue;
    }
    if (kind !== 'number' || !joinsDigits(line, i)) break;
  }
  return i;
}

const NUMBER_MARKS = '.,\u066b\u066c';

/** Whether a decimal or group mark stands at `i`, right before a digit. */
const joinsDigits = (line: string, i: number): boolean =>
  NUMBER_MARKS.includes(line.charAt(i)) &&
  i + 1 < line.length &&
  classOf(line.charCodeAt(i + 1)) === CharacterClass.Digit;

/** The end of a token that begins with prepended marks: behind what they are drawn round, where something is. */
function behindWhatIsPrepended(line: string, start: number): number {
  const next = behindPrepended(line, start);
  const characterClass = next < line.length ? classOf(line.charCodeAt(next)) : CharacterClass.Blank;
  const joins = characterClass !== CharacterClass.Blank && characterClass !== CharacterClass.Invisible;
  return joins ? graphemeEnd(line, next + widthAt(line, next)) : next;
}
