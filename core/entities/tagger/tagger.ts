import type { LineReading } from '../../lexicon/article.ts';
import type { Token } from '../../text/tokens.ts';
import type { Reach } from '../scan.ts';
import { parseWeights, serialiseWeights } from '../weights.ts';
import type { Weights } from '../weights.ts';
import { chooseSpans } from './choose.ts';
import { kindPairFeature, LEFT, lineFeature, longNameFeatures, pairFeature, RIGHT } from './features.ts';
import { addWeights, parseTable } from './feature-table.ts';
import type { FeatureTable } from './feature-table.ts';
import { addKindPair, createKindPairs } from './kind-pairs.ts';
import type { KindPairs } from './kind-pairs.ts';
import { findSpans, transitionsFrom } from './lattice.ts';
import type { ScoredSpan, Transitions } from './lattice.ts';
import { NAME_LABELS } from '../../labels/entity-labels.ts';
import { OFFSETS, SIDES, STATES } from './states.ts';
import type { NameLabel } from '../../labels/entity-labels.ts';
import { transitionFeature } from './templates.ts';
import { parseClasses } from './word-classes.ts';
import { BEFORE_LINE, BEHIND_LINE, createWordMemory, readWords } from './words.ts';
import type { WordMemory } from './words.ts';

/** A name or title that the tagger thinks possible. Offsets count from the start of the line and leave proclitics out. */
export interface TaggedSpan extends Reach {
  readonly label: NameLabel;
  /** How probable it is that just this stretch with just this label is a name. */
  readonly probability: number;
  /** Whether it belongs to the tagger's own choice, which has no overlaps; the others are its second thoughts. */
  readonly chosen: boolean;
}

/** A sequence tagger over learnt weights. What it remembers of words makes it faster and changes no result. */
export interface Tagger {
  /** What is said of tokens in their lines: pairs of neighbours, long names of the lists, the line as a whole. */
  readonly ofLines: FeatureTable;
  readonly transitions: Transitions;
  readonly words: WordMemory;
  readonly pairs: KindPairs;
}

/** The section of the weights that the tagger reads. */
export const TAGGER_SECTION = 'tagger';

/** The parts of that section, each a table. */
export type TaggerPart = 'words' | 'lines' | 'readings' | 'classes';

/** Writes the section of its parts. */
export const serialiseTagger = (parts: Readonly<Record<TaggerPart, Uint8Array>>): Uint8Array =>
  serialiseWeights(new Map(Object.entries(parts)));

/**
 * The tagger, or null where the weights have none.
 * @throws Error if its section is damaged
 */
export function createTagger(weights: Weights): Tagger | null {
  const section = weights.get(TAGGER_SECTION);
  if (!section) return null;
  const parts = parseWeights(section);
  const partOf = (name: TaggerPart): Uint8Array => {
    const part = parts.get(name);
    if (!part) throw new Error('The weights of the tagger are damaged; build them again.');
    return part;
  };
  const ofLines = parseTable(partOf('lines'));
  const between = new Int32Array(STATES * STATES);
  for (let from = 0; from < STATES; from++)
    addWeights(ofLines, transitionFeature(from), between, from * STATES);
  return {
    ofLines,
    transitions: transitionsFrom(between, ofLines.step),
    words: createWordMemory({
      ofWords: parseTable(partOf('words')),
      ofReadings: parseTable(partOf('readings')),
      classes: parseClasses(partOf('classes')),
    }),
    pairs: createKindPairs(ofLines),
  };
}

/** A span more probable than this gains from being chosen; worked out on folds, for F1. */
const BAR = 0.4;

const ROW = SIDES * STATES;

/** By token and state, in steps. */
let scores = new Int32Array(0);
/** By token, from OFFSETS on: the place of its word; before and behind them the places of the line's edges. */
let places = new Int32Array(0);

/**
 * The names and titles that may stand in a line, ordered by first token, at that by last; alternatives overlap. Depends on the
 * line alone. Linear in its length.
 */
export function tagLine(line: LineReading, tagger: Tagger): TaggedSpan[] {
  const { tokens } = line;
  if (tokens.length === 0) return [];
  if (scores.length < tokens.length * STATES) {
    scores = new Int32Array(tokens.length * 2 * STATES);
    places = new Int32Array(tokens.length * 2 + 2 * OFFSETS);
  }
  scoreTokens(line, tagger);
  const isName = ({ first, last }: ScoredSpan): boolean =>
    tokens[first]?.kind !== 'mark' && tokens[last]?.kind !== 'mark';
  const spans = findSpans(scores, tokens.length, tagger.transitions).filter(isName);
  const chosen = chooseSpans(spans, BAR);
  return spans.map((span, i) => toTagged(span, chosen[i] as boolean, tokens, tagger.words));
}

function toTagged(
  { first, last, label, probability }: ScoredSpan,
  chosen: boolean,
  tokens: readonly Token[],
  words: WordMemory,
): TaggedSpan {
  return {
    first,
    last,
    start: (tokens[first] as Token).start + (words.cuts[places[first + OFFSETS] as number] as number),
    end: (tokens[last] as Token).end,
    label: NAME_LABELS[label] as NameLabel,
    probability,
    chosen,
  };
}

const ofLine = new Int32Array(STATES);

/** Fills `places` and `scores`. */
function scoreTokens(line: LineReading, tagger: Tagger): void {
  const { ofLines, transitions, words } = tagger;
  const count = line.tokens.length;
  places.fill(BEFORE_LINE, 0, OFFSETS);
  readWords(words, line, places, OFFSETS);
  places.fill(BEHIND_LINE, OFFSETS + count, OFFSETS + count + OFFSETS);
  ofLine.set(transitions.leanings);
  addWeights(ofLines, lineFeature(line), ofLine, 0);
  const { sums } = words;
  for (let i = 0; i < count; i++) {
    const at = i * STATES;
    const a = (places[i] as number) * ROW;
    const b = (places[i + 1] as number) * ROW + STATES;
    const c = (places[i + 2] as number) * ROW + 2 * STATES;
    const d = (places[i + 3] as number) * ROW + 3 * STATES;
    const e = (places[i + 4] as number) * ROW + 4 * STATES;
    for (let state = 0; state < STATES; state++)
      scores[at + state] =
        (ofLine[state] as number) +
        (sums[a + state] as number) +
        (sums[b + state] as number) +
        (sums[c + state] as number) +
        (sums[d + state] as number) +
        (sums[e + state] as number);
  }
  for (let i = 0; i <= count; i++) scorePair(tagger, i, count);
  longNameFeatures(line, (token, hash) => addWeights(ofLines, hash, scores, token * STATES));
}

/** Adds what is said of token `i` and the one before it, either of which may be the edge of the line. */
function scorePair({ ofLines, words, pairs }: Tagger, i: number, count: number): void {
  const left = places[OFFSETS + i - 1] as number;
  const right = places[OFFSETS + i] as number;
  const [word, next] = [words.hashes[left] as number, words.hashes[right] as number];
  const [kind, nextKind] = [words.kinds[left] as number, words.kinds[right] as number];
  if (i > 0) addWeights(ofLines, pairFeature(word, next, LEFT), scores, (i - 1) * STATES);
  if (i < count) addWeights(ofLines, pairFeature(word, next, RIGHT), scores, i * STATES);
  if (i > 0 && i < count) addKindPair(pairs, kind, nextKind, scores, (i - 1) * STATES);
  else if (i > 0 && kind >= 0) addWeights(ofLines, kindPairFeature(kind, 0, LEFT), scores, (i - 1) * STATES);
  else if (i < count && nextKind >= 0)
    addWeights(ofLines, kindPairFeature(0, nextKind, RIGHT), scores, i * STATES);
}
