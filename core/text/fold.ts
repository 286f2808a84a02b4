import { CharacterClass, classOf } from './characters.ts';

/**
 * Folding makes spellings that Arabic newsrooms mix look alike: every alef أ إ آ ٱ becomes ا, final ى becomes ي,
 * ة becomes ه, ؤ becomes و, ئ becomes ي, Persian and Urdu letters become their Arabic sisters (ک ی گ پ چ ژ ڤ),
 * digits of every script become 0–9, Latin letters lose case; harakat, tatweel, joiners, and invisible controls
 * go, and presentation forms become letters (Unicode NFKC). Every blank becomes a plain one.
 */
const DELETED = 0;
const EXPANDED = 0xffff;

const single = new Uint16Array(65536);
const expansions = new Map<number, string>();

const LETTERS: Readonly<Record<string, string>> = {
  ا: 'أإآٱٲٳٵ',
  ي: 'ىئیېۍےۓێۑ',
  و: 'ؤۆۇۈۋۄۅ',
  ه: 'ةەۀہۂۃھۿ',
  ك: 'کگڪګڬڭ',
  ب: 'پٻ',
  ج: 'چ',
  ز: 'ژ',
  ف: 'ڤڨڥ',
  ت: 'ٹٺ',
  د: 'ڈډ',
  ر: 'ڑړ',
  ن: 'ں',
};

const sisters = new Map<number, number>();
for (const [letter, written] of Object.entries(LETTERS))
  for (const sister of written) sisters.set(sister.charCodeAt(0), letter.charCodeAt(0));

function foldUnit(unit: number): number {
  const letter = sisters.get(unit);
  if (letter !== undefined) return letter;
  if (unit >= 0x660 && unit <= 0x669) return unit - 0x660 + 48;
  if (unit >= 0x6f0 && unit <= 0x6f9) return unit - 0x6f0 + 48;
  return unit;
}

for (let unit = 0; unit < 65536; unit++) {
  const characterClass = classOf(unit);
  if (
    characterClass === CharacterClass.ArabicMark ||
    characterClass === CharacterClass.Joiner ||
    characterClass === CharacterClass.Invisible
  )
    single[unit] = DELETED;
  else if (characterClass === CharacterClass.Blank) single[unit] = 32;
  else if (characterClass === CharacterClass.Latin) {
    const lower = String.fromCharCode(unit).toLowerCase();
    single[unit] = lower.length === 1 ? lower.charCodeAt(0) : unit;
  } else if (unit >= 0xfb50 && unit <= 0xfefc && characterClass === CharacterClass.Arabic) {
    const letters = Array.from(String.fromCharCode(unit).normalize('NFKC'), (c) => c.charCodeAt(0))
      .filter((c) => classOf(c) === CharacterClass.Arabic || classOf(c) === CharacterClass.Blank)
      .map(foldUnit);
    if (letters.length === 1) single[unit] = letters[0] ?? unit;
    else {
      single[unit] = EXPANDED;
      expansions.set(unit, String.fromCharCode(...letters));
    }
  } else
    single[unit] =
      characterClass === CharacterClass.Arabic || characterClass === CharacterClass.Digit
        ? foldUnit(unit)
        : unit;
}

/** The folded form of a word or phrase: what look-ups and comparisons of spellings work on. */
export function fold(text: string): string {
  let folded = '';
  let kept = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const target = single[unit] as number;
    if (target === unit) continue;
    folded += text.slice(kept, i);
    kept = i + 1;
    if (target === EXPANDED) folded += expansions.get(unit) ?? '';
    else if (target !== DELETED) folded += String.fromCharCode(target);
  }
  return kept === 0 ? text : folded + text.slice(kept);
}

/** Folded text that knows where each of its code units came from. */
export interface FoldedText {
  readonly text: string;
  /**
   * `origins[i]` is the offset, in UTF-16 code units of the original, where folded unit `i` came from; one more
   * entry at the end holds the original's length.
   */
  readonly origins: Uint32Array;
}

/** Folds a text and keeps the way back to the original's offsets. */
export function foldWithOrigins(text: string): FoldedText {
  const origins: number[] = [];
  let folded = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const target = single[unit] as number;
    const letters =
      target === EXPANDED
        ? (expansions.get(unit) ?? '')
        : target === DELETED
          ? ''
          : String.fromCharCode(target);
    for (let k = 0; k < letters.length; k++) origins.push(i);
    folded += letters;
  }
  origins.push(text.length);
  return { text: folded, origins: Uint32Array.from(origins) };
}

/**
 * How many UTF-16 code units of `text` its first `count` folded units take up, with the marks written on the last
 * of them: the original offset at which folded unit `count` begins. A ligature that would be cut counts whole.
 */
export function unfoldedLength(text: string, count: number): number {
  let seen = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const target = single[unit] as number;
    const width = target === EXPANDED ? (expansions.get(unit)?.length ?? 0) : target === DELETED ? 0 : 1;
    if (seen >= count && width > 0) return i;
    seen += width;
  }
  return text.length;
}
