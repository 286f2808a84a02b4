import { LINE_CLASSES } from '../labels/line-classes.ts';
import type { LineClass } from '../labels/line-classes.ts';
import { matchesWith } from '../lexicon/article.ts';
import type { LineReading } from '../lexicon/article.ts';
import { traitOf } from '../lexicon/traits.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';

/**
 * What a phrase makes of its line. Three are no classes of line themselves, their place in the article decides:
 * `agency` is a byline above the text and a source below, `masthead` a crawl header above and legal text below,
 * `about` opens a publisher's words on itself.
 */
export type PhraseClass = LineClass | 'agency' | 'masthead' | 'about';

/** A phrase of lexicon/boilerplate-phrase.tsv that stands where its rule wants it. Offsets count from the line's start. */
export interface Phrase extends Span {
  readonly class: PhraseClass;
  readonly rule: PhraseRule;
  /** Index of the first and the last token. */
  readonly first: number;
  readonly last: number;
}

/** What a phrase's surroundings are judged by: the tokens of the line and how many words it has. */
interface Setting {
  readonly tokens: readonly Token[];
  readonly words: number;
  readonly length: number;
  readonly firstWord: number;
  readonly lastWord: number;
}

const LABEL_MARKS = ':|؛>»›：';
const DASHES = '-–—‐‑/';
const FINAL = '.!?؟…»"”';

/** How long a line may be, in UTF-16 code units, for a phrase in it to speak for all of it. */
const LONGEST_LABELLED = 240;
const LONGEST_HOLDER = 420;
const LONGEST_CAPTION = 180;
/** A dash parts a label from the rest only in a line of few words; in a long one it is a dash of the text. */
const MOST_WORDS_BEHIND_DASH = 20;

type Test = (setting: Setting, first: number, last: number) => boolean;

/**
 * Where a phrase must stand to count, the strongest evidence first: when several phrases of a line pass, the first in
 * this order speaks for it.
 */
const RULES = {
  whole: (s, first, last) => first === s.firstWord && last === s.lastWord,
  label: (s, first, last) =>
    first === s.firstWord && s.length <= LONGEST_LABELLED && (last === s.lastWord || closesLabel(s, last)),
  lead: (s, first) => first === s.firstWord && s.length <= LONGEST_LABELLED,
  heading: (s, first) => first === s.firstWord && s.words <= 6 && tokenText(s, s.tokens.length - 1) === ':',
  starred: (s, first, last) =>
    first === s.firstWord && first > 0 && s.words <= 10 && '*({[}'.includes(tokenText(s, 0)) && last >= 0,
  nav: (s, first, last) => first === s.firstWord && s.words <= 5 && last >= 0,
  start: (s, first) => first === s.firstWord && s.length <= LONGEST_HOLDER,
  credit: (s, first, last) => s.length <= LONGEST_CAPTION && closesCaption(s, first, last),
  within: (s) => s.length <= LONGEST_HOLDER,
  short: (s) => s.words <= 10,
  'tail-end': (s, first, last) =>
    last === s.tokens.length - 1 && first > s.firstWord && FINAL.includes(tokenText(s, first - 1)),
  tail: (s, first) => first > s.firstWord && FINAL.includes(tokenText(s, first - 1)),
} as const satisfies Record<string, Test>;

export type PhraseRule = keyof typeof RULES;

/** Whether phrases of a rule are a run at the line's end, and say nothing of the line. */
export const isTail = (rule: PhraseRule): boolean => rule === 'tail' || rule === 'tail-end';

const ORDER = Object.keys(RULES) as PhraseRule[];

const tokenText = (setting: Setting, i: number): string => setting.tokens[i]?.text ?? ' ';

function closesLabel(setting: Setting, last: number): boolean {
  const next = setting.tokens[last + 1];
  if (!next) return true;
  if (LABEL_MARKS.includes(next.text)) return true;
  return next.kind === 'mark' && DASHES.includes(next.text) && setting.words <= MOST_WORDS_BEHIND_DASH;
}

/** "… – AFP/Name", "… (رويترز)": the credit is the last thing in the line, a dash, slash or bracket before it. */
function closesCaption(setting: Setting, first: number, last: number): boolean {
  const { tokens } = setting;
  const before = tokenText(setting, first - 1);
  if (first === setting.firstWord || !('([/' + DASHES).includes(before)) return false;
  const bracketed = '(['.includes(before);
  for (let i = last + 1; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (bracketed && ')]'.includes(token.text)) return i + 1 === tokens.length || closesLine(tokens, i + 1);
    if (token.kind === 'mark' && !'/-–'.includes(token.text)) return false;
    if (
      i - last > 6 ||
      (!bracketed && token.kind === 'word' && !'/-–'.includes(tokenText(setting, last + 1)))
    )
      return false;
  }
  return !bracketed || last === tokens.length - 1;
}

const PHRASES = traitOf('boilerplate-phrase');

const NO_PHRASES: readonly Phrase[] = [];

/** Whether token `i` is the last and a full stop: a comma behind the bracket goes on with a sentence. */
const closesLine = (tokens: readonly Token[], i: number): boolean =>
  i + 1 === tokens.length && tokens[i]?.text === '.';

/** The phrases of a line that stand where they must, the strongest first. */
export function findPhrases(reading: LineReading): readonly Phrase[] {
  let phrases: Phrase[] | null = null;
  let setting: Setting | null = null;
  for (const match of matchesWith(reading, PHRASES)) {
    for (const entry of match.entries) {
      if (entry.list !== 'boilerplate-phrase' || match.proclitics !== '') continue;
      const { class: phraseClass, rule } = readValue(entry.value);
      const { first, last, start, end } = match;
      setting ??= readSetting(reading);
      if (RULES[rule](setting, first, last))
        (phrases ??= []).push({ class: phraseClass, rule, first, last, start, end });
    }
  }
  return (
    phrases?.sort(
      (a, b) => ORDER.indexOf(a.rule) - ORDER.indexOf(b.rule) || b.last - b.first - (a.last - a.first),
    ) ?? NO_PHRASES
  );
}

const isWord = ({ kind }: Token): boolean => kind === 'word' || kind === 'latin';

const readSetting = ({ tokens, text }: LineReading): Setting => ({
  tokens,
  words: tokens.reduce((count, token) => count + (token.kind === 'mark' ? 0 : 1), 0),
  length: text.length,
  firstWord: tokens.findIndex(isWord),
  lastWord: tokens.findLastIndex(isWord),
});

const values = new Map<string, PhraseValue>();

/** A value of the list, taken apart once: there are some dozens. */
function readValue(value: string): PhraseValue {
  let read = values.get(value);
  if (!read) values.set(value, (read = parsePhraseValue(value)));
  return read;
}

interface PhraseValue {
  readonly class: PhraseClass;
  readonly rule: PhraseRule;
}

const CLASSES: readonly string[] = [...LINE_CLASSES, 'agency', 'masthead', 'about'];

/**
 * Takes a value of the list apart: "read-also label".
 * @throws RangeError if the class or the rule is none; a test reads the whole list, so that no shipped row does.
 */
export function parsePhraseValue(value: string): PhraseValue {
  const [phraseClass = '', rule = ''] = value.split(' ');
  if (!CLASSES.includes(phraseClass) || !Object.hasOwn(RULES, rule))
    throw new RangeError(
      `lexicon/boilerplate-phrase.tsv: "${value}" is no class of line with a rule of place.`,
    );
  return { class: phraseClass as PhraseClass, rule: rule as PhraseRule };
}
