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
  /** By word: its traits, `low` and `high`. */
  traits: Int32Array;
  /**
   * By word: the automaton's state behind it and a blank, NOWHERE if no name goes on so, SEVERAL if one does under several
   * readings.
   */
  goesOn: Int32Array;
  /** By word: its readings, the whole word first. */
  readonly readings: (readonly ListedReading[])[];
}

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
    traits: new Int32Array(1 << 12),
    goesOn: new Int32Array(1 << 11),
    readings: [],
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
    if (word === listed.goesOn.length) {
      listed.traits = widened(listed.traits);
      listed.goesOn = widened(listed.goesOn);
    }
    const states = found.map(({ goesOn }) => goesOn).filter((state) => state !== NOWHERE);
    listed.goesOn[word] = states.length > 1 ? SEVERAL : (states[0] ?? NOWHERE);
    listed.traits[2 * word] = traits.low;
    listed.traits[2 * word + 1] = traits.high;
  }
}

function widened(old: Int32Array): Int32Array {
  const wider = new Int32Array(2 * old.length);
  wider.set(old);
  return wider;
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
