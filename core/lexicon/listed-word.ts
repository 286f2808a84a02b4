import { splitsOf } from '../text/clitics.ts';
import { createWords, unitsIn } from '../text/words.ts';
import type { Words } from '../text/words.ts';
import { advance, NOWHERE, ROOT } from './automaton.ts';
import type { Automaton } from './automaton.ts';
import type { Lexicon, LexiconEntry } from './lexicon.ts';
import { joinTraits, traitOf, traitsOf } from './traits.ts';
import type { TraitSet } from './traits.ts';

/** What the lists have under one name, and those lists as traits. */
export interface ListGroup extends TraitSet {
  readonly entries: readonly LexiconEntry[];
}

/** A reading of a word under which the lists have something that begins with it. */
interface ListedReading {
  /** The particles left out in front, folded. */
  readonly proclitics: string;
  /** UTF-16 code units that they take up. */
  readonly length: number;
  /** The word without them, folded; the ا that ل swallowed is put back. */
  readonly stem: string;
  /** What the lists have of the word alone; null if nothing. */
  readonly group: ListGroup | null;
  /** The automaton's state behind the word and a blank, NOWHERE if no name goes on so. */
  readonly goesOn: number;
}

/** The words met where a lexicon was read, with what its lists say of each by itself. */
export interface ListedWords {
  readonly words: Words;
  readonly automaton: Automaton;
  /** What the lists have under a pattern of the automaton; null for -1. */
  readonly groupOf: (pattern: number) => ListGroup | null;
  /** By word, so many numbers as RECORD says side by side, which are wanted together: at the places that Told names. */
  records: Int32Array;
  /** By word: its readings, the whole word first. */
  readonly readings: (readonly ListedReading[])[];
  /** What else has been worked out of the words and their lists: see rememberedOfWord. */
  readonly facts: unknown[][];
}

/** How many numbers are kept of a word: a power of two, so that a record lies in one line of the processor's cache. */
export const RECORD = 8;

/** What the numbers of a record are. */
export const Told = {
  /** The word's traits. */
  Low: 0,
  High: 1,
  /**
   * The automaton's state behind the word and a blank, NOWHERE if no name goes on so, SEVERAL if one does under several
   * readings.
   */
  GoesOn: 2,
  /** What the next word may begin with where a name goes on so, and what the word begins with itself: see beginningBit. */
  NextBeginnings: 3,
  Beginning: 4,
} as const;

/** Under several readings of a word a name goes on. */
export const SEVERAL = -1;

const known = new WeakMap<Lexicon, ListedWords>();

/** Words that are kept at a time: a session's articles have fewer, a corpus has more. */
const MOST_KEPT = 60_000;

/** Code units of all of them: a page without blanks is one word, and another with each letter that is typed into it. */
const MOST_UNITS = 1_000_000;

/**
 * The words met so far where a lexicon was read. When they have grown too many, new ones are begun: nearly all that a
 * text needs is met again within a few lines, and lines read before keep theirs.
 */
export function wordsOf(lexicon: Lexicon): ListedWords {
  let listed = known.get(lexicon);
  if (!listed || listed.words.texts.length > MOST_KEPT || unitsIn(listed.words) > MOST_UNITS)
    known.set(lexicon, (listed = createListedWords(lexicon)));
  return listed;
}

function createListedWords(lexicon: Lexicon): ListedWords {
  const groups = lexicon.groups.map((entries): ListGroup => {
    const { low, high } = traitsOf(...entries.map(({ list }) => list));
    return { entries, low, high };
  });
  return {
    words: createWords(),
    automaton: lexicon.automaton,
    groupOf: (pattern) => (pattern < 0 ? null : (groups[lexicon.groupOf[pattern] as number] ?? null)),
    records: new Int32Array(RECORD << 11),
    readings: [],
    facts: [],
  };
}

/** Looks up the words that were met since the last time. */
export function lookUpNewWords(listed: ListedWords): void {
  const { words, readings } = listed;
  for (let word = readings.length; word < words.texts.length; word++) {
    const found = readingsOf(listed, word);
    readings.push(found);
    let traits = useOf(words, word, found);
    for (const { group } of found) if (group) traits = joinTraits(traits, group);
    const record = word * RECORD;
    if (record === listed.records.length) {
      const wider = new Int32Array(2 * record);
      wider.set(listed.records);
      listed.records = wider;
    }
    let state = NOWHERE;
    let next = 0;
    for (const { goesOn } of found) {
      if (goesOn === NOWHERE) continue;
      state = state === NOWHERE ? goesOn : SEVERAL;
      next |= beginningsBehind(listed.automaton, goesOn);
    }
    const { records } = listed;
    records[record + Told.Low] = traits.low;
    records[record + Told.High] = traits.high;
    records[record + Told.GoesOn] = state;
    records[record + Told.NextBeginnings] = next;
    records[record + Told.Beginning] = beginningOf(listed.automaton, words.folded[word] as string);
  }
}

/**
 * How words begin, as bits: by the first letter, or by the first one behind the article; several beginnings share a bit.
 * They rule out most names that a word could begin without a look into the automaton, whose megabytes lie outside of the
 * processor's cache.
 */
const beginningBit = (letter: number, behindArticle: boolean): number =>
  1 << ((letter + (behindArticle ? 16 : 0)) & 31);

const ALEF = 'ا';
const LAM = 'ل';

/** The bit of a word's beginning; 0 where no name of the lists has such a letter. */
function beginningOf({ alphabet }: Automaton, folded: string): number {
  const behindArticle = folded.length > 2 && folded.startsWith(ALEF + LAM);
  const letter = alphabet[folded.charCodeAt(behindArticle ? 2 : 0)] ?? 0;
  return letter > 0 ? beginningBit(letter, behindArticle) : 0;
}

/** The bits of all beginnings with which names go on from a state. */
function beginningsBehind(automaton: Automaton, state: number): number {
  const article = advance(automaton, state, ALEF + LAM);
  return (
    lettersBehind(automaton, state, false) |
    (article === NOWHERE ? 0 : lettersBehind(automaton, article, true))
  );
}

function lettersBehind({ base, check }: Automaton, state: number, behindArticle: boolean): number {
  const from = base[state] as number;
  let bits = 0;
  for (let letter = 1; letter < 256; letter++)
    if (check[from + letter] === state) bits |= beginningBit(letter, behindArticle);
  return bits;
}

const NONE: readonly ListedReading[] = [];

function readingsOf({ words, automaton, groupOf }: ListedWords, word: number): readonly ListedReading[] {
  if (words.kinds[word] === 'mark') return NONE;
  const readings: ListedReading[] = [];
  const read = (proclitics: string, length: number, stem: string): void => {
    const state = advance(automaton, ROOT, stem);
    if (state === NOWHERE) return;
    const group = groupOf(automaton.pattern[state] as number);
    const goesOn = advance(automaton, state, ' ');
    if (group !== null || goesOn !== NOWHERE) readings.push({ proclitics, length, stem, group, goesOn });
  };
  read('', 0, words.folded[word] as string);
  for (const { proclitics, length, stem } of splitsOf(words, word)) read(proclitics, length, stem);
  return readings.length === 0 ? NONE : readings;
}

/**
 * Words that folding makes look like names: the prepositions على and إلى like علي and ألي, أمام like إمام. Their own
 * spelling tells them apart; a particle may stand in front.
 */
const MISLEADING: ReadonlySet<string> = new Set(
  ['', 'و', 'ف', 'ب', 'ل', 'ك'].flatMap((particle) =>
    'على إلى الى حتى متى لدى أمام امام أدى أو أم أي أن إن جده جدّه معا معاً معًا آمنة أودى فئات جيلا جيلاً سنة آب إب كيف'
      .split(' ')
      .map((word) => particle + word),
  ),
);

/** Forms that a name hardly has: conjugated verbs, pronouns written onto a word, articles behind particles. */
const UNLIKELY = /^[يت].*(?:ون|وا)$|^ي.*ان$|.{3}(?:ها|هم|هن|تنا|ته|وه|ءه)$|^(?:لل|وال|بال|كال|فال)/;

const NO_USE = traitsOf();

/** How a word is used by itself, as far as its spelling and its readings in the lists tell. */
function useOf({ kinds, texts, folded }: Words, word: number, readings: readonly ListedReading[]): TraitSet {
  const text = texts[word] as string;
  const spelling = folded[word] as string;
  if (MISLEADING.has(text)) return traitsOf('ordinary', 'frequent', 'misleading');
  for (const { proclitics, group } of readings) {
    const ordinary = proclitics === '' && group?.entries.find(({ list }) => list === 'ordinary-word');
    if (ordinary) return ordinary.value === 'often' ? traitsOf('ordinary', 'frequent') : traitOf('ordinary');
  }
  const couldBeName = kinds[word] === 'word' && spelling.length > 2 && !UNLIKELY.test(spelling);
  const isKnown = readings.some((reading) => isTelling(reading, text.length - reading.length));
  return couldBeName && !isKnown ? traitOf('unknown') : NO_USE;
}

/**
 * Whether the lists know a word under a reading. With particles taken off the reading must be believable: an ordinary
 * word, or a name long enough not to be chance; `rest` code units of the word are left.
 */
const isTelling = ({ group, proclitics }: ListedReading, rest: number): boolean =>
  group !== null &&
  (proclitics === '' ||
    group.entries.some(
      ({ list, value }) =>
        (list === 'ordinary-word' && !proclitics.endsWith('س')) ||
        (list === 'cue' && (proclitics === 'و' || proclitics === 'ف')) ||
        list === 'organisation-head' ||
        list === 'place-head' ||
        list === 'field' ||
        ((list === 'person' ||
          list === 'country' ||
          list === 'place' ||
          list === 'organisation' ||
          list === 'nationality' ||
          list === 'given-name' ||
          (list === 'foreign-name' && proclitics === 'و')) &&
          value !== 'weak' &&
          rest > 2),
    ));
