import type { LineRule } from './sighting.ts';
import { sighting } from './sighting.ts';

const LONGEST_CONTACT = 80;
const MOST_ARABIC_WORDS = 3;

/** An address and at most a label before it: "salma@example.org", "تويتر: @salma". */
const ADDRESS = /(?:^|[\s:：])(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|@\w{3,})\s*$/;

/** A line that tells how to write to the author. */
export const contactLine: LineRule = (line) =>
  line.length <= LONGEST_CONTACT &&
  line.reading.tokens.filter((token) => token.kind === 'word').length <= MOST_ARABIC_WORDS &&
  ADDRESS.test(line.reading.text)
    ? sighting('comments', 0.75, 'rule/contact')
    : null;
