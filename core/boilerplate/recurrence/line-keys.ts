import { CharacterClass, classOf } from '../../text/characters.ts';
import { fold } from '../../text/fold.ts';

/** Longer lines, in UTF-16 code units, are paragraphs of articles: they recur where an article was copied. */
const LONGEST_LINE = 300;

/**
 * A number that is equal for lines that say the same: a hash of 53 bits over the folded letters, blanks and marks left
 * out, every number as one, so that "3 تعليقات" and "12 تعليقا:" differ by their words alone. Null for lines without
 * letters and for long ones.
 */
export function lineKey(line: string): number | null {
  if (line.length > LONGEST_LINE) return null;
  const folded = fold(line);
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  let letters = 0;
  let inNumber = false;
  for (let i = 0; i < folded.length; i++) {
    const unit = folded.charCodeAt(i);
    const kind = classOf(unit);
    const isDigit = kind === CharacterClass.Digit;
    if (!isDigit && kind !== CharacterClass.Arabic && kind !== CharacterClass.Latin) continue;
    if (isDigit && inNumber) continue;
    inNumber = isDigit;
    if (!isDigit) letters++;
    const hashed = isDigit ? 0x30 : unit;
    low = Math.imul(low ^ hashed, 0x01000193);
    high = Math.imul(high ^ hashed, 0x85ebca6b) ^ (high >>> 13);
  }
  return letters < 2 ? null : (low >>> 0) * 0x20_0000 + (high >>> 11);
}

/** The keys of a text's lines, each once. */
export function lineKeys(text: string): ReadonlySet<number> {
  const keys = new Set<number>();
  for (const line of text.split('\n')) {
    const key = lineKey(line);
    if (key !== null) keys.add(key);
  }
  return keys;
}
