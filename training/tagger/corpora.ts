/**
 * Lines of public corpora whose guidelines are others than ours. What they mark differently, or are silent about, is left
 * open: a token then has a set of possible states, and training asks that the set be probable, not one state of it
 * (Tsuboi et al. 2008, "Training conditional random fields using incomplete annotations").
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { NameLabel } from '../../core/labels/entity-labels.ts';
import { readLine } from '../../core/lexicon/article.ts';
import type { Lexicon } from '../../core/lexicon/lexicon.ts';
import { ANY, begins, insides, layNames, OUTSIDE_ALONE } from './lines.ts';
import type { PossibleName, StateSet, TrainingLine } from './lines.ts';

/** What a corpus' label may be in our scheme. */
interface Meaning {
  readonly first: StateSet;
  readonly others: StateSet;
}

/** A public corpus in columns. */
export interface Corpus {
  readonly name: string;
  readonly files: readonly string[];
  /** Kinds of names that it does not mark: they may stand outside its marks. */
  readonly silent: readonly NameLabel[];
  readonly meaningOf: (tag: string) => Meaning | null;
  /** Whether it writes particles and pronouns as tokens of their own. */
  readonly segmented: boolean;
  /** The share at its end that is not learnt from, so that it can be measured on. */
  readonly kept: number;
}

const one = (...labels: NameLabel[]): Meaning => ({ first: begins(...labels), others: insides(...labels) });
const anything: Meaning = { first: ANY, others: ANY };

const meanings =
  (table: Readonly<Record<string, Meaning>>, otherwise: Meaning | null = null) =>
  (tag: string): Meaning | null =>
    table[tag] ?? otherwise;

/** Three kinds of names and a mixed one, as newswire corpora after CoNLL-2002 have them. */
const CONLL = meanings({
  PER: one('PER'),
  PERS: one('PER'),
  LOC: one('GPE', 'LOC', 'FAC'),
  ORG: one('ORG'),
  MISC: anything,
});

const FANE: Readonly<Record<string, Meaning>> = Object.fromEntries(
  (
    [
      [
        'PER',
        'Politician Athlete Businessperson Artist Scientist Police Religious-PER Engineer Lawyer Other-PER',
      ],
      ['NORP', 'Group'],
      [
        'ORG',
        'Government Non-Governmental Commercial Educational Media Religious-ORG Sports Medical-Science Entertainment',
      ],
      ['GPE', 'Nation State-or-Province County-or-District Population-Center'],
      ['LOC', 'Continent GPE-Cluster Water-Body Land-Region-Natural Celestial'],
      ['FAC', 'Building-Grounds Subarea-Facility Path Airport Plant'],
    ] as const
  ).flatMap(([label, tags]) => tags.split(' ').map((tag) => [tag, one(label)])),
);

const WOJOOD: Readonly<Record<string, Meaning>> = {
  PERS: one('PER'),
  GPE: one('GPE'),
  LOC: one('LOC'),
  FAC: one('FAC'),
  NORP: one('NORP'),
  EVENT: one('EVENT'),
  PRODUCT: one('PRODUCT'),
  LAW: one('LAW'),
  // Bodies and posts take in what stands behind them, which we mark by itself.
  ORG: { first: begins('ORG'), others: ANY },
  OCC: { first: begins('OCC'), others: ANY },
};

export const CORPORA: readonly Corpus[] = [
  {
    name: 'cleananercorp',
    files: ['cleananercorp-train.conll'],
    silent: ['NORP', 'OCC', 'EVENT', 'PRODUCT', 'LAW', 'FAC'],
    meaningOf: CONLL,
    segmented: false,
    kept: 0.1,
  },
  {
    name: 'aqmar',
    files: ['aqmar-train.conll', 'aqmar-dev.conll'],
    silent: ['NORP', 'OCC', 'EVENT', 'PRODUCT', 'LAW', 'FAC'],
    meaningOf: CONLL,
    segmented: false,
    kept: 0,
  },
  {
    name: 'wikifane',
    files: ['wikifane.conll'],
    silent: ['NORP', 'OCC', 'EVENT', 'PRODUCT', 'LAW'],
    meaningOf: meanings(FANE, anything),
    segmented: true,
    kept: 0,
  },
  {
    name: 'wojood',
    files: ['wojood-sample-train.conll', 'wojood-sample-val.conll', 'wojood-sample-test.conll'],
    silent: [],
    // Dates, numbers and the like are none of the tagger's names.
    meaningOf: meanings(WOJOOD, { first: OUTSIDE_ALONE, others: OUTSIDE_ALONE }),
    segmented: false,
    kept: 0,
  },
];

interface Row {
  readonly token: string;
  readonly tag: string;
}

/** The sentences of a corpus in columns, each as it is written: blank rows stand between them. */
const sentencesOf = (corpus: Corpus, folder: string): string[] =>
  corpus.files
    .filter((file) => existsSync(path.join(folder, file)))
    .flatMap((file) => readFileSync(path.join(folder, file), 'utf8').split(/\n\s*\n/))
    .filter((sentence) => sentence.trim() !== '');

/** Where the sentences begin that are not learnt from. */
const startOfKept = (corpus: Corpus, sentences: number): number => Math.floor(sentences * (1 - corpus.kept));

/**
 * The lines of a corpus to learn from, a sentence a line; none if its files are missing.
 * @param folder where the files lie
 */
export function linesOfCorpus(corpus: Corpus, folder: string, lexicon: Lexicon): TrainingLine[] {
  const sentences = sentencesOf(corpus, folder);
  return sentences
    .slice(0, startOfKept(corpus, sentences.length))
    .map((sentence, i) => lineOfSentence(corpus, readRows(sentence), `${corpus.name} ${i}`, lexicon));
}

/** The sentences of a corpus that are kept to measure on, in columns; "" if there are none. */
export function keptOfCorpus(corpus: Corpus, folder: string): string {
  const sentences = sentencesOf(corpus, folder);
  return sentences.slice(startOfKept(corpus, sentences.length)).join('\n\n');
}

/** The rows of a sentence: a token and, last, its tag. */
export const readRows = (sentence: string): Row[] =>
  sentence.split('\n').flatMap((row) => {
    const columns = row.trim().split(/\s+/);
    const token = columns[0] ?? '';
    // A mark for the end of a sentence that is no text.
    return columns.length < 2 || token === '$#$' ? [] : [{ token, tag: columns.at(-1) as string }];
  });

/** One sentence as a line. `document` names it. */
export function lineOfSentence(
  corpus: Corpus,
  rows: readonly Row[],
  document: string,
  lexicon: Lexicon,
): TrainingLine {
  const { text, words } = corpus.segmented ? joinSegments(rows) : joinWords(rows);
  const names: (PossibleName & { tag: string })[] = [];
  for (const { start, proper, end, tag } of words) {
    const kind = tag.slice(2);
    const meaning = tag === 'O' ? null : corpus.meaningOf(kind);
    const before = names.at(-1);
    if (meaning && tag.startsWith('I-') && before?.tag === kind) names[names.length - 1] = { ...before, end };
    else if (meaning) names.push({ start: corpus.segmented ? proper : start, end, ...meaning, tag: kind });
    else names.push({ start, end, first: 0, others: 0, tag: '' });
  }
  const silent = OUTSIDE_ALONE | begins(...corpus.silent) | insides(...corpus.silent);
  const reading = readLine(text, lexicon);
  const { possible, cuts } = layNames(
    reading.tokens,
    names.filter(({ tag }) => tag !== ''),
    silent,
  );
  if (corpus.segmented) {
    const properAt = new Map(words.map(({ start, proper }) => [start, proper]));
    for (const [k, token] of reading.tokens.entries()) {
      const proper = properAt.get(token.start);
      // It leaves ل written onto an article, "للدول": there it does not tell.
      const tells = proper !== undefined && token.kind === 'word' && !text.startsWith('لل', proper);
      cuts[k] = tells ? proper - token.start : -1;
    }
  } else cuts.fill(-1);
  return { source: corpus.name, house: '', document, reading, possible, cuts };
}

/** A word of the line, where its word proper begins behind particles, and its tag. */
interface PlacedWord {
  start: number;
  proper: number;
  end: number;
  tag: string;
}

function joinWords(rows: readonly Row[]): { text: string; words: PlacedWord[] } {
  let text = '';
  const words = rows.map(({ token, tag }) => {
    if (text !== '') text += ' ';
    const start = text.length;
    text += token;
    return { start, proper: start, end: text.length, tag };
  });
  return { text, words };
}

const PARTICLES: ReadonlySet<string> = new Set(['و', 'ف', 'ب', 'ل', 'ك', 'س']);
const PRONOUNS: ReadonlySet<string> = new Set(['ه', 'ها', 'هم', 'هن', 'هما', 'نا', 'كم']);

/** Writes particles and pronouns that are tokens of their own onto their words again. */
function joinSegments(rows: readonly Row[]): { text: string; words: PlacedWord[] } {
  let text = '';
  const words: PlacedWord[] = [];
  /** Where the particles begin that wait for their word; -1 if there are none. */
  let waiting = -1;
  for (const [i, { token, tag }] of rows.entries()) {
    const before = words.at(-1);
    if (
      PRONOUNS.has(token) &&
      tag === 'O' &&
      before &&
      waiting < 0 &&
      i > 0 &&
      /[\u0621-\u064a]$/.test(text)
    ) {
      text += token;
      before.end = text.length;
      continue;
    }
    if (PARTICLES.has(token) && tag === 'O' && /^[\u0621-\u064a]/.test(rows[i + 1]?.token ?? '')) {
      if (waiting < 0) {
        if (text !== '') text += ' ';
        waiting = text.length;
      }
      text += token;
      continue;
    }
    if (waiting < 0 && text !== '') text += ' ';
    const start = waiting < 0 ? text.length : waiting;
    const proper = text.length;
    // ل swallows the alef of the article.
    text += text.endsWith('ل') && waiting >= 0 && token.startsWith('ال') ? token.slice(1) : token;
    words.push({ start, proper, end: text.length, tag });
    waiting = -1;
  }
  return { text, words };
}
