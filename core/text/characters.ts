/**
 * The class of every UTF-16 code unit, as the tokeniser and the folding need it, in tables that are filled once.
 * Arabic blocks as in the Unicode Standard, chapter 9.2 (Arabic, Arabic Supplement, Extended-A, Presentation Forms).
 */
export const CharacterClass = {
  Other: 0,
  Blank: 1,
  /** Letters of the Arabic script, Persian and Urdu ones and presentation forms included. */
  Arabic: 2,
  /** Harakat, Quranic marks, superscript alef, tatweel: written on or between letters, never alone a word. */
  ArabicMark: 3,
  Digit: 4,
  Latin: 5,
  /** ZWNJ, ZWJ: inside a word they belong to it. */
  Joiner: 6,
  /** Bidi controls, BOM, zero-width space, soft hyphen: invisible, and never part of a span. */
  Invisible: 7,
  Mark: 8,
} as const;

export type CharacterClass = (typeof CharacterClass)[keyof typeof CharacterClass];

const classes = new Uint8Array(65536);

function fill(characterClass: CharacterClass, ...ranges: readonly (readonly [number, number])[]): void {
  for (const [from, to] of ranges) classes.fill(characterClass, from, to + 1);
}

fill(
  CharacterClass.Mark,
  [0x21, 0x2f],
  [0x3a, 0x40],
  [0x5b, 0x60],
  [0x7b, 0x7e],
  [0xa1, 0xbf],
  [0xd7, 0xd7],
  [0xf7, 0xf7],
);
fill(
  CharacterClass.Mark,
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x20a0, 0x20cf],
  [0x2100, 0x2bff],
  [0x3000, 0x303f],
);
fill(
  CharacterClass.Mark,
  [0x0600, 0x060f],
  [0x061b, 0x061f],
  [0x066a, 0x066d],
  [0x06d4, 0x06d4],
  [0x06dd, 0x06de],
);
fill(
  CharacterClass.Mark,
  [0xfd3e, 0xfd3f],
  [0xfe10, 0xfe6f],
  [0xff01, 0xff0f],
  [0xff1a, 0xff20],
  [0xff3b, 0xff40],
);
// Half marks and tone marks, among the marks of punctuation, are written on what stands before them.
fill(CharacterClass.Other, [0x302a, 0x302f], [0xfe20, 0xfe2f]);
fill(
  CharacterClass.Blank,
  [0x09, 0x0d],
  [0x20, 0x20],
  [0x85, 0x85],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
);
fill(CharacterClass.Blank, [0x2028, 0x2029], [0x202f, 0x202f], [0x205f, 0x205f], [0x3000, 0x3000]);
fill(
  CharacterClass.Latin,
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0xaa, 0xaa],
  [0xba, 0xba],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x24f],
);
fill(CharacterClass.Latin, [0x300, 0x36f], [0x1e00, 0x1eff]);
fill(CharacterClass.Digit, [0x30, 0x39], [0x0660, 0x0669], [0x06f0, 0x06f9]);
fill(
  CharacterClass.Arabic,
  [0x0620, 0x063f],
  [0x0641, 0x064a],
  [0x066e, 0x066f],
  [0x0671, 0x06d3],
  [0x06d5, 0x06d5],
);
fill(
  CharacterClass.Arabic,
  [0x06e5, 0x06e6],
  [0x06ee, 0x06ef],
  [0x06fa, 0x06fc],
  [0x06ff, 0x06ff],
  [0x0750, 0x077f],
);
fill(
  CharacterClass.Arabic,
  [0x08a0, 0x08c9],
  [0xfb50, 0xfbb1],
  [0xfbd3, 0xfd3d],
  [0xfd50, 0xfdfb],
  [0xfe70, 0xfefc],
);
fill(
  CharacterClass.ArabicMark,
  [0x0610, 0x061a],
  [0x0640, 0x0640],
  [0x064b, 0x065f],
  [0x0670, 0x0670],
  [0x06d6, 0x06dc],
);
fill(
  CharacterClass.ArabicMark,
  [0x06df, 0x06e4],
  [0x06e7, 0x06e8],
  [0x06ea, 0x06ed],
  [0x08ca, 0x08e1],
  [0x08e3, 0x08ff],
);
fill(CharacterClass.ArabicMark, [0xfe00, 0xfe0f]);
fill(CharacterClass.Joiner, [0x200c, 0x200d]);
fill(
  CharacterClass.Invisible,
  [0x061c, 0x061c],
  [0x200b, 0x200b],
  [0x200e, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x2069],
);
fill(
  CharacterClass.Invisible,
  [0xad, 0xad],
  [0xfeff, 0xfeff],
  [0x00, 0x08],
  [0x0e, 0x1f],
  [0x7f, 0x84],
  [0x86, 0x9f],
);

/** The class of a UTF-16 code unit. Halves of surrogate pairs and letters of other scripts are `Other`. */
export const classOf = (codeUnit: number): CharacterClass => classes[codeUnit] as CharacterClass;

/** Whether nothing is seen of the code unit at an offset: a blank or an invisible character. */
export function isEmptyAt(text: string, offset: number): boolean {
  const characterClass = classOf(text.charCodeAt(offset));
  return characterClass === CharacterClass.Blank || characterClass === CharacterClass.Invisible;
}

const TATWEEL = 0x640;

/** What extends a grapheme (UAX #29, GB9 and GB9a), the letters sara am of Thai and Lao among it. */
const EXTENDING = /^[\p{M}\p{Grapheme_Extend}\p{Emoji_Modifier}\u0e33\u0eb3]/u;

/** Whether what stands at `i` is written on the character before it: a haraka, a joiner, a combining mark. */
export function extendsGrapheme(line: string, i: number): boolean {
  const unit = line.charCodeAt(i);
  switch (classOf(unit)) {
    case CharacterClass.Joiner:
      return true;
    case CharacterClass.ArabicMark:
      return unit !== TATWEEL;
    case CharacterClass.Latin:
      return unit >= 0x300 && unit <= 0x36f;
    case CharacterClass.Other:
      return EXTENDING.test(line.slice(i, i + 2));
    default:
      return false;
  }
}

/**
 * Marks of number and the like that Unicode draws round what is behind them: with that they are one grapheme (UAX #29,
 * GB9b, Grapheme_Cluster_Break=Prepend).
 */
const PREPENDED = new Set(
  [0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6dd, 0x70f, 0x890, 0x891, 0x8e2, 0xd4e].concat(
    [0x110bd, 0x110cd, 0x111c2, 0x111c3, 0x113d1, 0x1193f, 0x11941, 0x11a84, 0x11a85, 0x11a86],
    [0x11a87, 0x11a88, 0x11a89, 0x11d46, 0x11f02],
  ),
);

/** The first half of every pair of surrogates that may be one of them. */
const PREPENDED_PAIRS = new Set(
  [...PREPENDED].filter((point) => point > 0xffff).map((point) => String.fromCodePoint(point).charCodeAt(0)),
);

/** How many UTF-16 code units the prepended mark at `i` has: 0 where none stands there. */
export function widthOfPrepended(line: string, i: number): number {
  const unit = line.charCodeAt(i);
  // What nearly every character is.
  if (unit < 0x600 || (unit > 0x605 && unit < 0x6dd)) return 0;
  if (PREPENDED_PAIRS.has(unit)) return PREPENDED.has(line.codePointAt(i) as number) ? 2 : 0;
  return PREPENDED.has(unit) ? 1 : 0;
}

/** The end of the prepended marks that begin at `i`; `i` where none stands there. */
export function behindPrepended(line: string, i: number): number {
  for (let width = widthOfPrepended(line, i); width > 0; width = widthOfPrepended(line, i)) i += width;
  return i;
}

/**
 * The blank behind the prepended marks at `i`, with which they are one grapheme that nobody meant to mark; -1 where no
 * such mark stands at `i`, or something else behind it.
 */
export function blankBehindPrepended(line: string, i: number): number {
  const next = behindPrepended(line, i);
  return next > i && next < line.length && classOf(line.charCodeAt(next)) === CharacterClass.Blank
    ? next
    : -1;
}

/** How many UTF-16 code units the character at `i` has: 2 for a pair of surrogates. */
export const widthAt = (line: string, i: number): number => ((line.codePointAt(i) ?? 0) > 0xffff ? 2 : 1);
