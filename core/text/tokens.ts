import { CharacterClass, classOf } from './characters.ts';
import { fold } from './fold.ts';
import type { Span } from './span.ts';

/** `word` is a run of Arabic letters with its harakat; `other` a run of letters of a further script, or a symbol. */
export type TokenKind = 'word' | 'number' | 'latin' | 'mark' | 'other';

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
 * digits: F16), and marks, each mark a token of its own. Invisible controls and blanks are in no token. Words that
 * are glued to digits or Latin letters come apart.
 */
export function tokenise(line: string): Token[] {
  const tokens: Token[] = [];
  let i = 0;
  let spaced = true;
  while (i < line.length) {
    const characterClass = classOf(line.charCodeAt(i));
    if (characterClass === CharacterClass.Blank) spaced = true;
    if (characterClass === CharacterClass.Blank || characterClass === CharacterClass.Invisible) {
      i++;
      continue;
    }
    const start = i;
    const kind = kindOf(characterClass);
    i = endOfToken(line, start, characterClass);
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

function endOfToken(line: string, start: number, characterClass: CharacterClass): number {
  switch (kindOf(characterClass)) {
    case 'word':
      return endOfWord(line, start);
    case 'number':
      return endOfNumber(line, start);
    case 'latin':
      return endOfLatin(line, start);
    case 'mark':
      return endOfMark(line, start);
    case 'other':
      return endOfOther(line, start);
  }
}

function endOfWord(line: string, start: number): number {
  let i = start + 1;
  while (i < line.length) {
    const c = classOf(line.charCodeAt(i));
    if (c === CharacterClass.Arabic || c === CharacterClass.ArabicMark || c === CharacterClass.Joiner) i++;
    else break;
  }
  return i;
}

const isDigit = (line: string, i: number): boolean => classOf(line.charCodeAt(i)) === CharacterClass.Digit;

const NUMBER_MARKS = '.,\u066b\u066c';

function endOfNumber(line: string, start: number): number {
  let i = start + 1;
  while (i < line.length) {
    if (isDigit(line, i)) i++;
    else if (NUMBER_MARKS.includes(line.charAt(i)) && i + 1 < line.length && isDigit(line, i + 1)) i += 2;
    else break;
  }
  return i;
}

function endOfLatin(line: string, start: number): number {
  let i = start + 1;
  while (i < line.length) {
    const c = classOf(line.charCodeAt(i));
    if (c === CharacterClass.Latin || c === CharacterClass.Digit) i++;
    else break;
  }
  return i;
}

/** A mark takes along the variation selectors and joiners behind it, so that no grapheme is cut. */
function endOfMark(line: string, start: number): number {
  let i = start + 1;
  while (i < line.length) {
    const c = classOf(line.charCodeAt(i));
    if (c === CharacterClass.ArabicMark || c === CharacterClass.Joiner) i++;
    else break;
  }
  return i;
}

function endOfOther(line: string, start: number): number {
  let i = start + 1;
  while (i < line.length) {
    const c = classOf(line.charCodeAt(i));
    if (c === CharacterClass.Other || c === CharacterClass.ArabicMark || c === CharacterClass.Joiner) i++;
    else break;
  }
  return i;
}
