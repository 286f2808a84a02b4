/** Letters looked at: a line of a crawled page may be very long. */
const LOOKED_AT = 400;

/**
 * The direction that a line is set in: from left to right where it begins with a Latin letter and most of its letters are
 * Latin; a line of Arabic that begins with a Latin name, one that begins in Arabic, and one without letters go from right
 * to left with the rest of the article.
 */
export function directionOf(line: string): 'rtl' | 'ltr' {
  let arabic = 0;
  let latin = 0;
  for (const letter of line.slice(0, LOOKED_AT)) {
    if (/\p{L}/u.test(letter) && /\p{Script=Arabic}/u.test(letter)) {
      if (latin === 0) return 'rtl';
      arabic++;
    } else if (/\p{Script=Latin}/u.test(letter)) latin++;
  }
  return latin > arabic ? 'ltr' : 'rtl';
}
