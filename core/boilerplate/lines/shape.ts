import type { LineReading } from '../../lexicon/article.ts';
import { nextWithTrait, traitOf } from '../../lexicon/traits.ts';
import { classOf, CharacterClass } from '../../text/characters.ts';
import { isGluedAd } from '../../text/glued-ad.ts';
import type { Token } from '../../text/tokens.ts';
import { findPhrases, isTail } from '../phrases.ts';
import type { Phrase } from '../phrases.ts';
import { isContinuing } from './continuing.ts';
import { readStems } from './stems.ts';
import { readTraits } from './traits.ts';
import type { LineStop } from './traits.ts';

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
  /** Whether it begins with a bullet or a number, as an item of a list does. */
  readonly listItem: boolean;
  /** Whether it begins as text that goes on ("وأضاف", "من جهته") and not as one that opens. */
  readonly continuing: boolean;
  /** Whether a day of the week is named early in it, as leads of news do. */
  readonly namesDay: boolean;
  /** The phrases that stand where they must, the strongest first. */
  readonly phrases: readonly Phrase[];
  /** Equal for lines that say the same: the folded words, parted by one blank; of a long line the text itself. */
  readonly key: string;
  /** The content words, each as a number that stands for its stem; ascending, none twice. */
  readonly stems: Int32Array;
  /** What tells by itself whether it opens a text or goes on with one, as slots of weights. */
  readonly traits: readonly number[];
  /** The tokens, by index, that are an ad word glued to the word behind it. */
  readonly adWords: readonly number[];
}

/** Lines longer than this are no headlines and no labels: only the very same text says the same. */
const LONGEST_KEY = 300;

/** Reads the shape off a line that has a token at least. */
export function readShape(reading: LineReading): LineShape {
  const { tokens } = reading;
  const start = tokens[0]?.start ?? 0;
  const end = tokens[tokens.length - 1]?.end ?? 0;
  const length = end - start;
  const phrases = findPhrases(reading);
  const tail = phrases.find(({ rule }) => isTail(rule));
  let words = 0;
  let adWords: number[] | null = null;
  for (let i = 0; i < tokens.length; i++) {
    if ((tokens[i] as Token).kind === 'mark') continue;
    words++;
    if (tokens[i + 1]?.spaced === false && isGluedAd(tokens, i)) (adWords ??= []).push(i);
  }
  // The run of boilerplate at a line's end is no part of its last sentence: "… مشددة. اعلان" ends in a full stop.
  const stop = stopOf(tokens, tail?.first ?? tokens.length);
  const bulleted = isBullet(tokens[0]);
  const continuing = isContinuing(joinWords(tokens, TOKENS_OF_OPENING));
  const listItem = bulleted || tokens[0]?.kind === 'number';
  const day = namesDay(reading);
  let key: string | null = null;
  return {
    reading,
    words,
    length,
    stop,
    bulleted,
    listItem,
    continuing,
    namesDay: day,
    phrases,
    // Few lines are asked for theirs.
    get key() {
      return (key ??=
        length <= LONGEST_KEY ? joinWords(tokens, tokens.length) : reading.text.slice(start, end));
    },
    stems: readStems(reading),
    traits: readTraits(tokens, length, stop, continuing, day, listItem),
    adWords: adWords ?? NO_AD_WORDS,
  };
}

const TOKENS_OF_OPENING = 4;
const FURTHEST_DAY = 25;

/** Whether a day of the week stands among a line's first tokens. */
function namesDay({ traits }: LineReading): boolean {
  const day = nextWithTrait(traits, WEEKDAY, 0);
  return day >= 0 && day < FURTHEST_DAY;
}

const WEEKDAY = traitOf('weekday');

const NO_AD_WORDS: readonly number[] = [];

/** The folded words among the first `count` tokens, parted by one blank. */
function joinWords(tokens: readonly Token[], count: number): string {
  let words = '';
  for (let i = 0; i < count && i < tokens.length; i++) {
    const { kind, folded } = tokens[i] as Token;
    if (kind !== 'mark') words += words === '' ? folded : ' ' + folded;
  }
  return words;
}

const BULLETS = '•·●▪■◾◼○▫□–—-*►▶◄✔✓»›>+♦◆★☆';

const isBullet = (token: Token | undefined): boolean =>
  token !== undefined &&
  token.kind !== 'word' &&
  token.text.length === 1 &&
  (BULLETS.includes(token.text) || classOf(token.text.charCodeAt(0)) === CharacterClass.Other);

/** The mark of ending nearest to token `end`; quotation marks and brackets may close behind it. */
function stopOf(tokens: readonly Token[], end: number): LineStop {
  for (let i = end - 1; i >= 0; i--) {
    const token = tokens[i] as Token;
    if (token.kind !== 'mark') return 'none';
    if ('.…۔'.includes(token.text)) return 'full';
    if ('؟?!'.includes(token.text)) return 'question';
    if (token.text === ':') return 'colon';
    if ('،,؛;'.includes(token.text)) return 'comma';
  }
  return 'none';
}

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
