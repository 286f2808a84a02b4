/** Words of articles in lists whose own language may run the other way (Unicode Standard Annex #9). */

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/** Words that keep their own direction, whatever stands beside them. */
export const isolate = (words: string): string => `${FIRST_STRONG_ISOLATE}${words}${POP_ISOLATE}`;
