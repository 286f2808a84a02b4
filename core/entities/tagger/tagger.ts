import type { LineReading } from '../../lexicon/article.ts';
import type { Token } from '../../text/tokens.ts';
import type { Reach } from '../scan.ts';
import { parseWeights } from '../weights.ts';
import type { Weights } from '../weights.ts';
import { chooseSpans } from './choose.ts';
import { kindPairFeature, LEFT, lineFeature, longNameFeatures, pairFeature, RIGHT } from './features.ts';
import { addWeights, parseTable, weightOf } from './feature-table.ts';
import type { FeatureTable } from './feature-table.ts';
import { createKindPairs } from './kind-pairs.ts';
import type { KindPairs } from './kind-pairs.ts';
import { findSpans, transitionsFrom } from './lattice.ts';
import type { ScoredSpan, Transitions } from './lattice.ts';
import { NAME_LABELS } from '../../labels/entity-labels.ts';
import { STATES } from './states.ts';
import type { NameLabel } from '../../labels/entity-labels.ts';
import { transitionFeature } from './templates.ts';
import { parseClasses } from './word-classes.ts';
import { createWordMemory, OFFSETS } from './words.ts';
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
  readonly table: FeatureTable;
  readonly transitions: Transitions;
  readonly words: WordMemory;
  readonly pairs: KindPairs;
}

/** The section of the weights that the tagger reads. */
export const TAGGER_SECTION = 'tagger';

/**
 * The tagger, or null where the weights have none.
 * @throws Error if its section is damaged
 */
export function createTagger(weights: Weights): Tagger | null {
  const section = weights.get(TAGGER_SECTION);
  if (!section) return null;
  const parts = parseWeights(section);
  const features = parts.get('features');
  const words = parts.get('words');
  if (!features || !words) throw new Error('The weights of the tagger are damaged; build them again.');
  const table = parseTable(features);
  return {
    table,
    transitions: transitionsFrom((from, to) => weightOf(table, transitionFeature(from), to)),
    words: createWordMemory(table, parseClasses(words)),
    pairs: createKindPairs(table),
  };
}

/** A span more probable than this gains from being chosen; worked out on folds, for F1. */
const BAR = 0.4;

let scores = new Float32Array(0);
let types = new Int32Array(0);
let hashes = new Int32Array(0);
let kinds = new Int32Array(0);
const ofLine = new Float32Array(STATES);

/**
 * The names and titles that may stand in a line, ordered by first token, at that by last; alternatives overlap. Depends on the
 * line alone. Linear in its length.
 */
export function tagLine(line: LineReading, tagger: Tagger): TaggedSpan[] {
  const { tokens } = line;
  if (tokens.length === 0) return [];
  if (types.length < tokens.length) {
    types = new Int32Array(tokens.length * 2);
    hashes = new Int32Array(tokens.length * 2);
    kinds = new Int32Array(tokens.length * 2);
    scores = new Float32Array(tokens.length * 2 * STATES);
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
    start: (tokens[first] as Token).start + words.cutOf(types[first] as number),
    end: (tokens[last] as Token).end,
    label: NAME_LABELS[label] as NameLabel,
    probability,
    chosen,
  };
}

/** Fills `types`, and `scores` by token and state. */
function scoreTokens(line: LineReading, { table, words, pairs }: Tagger): void {
  const count = line.tokens.length;
  words.read(line, types, hashes, kinds);
  ofLine.fill(0);
  addWeights(table, lineFeature(line), ofLine, 0);
  const { values } = words.vectors;
  const row = (i: number, offset: number): number => {
    const type = i < 0 ? words.start : i >= count ? words.end : (types[i] as number);
    return (type * (2 * OFFSETS + 1) + offset + OFFSETS) * STATES;
  };
  for (let i = 0; i < count; i++) {
    const at = i * STATES;
    const [a, b, c] = [row(i - 2, -2), row(i - 1, -1), row(i, 0)];
    const [d, e] = [row(i + 1, 1), row(i + 2, 2)];
    for (let state = 0; state < STATES; state++)
      scores[at + state] =
        (ofLine[state] as number) +
        (values[a + state] as number) +
        (values[b + state] as number) +
        (values[c + state] as number) +
        (values[d + state] as number) +
        (values[e + state] as number);
  }
  addWeights(table, pairFeature(0, hashes[0] as number, RIGHT), scores, 0);
  if ((kinds[0] as number) >= 0) addWeights(table, kindPairFeature(0, kinds[0] as number, RIGHT), scores, 0);
  const last = count - 1;
  for (let i = 0; i < last; i++) {
    const [left, right] = [hashes[i] as number, hashes[i + 1] as number];
    addWeights(table, pairFeature(left, right, LEFT), scores, i * STATES);
    addWeights(table, pairFeature(left, right, RIGHT), scores, (i + 1) * STATES);
    pairs.add(kinds[i] as number, kinds[i + 1] as number, scores, i * STATES);
  }
  addWeights(table, pairFeature(hashes[last] as number, 0, LEFT), scores, last * STATES);
  if ((kinds[last] as number) >= 0)
    addWeights(table, kindPairFeature(kinds[last] as number, 0, LEFT), scores, last * STATES);
  longNameFeatures(line, (token, hash) => addWeights(table, hash, scores, token * STATES));
}
