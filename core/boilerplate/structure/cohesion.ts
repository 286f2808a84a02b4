import type { LineShape } from '../lines/shape.ts';

/** Proclitics and the article, so that "والحكومة" and "حكومة" count as the same word. */
const PREFIX = /^(?:[وف]?[بلك]?ال|لل|[وف](?=...))/;
const SHORTEST_WORD = 4;
const PREFIX_OF_STEM = 5;

const wordsOfLines = new WeakMap<LineShape, ReadonlySet<string>>();

/** The content words of a line, each cut to its first letters without article and conjunction; remembered. */
export function contentWords(line: LineShape): ReadonlySet<string> {
  let words = wordsOfLines.get(line);
  if (!words) {
    const stems = line.key.split(' ').map((word) => word.replace(PREFIX, ''));
    words = new Set(stems.filter((s) => s.length >= SHORTEST_WORD).map((s) => s.slice(0, PREFIX_OF_STEM)));
    wordsOfLines.set(line, words);
  }
  return words;
}

/** How many of a headline's content words a paragraph has, as a share of them; 0 where the headline has none. */
export function sharedWords(headline: LineShape, paragraph: LineShape): number {
  const title = contentWords(headline);
  const text = contentWords(paragraph);
  let shared = 0;
  for (const word of title) if (text.has(word)) shared++;
  return title.size === 0 ? 0 : shared / title.size;
}

const CONTINUING =
  /^(?:و|كما |من جهت|من جانب|في المقابل|بدوره|الي ذلك|اما |هذا و|لكن|غير ان|الا ان|يذكر ان|يشار الي)/;

/** Whether a paragraph goes on with a text rather than opening one: leads seldom begin with "and", "moreover". */
export const isContinuing = (paragraph: LineShape): boolean =>
  CONTINUING.test(paragraph.key) &&
  !/^(?:وزير|وزار|وكال|وفد|وفا|وقع |وصل|ول[يد]|واشنطن|وضع |وافق|وجه |وحد|وثيق)/.test(paragraph.key);
