import type { LineReading, ReadLine } from '../../lexicon/article.ts';
import { classOf, CharacterClass } from '../../text/characters.ts';
import type { Token } from '../../text/tokens.ts';
import { findPhrases, isTail } from '../phrases.ts';
import type { Phrase } from '../phrases.ts';

/** How a line ends: in a full stop, a question or exclamation mark, a colon, a comma, or none of them. */
type LineStop = 'full' | 'question' | 'colon' | 'comma' | 'none';

/**
 * What tells boilerplate from text when phrases do not: length, closing punctuation, bullets (after Kohlschütter,
 * Fankhauser and Nejdl, Boilerplate Detection using Shallow Text Features, WSDM 2010).
 */
export interface LineShape {
  readonly reading: LineReading;
  /** Tokens that are no marks. */
  readonly words: number;
  /** UTF-16 code units without the blanks at both ends. */
  readonly length: number;
  readonly stop: LineStop;
  readonly bulleted: boolean;
  /** The phrases that stand where they must, the strongest first. */
  readonly phrases: readonly Phrase[];
  /** The folded words, parted by one blank: equal for lines that say the same. */
  readonly key: string;
}

const shapes = new WeakMap<LineReading, LineShape>();

/** The shape of a line; remembered with its reading. Blank lines have none: null. */
export function shapeOf(line: ReadLine): LineShape | null {
  const { reading } = line;
  if (reading.tokens.length === 0) return null;
  let shape = shapes.get(reading);
  if (!shape) shapes.set(reading, (shape = readShape(reading)));
  return shape;
}

function readShape(reading: LineReading): LineShape {
  const words = reading.tokens.filter((token) => token.kind !== 'mark');
  const phrases = findPhrases(reading);
  return {
    reading,
    words: words.length,
    length: reading.text.trim().length,
    stop: stopOf(withoutTail(reading.tokens, phrases)),
    bulleted: isBullet(reading.tokens[0]),
    phrases,
    key: words.map((token) => token.folded).join(' '),
  };
}

/** The tokens before a run of boilerplate at the line's end: "… مشددة. اعلان" ends in a full stop. */
function withoutTail(tokens: readonly Token[], phrases: readonly Phrase[]): readonly Token[] {
  const tail = phrases.find(({ rule }) => isTail(rule));
  return tail ? tokens.slice(0, tail.first) : tokens;
}

const BULLETS = '•·●▪■◾◼○▫□–—-*►▶◄✔✓»›>+♦◆★☆';

const isBullet = (token: Token | undefined): boolean =>
  token !== undefined &&
  token.kind !== 'word' &&
  token.text.length === 1 &&
  (BULLETS.includes(token.text) || classOf(token.text.charCodeAt(0)) === CharacterClass.Other);

/** The mark of ending nearest to the line's end; quotation marks and brackets may close behind it. */
function stopOf(tokens: readonly Token[]): LineStop {
  for (let i = tokens.length - 1; i >= 0; i--) {
    const token = tokens[i] as Token;
    if (token.kind !== 'mark') return 'none';
    if ('.…۔'.includes(token.text)) return 'full';
    if ('؟?!'.includes(token.text)) return 'question';
    if (token.text === ':') return 'colon';
    if ('،,؛;'.includes(token.text)) return 'comma';
  }
  return 'none';
}

/** Whether a line begins with a bullet or a number, as an item of a list does. */
export const isListItem = (line: LineShape): boolean =>
  line.bulleted || line.reading.tokens[0]?.kind === 'number';

const FEWEST_WORDS_OF_PARAGRAPH = 8;
const FEWEST_WORDS_BEFORE_COLON = 12;
const SHORTEST_OPEN_PARAGRAPH = 150;

/** Whether a line reads as a paragraph of running text: it ends like a sentence, or is longer than headlines are. */
export const isParagraph = (line: LineShape): boolean =>
  line.length >= SHORTEST_OPEN_PARAGRAPH ||
  (line.words >= FEWEST_WORDS_OF_PARAGRAPH && (line.stop === 'full' || line.stop === 'comma')) ||
  (line.words >= FEWEST_WORDS_BEFORE_COLON && line.stop === 'colon');

const MOST_WORDS_OF_HEADLINE = 30;
const LONGEST_HEADLINE = 220;

/** Whether a line can be a headline: words enough, no full stop, not too long. */
export const isHeadlineLike = (line: LineShape): boolean =>
  line.words >= 2 &&
  line.words <= MOST_WORDS_OF_HEADLINE &&
  line.length <= LONGEST_HEADLINE &&
  (line.stop === 'none' || line.stop === 'question' || line.length < 100);
