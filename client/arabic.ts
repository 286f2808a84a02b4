/** How much of a text is looked at: enough for a page of navigation before the first paragraph. UTF-16 code units. */
const LOOKED_AT = 20_000;

/** Fewer letters than these tell nothing of a text. */
const ENOUGH = 20;

const LETTER = /\p{L}/u;
const ARABIC = /\p{Script=Arabic}/u;

/**
 * Whether most letters of a text are Arabic (Unicode's Script=Arabic; digits, marks and signs do not count).
 * @param text its first 20,000 code units are looked at
 */
export function isMostlyArabic(text: string): boolean {
  let letters = 0;
  let arabic = 0;
  for (const character of text.slice(0, LOOKED_AT)) {
    if (!LETTER.test(character)) continue;
    letters += 1;
    if (ARABIC.test(character)) arabic += 1;
  }
  return letters >= ENOUGH && arabic * 2 > letters;
}
