import { blankBehindPrepended, CharacterClass, classOf, extendsGrapheme, isPrepended } from './characters.ts';
import { fold } from './fold.ts';
import type { Span } from './span.ts';

/** `word` is a run of Arabic letters with its harakat; `other` a run of letters of a further script, or a symbol. */
type TokenKind = 'word' | 'number' | 'latin' | 'mark' | 'other';

/** A token of a line. Offsets count from the start of the line. */
export interface Token extends Span {
  readonly kind: TokenKind;
  /** The characters as they stand. */
  readonly text: string;
  /** The characters folded (see fold.ts). */
  readonly folded: string;
  /** Whether a blank, or the start of the line, stands before it. */
  readonly spaced: boolean;
}

/**
 * Cuts a line into words, numbers (with inner decimal and group marks: 10.500, ١٥٬٠٠٠), Latin runs (with inner
 * digits: F16), and marks, each mark a token of its own. Invisible controls, blanks and what is one grapheme with a
 * blank are in no token. Words that are glued to digits or Latin letters come apart.
 */
export function tokenise(line: string): Token[] {
  const tokens: Token[] = [];
  let i = 0;
  let spaced = true;
  while (i < line.length) {
    const characterClass = classOf(line.charCodeAt(i));
    if (characterClass === CharacterClass.Blank || characterClass === CharacterClass.Invisible) {
      spaced ||= characterClass === CharacterClass.Blank;
      i++;
      // A haraka or joiner behind a blank or a control is written on no letter.
      while (i < line.length && extendsGrapheme(line, i)) i += widthAt(line, i);
      continue;
    }
    const blank = blankBehindPrepended(line, i);
    if (blank >= 0) {
      i = blank;
      continue;
    }
    const start = i;
    const kind = isPrepended(line.charCodeAt(start)) ? 'other' : kindOf(characterClass);
    i = endOfToken(line, start, kind);
    const text = line.slice(start, i);
    tokens.push({ kind, start, end: i, text, folded: kind === 'mark' ? text : fold(text), spaced });
    spaced = false;
  }
  return tokens;
}

function kindOf(characterClass: CharacterClass): TokenKind {
  switch (characterClass) {
    case CharacterClass.Arabic:
    case CharacterClass.ArabicMark:
    case CharacterClass.Joiner:
      return 'word';
    case CharacterClass.Digit:
      return 'number';
    case CharacterClass.Latin:
      return 'latin';
    case CharacterClass.Mark:
      return 'mark';
    default:
      return 'other';
  }
}

/**
 * Where a token that starts at `start` ends: behind the run of its class, and behind whatever is written on its last
 * letter, so that no token cuts a grapheme (UAX #29).
 */
function endOfToken(line: string, start: number, kind: TokenKind): number {
  let end = isPrepended(line.charCodeAt(start)) ? behindPrepended(line, start) : endOfRun(line, start, kind);
  while (end < line.length && extendsGrapheme(line, end)) end += widthAt(line, end);
  return end;
}

function endOfRun(line: string, start: number, kind: TokenKind): number {
  if (kind === 'mark') return start + 1;
  let i = start + 1;
  for (; i < line.length; i++) {
    const characterClass = classOf(line.charCodeAt(i));
    if (kind === 'word' && !isOfWord(characterClass)) break;
    if (
      kind === 'latin' &&
      characterClass !== CharacterClass.Latin &&
      characterClass !== CharacterClass.Digit
    )
      break;
    if (
      kind === 'other' &&
      characterClass !== CharacterClass.Other &&
      characterClass !== CharacterClass.Joiner
    )
      break;
    if (kind === 'number' && characterClass !== CharacterClass.Digit && !joinsDigits(line, i)) break;
  }
  return i;
}

const isOfWord = (characterClass: CharacterClass): boolean =>
  characterClass === CharacterClass.Arabic ||
  characterClass === CharacterClass.ArabicMark ||
  characterClass === CharacterClass.Joiner;

const NUMBER_MARKS = '.,\u066b\u066c';

/** Whether a decimal or group mark stands at `i`, right before a digit. */
const joinsDigits = (line: string, i: number): boolean =>
  NUMBER_MARKS.includes(line.charAt(i)) &&
  i + 1 < line.length &&
  classOf(line.charCodeAt(i + 1)) === CharacterClass.Digit;

function behindPrepended(line: string, start: number): number {
  let next = start + 1;
  while (next < line.length && isPrepended(line.charCodeAt(next))) next++;
  const characterClass = next < line.length ? classOf(line.charCodeAt(next)) : CharacterClass.Blank;
  const joins = characterClass !== CharacterClass.Blank && characterClass !== CharacterClass.Invisible;
  return joins ? next + widthAt(line, next) : next;
}

const widthAt = (line: string, i: number): number => ((line.codePointAt(i) ?? 0) > 0xffff ? 2 : 1);
