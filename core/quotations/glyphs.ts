import { CharacterClass, classOf, widthOfPrepended } from '../text/characters.ts';
import { fold } from '../text/fold.ts';
import { graphemeEnd } from '../text/graphemes.ts';
import type { Span } from '../text/span.ts';

/** Marks of one family close each other; the doubled, curled or straight, are one. */
type GlyphFamily = 'double' | 'guillemet' | 'single';

/** What a quotation mark looks to be from its own form, or from the characters beside it. */
type Side = 'open' | 'close' | 'either';

/** A quotation mark as it stands in a line. Offsets count from the start of the line. */
export interface Glyph extends Span {
  readonly text: string;
  readonly family: GlyphFamily;
  /** What its form says: « opens, " says nothing. */
  readonly form: Side;
  /** What the blanks and letters beside it say. */
  readonly place: Side;
}

const FORMS: Readonly<Record<string, readonly [GlyphFamily, Side]>> = {
  '"': ['double', 'either'],
  '＂': ['double', 'either'],
  '&quot;': ['double', 'either'],
  "''": ['double', 'either'],
  '“': ['double', 'open'],
  '”': ['double', 'close'],
  '„': ['double', 'open'],
  '‟': ['double', 'open'],
  '«': ['guillemet', 'open'],
  '»': ['guillemet', 'close'],
  '<<': ['guillemet', 'open'],
  '>>': ['guillemet', 'close'],
  '‹': ['guillemet', 'open'],
  '›': ['guillemet', 'close'],
  "'": ['single', 'either'],
  '‘': ['single', 'open'],
  '’': ['single', 'close'],
  '‚': ['single', 'open'],
  '‛': ['single', 'open'],
};

/** What quotation marks begin with: most lines have none of it. */
const FIRST_UNIT = new RegExp(
  `[${Object.keys(FORMS)
    .map((mark) => mark.charAt(0))
    .join('')}]`,
  'g',
);

/** Where a quotation mark may begin next from \`from\` on; the line's end if nowhere. */
function nextMark(line: string, from: number): number {
  FIRST_UNIT.lastIndex = from;
  return FIRST_UNIT.test(line) ? FIRST_UNIT.lastIndex - 1 : line.length;
}

/** Particles that are written onto the word behind them, and so onto the mark before that word. */
const PROCLITICS = new Set([
  'و',
  'ف',
  'ب',
  'ل',
  'ك',
  'وب',
  'ول',
  'وك',
  'فب',
  'فل',
  'ال',
  'بال',
  'وال',
  'لل',
  'كال',
]);

const SEPARATING = '([{-–—:،,/|؛;=•*';
const ENDING = '.,،:؛;!?؟)]}…-–—/|';

/**
 * The quotation marks of a line, in order. Left out are apostrophes inside Latin words and names ("O'Neill"), and
 * marks of feet and inches behind a number.
 */
export function findGlyphs(line: string): readonly Glyph[] {
  let glyphs: Glyph[] | null = null;
  for (let i = nextMark(line, 0); i < line.length;) {
    const text = isDrawnRound(line, i) ? '' : markAt(line, i);
    if (text === '') {
      i = nextMark(line, i + 1);
      continue;
    }
    const [family, form] = FORMS[text] as readonly [GlyphFamily, Side];
    const end = endWithMarks(line, i + text.length);
    const place = placeOf(line, i, end, glyphs?.[glyphs.length - 1]);
    const glyph = { start: i, end, text, family, form, place };
    if (!isApostrophe(line, glyph)) (glyphs ??= []).push(glyph);
    i = nextMark(line, end);
  }
  return glyphs ?? NONE;
}

const NONE: readonly Glyph[] = [];

/** Whether a character before `at` is drawn round what stands there: what is one grapheme with it quotes nothing. */
const isDrawnRound = (line: string, at: number): boolean =>
  widthOfPrepended(line, at - 1) === 1 || widthOfPrepended(line, at - 2) === 2;

/** The end of a quotation mark with what is written on it: combining marks and selectors belong to its grapheme. */
function endWithMarks(line: string, end: number): number {
  const unit = line.charCodeAt(end);
  const characterClass = classOf(unit);
  const joins =
    characterClass === CharacterClass.ArabicMark ||
    characterClass === CharacterClass.Joiner ||
    characterClass === CharacterClass.Other ||
    (characterClass === CharacterClass.Latin && unit >= 0x300);
  return joins ? graphemeEnd(line, end) : end;
}

/** The longest mark that stands at `at`, "" if none does. */
function markAt(line: string, at: number): string {
  const one = line.charAt(at);
  if (one === '&') return line.startsWith('&quot;', at) ? '&quot;' : '';
  if (line.charAt(at + 1) === one && (one === "'" || one === '<' || one === '>')) return one + one;
  return one === '<' || one === '>' ? '' : one;
}

function isApostrophe(line: string, glyph: Glyph): boolean {
  if (glyph.family !== 'single') return false;
  const before = classOf(line.charCodeAt(glyph.start - 1));
  const after = classOf(line.charCodeAt(glyph.end));
  if (before === CharacterClass.Latin && after === CharacterClass.Latin) return true;
  return before === CharacterClass.Digit && glyph.text !== '‘';
}

/** Whether the mark stands behind a number as inch marks do; a quotation may end so too, the pairing decides. */
export const followsNumber = (line: string, glyph: Glyph): boolean =>
  classOf(line.charCodeAt(glyph.start - 1)) === CharacterClass.Digit;

function placeOf(line: string, start: number, end: number, previous: Glyph | undefined): Side {
  const before = neighbour(line, start - 1, -1);
  const after = neighbour(line, end, 1);
  const touchesOpening = previous?.end === start && previous.place === 'open';
  const freeBefore = before === '' || isBlankUnit(before) || touchesOpening || endsInProclitic(line, start);
  const freeAfter = after === '' || isBlankUnit(after) || ENDING.includes(after);
  if (freeBefore && freeAfter && !startsWord(line, end)) return floatingPlace(line, start, end);
  if (freeBefore) return 'open';
  if (before === ':' && after !== '') return 'open';
  if (SEPARATING.includes(before)) return freeAfter ? 'close' : 'open';
  if (freeAfter) return 'close';
  return 'either';
}

/** A mark between blanks: what stands beyond them tells. */
function floatingPlace(line: string, start: number, end: number): Side {
  const before = beyondBlanks(line, start - 1, -1);
  const after = beyondBlanks(line, end, 1);
  if (before === '' || before === ':') return 'open';
  return after === '' || '.,،؛!?؟)'.includes(after) ? 'close' : 'either';
}

function beyondBlanks(line: string, at: number, step: 1 | -1): string {
  for (let i = at, seen = 0; i >= 0 && i < line.length && seen < 8; i += step, seen++) {
    const characterClass = classOf(line.charCodeAt(i));
    if (characterClass !== CharacterClass.Invisible && characterClass !== CharacterClass.Blank)
      return line.charAt(i);
  }
  return '';
}

/** "…" and the like begin a quotation as often as they end one: a letter soon behind them means a beginning. */
const startsWord = (line: string, at: number): boolean =>
  line.startsWith('...', at) || line.startsWith('..', at)
    ? isLetterUnit(line.charAt(at + 2)) || isLetterUnit(line.charAt(at + 3))
    : line.startsWith('…', at) && isLetterUnit(line.charAt(at + 1));

function endsInProclitic(line: string, end: number): boolean {
  let from = end;
  while (from > 0 && end - from <= 4 && isLetterUnit(line.charAt(from - 1))) from--;
  if (from === end) return false;
  const run = line.slice(from, end);
  if (run.endsWith('ـ') && fold(run).length <= 3) return true;
  const outside = neighbour(line, from - 1, -1);
  return (outside === '' || !isLetterUnit(outside)) && PROCLITICS.has(fold(run));
}

/** The nearest character that is no invisible control, "" at the line's end. */
function neighbour(line: string, at: number, step: 1 | -1): string {
  for (let i = at; i >= 0 && i < line.length; i += step)
    if (classOf(line.charCodeAt(i)) !== CharacterClass.Invisible) return line.charAt(i);
  return '';
}

const isBlankUnit = (unit: string): boolean => classOf(unit.charCodeAt(0)) === CharacterClass.Blank;

function isLetterUnit(unit: string): boolean {
  const characterClass = classOf(unit.charCodeAt(0));
  return (
    characterClass === CharacterClass.Arabic ||
    characterClass === CharacterClass.ArabicMark ||
    characterClass === CharacterClass.Latin ||
    characterClass === CharacterClass.Digit
  );
}
