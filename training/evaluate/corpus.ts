import type { EntityMark } from '../../core/labels/marks.ts';
import type { Span } from '../../core/text/span.ts';
import type { Row } from './score.ts';

/** A piece of a corpus in columns as a text that can be analysed: its sentences as lines, its tokens with blanks between. */
export interface CorpusText {
  readonly text: string;
  /** Where each token stands, in UTF-16 code units. */
  readonly tokens: readonly Span[];
  /** Names by the first and the last of their tokens. */
  readonly names: readonly CorpusName[];
}

interface CorpusName {
  readonly first: number;
  readonly last: number;
  readonly label: CorpusLabel;
}

const CORPUS_LABELS = ['PER', 'LOC', 'ORG'] as const;

type CorpusLabel = (typeof CORPUS_LABELS)[number];

/** What corpora, and we, call the three kinds of names that newswire corpora have in common. */
const KINDS: ReadonlyMap<string, CorpusLabel> = new Map([
  ['PER', 'PER'],
  ['PERS', 'PER'],
  ['PERSON', 'PER'],
  ['LOC', 'LOC'],
  ['LOCATION', 'LOC'],
  ['GPE', 'LOC'],
  ['FAC', 'LOC'],
  ['ORG', 'ORG'],
  ['ORGANIZATION', 'ORG'],
]);

/**
 * Reads a corpus in columns (CoNLL-2003: a token a row, its tag in IOB last, blank rows between sentences), parted into
 * texts of `sentences` sentences each, since such corpora seldom say where an article ends. Tags of other kinds count
 * as none.
 * @throws Error naming the first row that has no tag
 */
export function readCorpus(content: string, sentences: number): CorpusText[] {
  const read = content
    .split(/\n\s*\n/)
    .map(readSentence)
    .filter(({ length }) => length > 0);
  const texts: CorpusText[] = [];
  for (let from = 0; from < read.length; from += sentences)
    texts.push(layOut(read.slice(from, from + sentences)));
  return texts;
}

interface Tagged {
  readonly token: string;
  readonly tag: string;
}

const readSentence = (sentence: string): Tagged[] =>
  sentence.split('\n').flatMap((row) => {
    const columns = row.trim().split(/\s+/);
    if (row.trim() === '' || row.startsWith('-DOCSTART-')) return [];
    const tag = columns.at(-1) as string;
    if (columns.length < 2 || !/^(?:O|[BI]-.+)$/.test(tag))
      throw new Error(`no tag behind the token in the row "${row}"`);
    return [{ token: columns[0] as string, tag }];
  });

function layOut(sentences: readonly (readonly Tagged[])[]): CorpusText {
  let text = '';
  const tokens: Span[] = [];
  const names: CorpusName[] = [];
  for (const sentence of sentences) {
    let first = tokens.length;
    for (const [i, { token, tag }] of sentence.entries()) {
      if (i > 0) text += ' ';
      tokens.push({ start: text.length, end: text.length + token.length });
      text += token;
      const kind = kindOf(tag);
      if (i === 0 || tag[0] !== 'I' || kindOf(sentence[i - 1]?.tag) !== kind) first = tokens.length - 1;
      const next = sentence[i + 1]?.tag;
      const goesOn = next?.[0] === 'I' && kindOf(next) === kind;
      const label = KINDS.get(kind);
      if (label && !goesOn) names.push({ first, last: tokens.length - 1, label });
    }
    text += '\n';
  }
  return { text, tokens, names };
}

const kindOf = (tag = 'O'): string => tag.slice(2).toUpperCase();

/**
 * Scores marks of persons, places and organisations against the names of a corpus: right is what covers the same tokens
 * with the same of the three labels, particles written onto a token or not.
 */
export function scoreCorpus(
  texts: readonly CorpusText[],
  analyse: (text: string) => readonly EntityMark[],
): Row[] {
  const counts = new Map(CORPUS_LABELS.map((label) => [label, { right: 0, found: 0, gold: 0 }]));
  for (const { text, tokens, names } of texts) {
    const annotated = new Set(names.map(keyOf));
    const found = namesIn(tokens, analyse(text));
    for (const { label } of names) counts.get(label)!.gold++;
    for (const name of found) {
      counts.get(name.label)!.found++;
      if (annotated.has(keyOf(name))) counts.get(name.label)!.right++;
    }
  }
  const total = { right: 0, found: 0, gold: 0 };
  for (const { right, found, gold } of counts.values()) {
    total.right += right;
    total.found += found;
    total.gold += gold;
  }
  return [...[...counts].map(([name, count]) => ({ name, ...count })), { name: 'PER LOC ORG', ...total }];
}

const keyOf = ({ first, last, label }: CorpusName): string => `${first} ${last} ${label}`;

function namesIn(tokens: readonly Span[], marks: readonly EntityMark[]): CorpusName[] {
  let at = 0;
  const names = new Map<string, CorpusName>();
  for (const { start, end, label: kind } of marks) {
    const label = KINDS.get(kind);
    if (!label) continue;
    while (at < tokens.length && (tokens[at] as Span).end <= start) at++;
    let last = at;
    while (last + 1 < tokens.length && (tokens[last + 1] as Span).start < end) last++;
    if (at >= tokens.length) break;
    const name = { first: at, last, label };
    names.set(keyOf(name), name);
  }
  return [...names.values()];
}
