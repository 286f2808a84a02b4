import { blankBehindPrepended, CharacterClass, classOf, extendsGrapheme, widthAt } from './characters.ts';
import type { Span } from './span.ts';

/** The characters of a text that tokens are made of, and the ways to and fro. Offsets in UTF-16 code units. */
export interface Letters {
  readonly letters: string;
  /** By offset in the text, its end included: how many letters come before it. */
  readonly before: Uint32Array;
}

/**
 * The letters of a text: no blanks, no invisible controls, nothing written on a blank. Two texts that were tokenised
 * or wrapped otherwise have the same ones.
 */
export function lettersOf(text: string): Letters {
  const before = new Uint32Array(text.length + 1);
  const letters: string[] = [];
  let isOnBlank = true;
  for (let i = 0, width = 1; i < text.length; i += width) {
    width = widthAt(text, i);
    before.fill(letters.length, i, i + width);
    const characterClass = classOf(text.charCodeAt(i));
    if (
      characterClass === CharacterClass.Blank ||
      characterClass === CharacterClass.Invisible ||
      blankBehindPrepended(text, i) >= 0
    )
      isOnBlank = true;
    else if (!(isOnBlank && extendsGrapheme(text, i))) {
      for (let unit = i; unit < i + width; unit++) before[unit] = letters.push(text.charAt(unit)) - 1;
      isOnBlank = false;
    }
  }
  before[text.length] = letters.length;
  return { letters: letters.join(''), before };
}

/** The letters of a text that stand in some spans of it (sorted, without overlaps): all but blanks. */
export function lettersIn(text: string, spans: readonly Span[]): Letters {
  const before = new Uint32Array(text.length + 1);
  const letters: string[] = [];
  let next = 0;
  for (let i = 0; i < text.length; i++) {
    before[i] = letters.length;
    while (next < spans.length && (spans[next] as Span).end <= i) next++;
    const span = spans[next];
    if (span && span.start <= i && classOf(text.charCodeAt(i)) !== CharacterClass.Blank)
      letters.push(text.charAt(i));
  }
  before[text.length] = letters.length;
  return { letters: letters.join(''), before };
}
