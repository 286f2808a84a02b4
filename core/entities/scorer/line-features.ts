import type { LineReading } from '../../lexicon/article.ts';
import type { Token } from '../../text/tokens.ts';
import { viewLine } from '../line-view.ts';
import type { LineView } from '../line-view.ts';
import { mix, mixText } from '../tagger/hash.ts';
import type { Candidate } from './candidates.ts';
import { TAGGER_SOURCE } from './candidates.ts';
import { numberOf, slotOf } from './model.ts';

/** Slots of features; filled, read, and filled anew. */
export interface FeatureSlots {
  length: number;
  readonly slots: Int32Array;
}

export const createFeatureSlots = (): FeatureSlots => ({ length: 0, slots: new Int32Array(96) });

/** Kinds of features: each has hashes of its own. */
const enum Kind {
  Bias = 1,
  Label,
  Source,
  SourceLabel,
  Confidence,
  SourceTagged,
  LabelTagged,
  Proposals,
  Length,
  LengthSource,
  RuleRival,
  RuleRivalLabels,
  RuleRivalTagged,
  TaggerRival,
  TaggedAndRival,
  Line,
  FirstInLine,
  Quoted,
  Word,
  WordSource,
  Before,
  Particles,
  LastInLine,
}

/** How a rival lies to a candidate. */
const enum Relation {
  None,
  SameStretch,
  Holds,
  Within,
  Crosses,
}

export const relationOf = (rival: Candidate, { start, end }: Candidate): Relation => {
  if (rival.start === start && rival.end === end) return Relation.SameStretch;
  if (rival.start <= start && rival.end >= end) return Relation.Holds;
  return rival.start >= start && rival.end <= end ? Relation.Within : Relation.Crosses;
};

/** Bounds of the bins of a probability; fine at both ends. */
const PROBABILITIES = [0.001, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.87, 0.92, 0.96, 0.98, 0.99];
const COARSE = [0.001, 0.1, 0.3, 0.5, 0.7, 0.9, 0.97];

export const binOf = (value: number, bounds: readonly number[]): number => {
  let bin = 0;
  while (bin < bounds.length && value >= (bounds[bin] as number)) bin++;
  return bin;
};

/** What speaks for a proposal of the recognisers among its rivals: its characters, and how sure they are of it. */
const weightOf = ({ start, end, confidence }: Candidate): number => (end - start) * confidence ** 2;

const hashes = new Map<string, number>();

/** The hash of a source or of a list: there are some dozens. */
export function hashOfText(text: string): number {
  let hash = hashes.get(text);
  if (hash === undefined) hashes.set(text, (hash = mixText(0x51ed270b, text)));
  return hash;
}

/**
 * Fills in the features of a candidate of a line: what it is, the candidates that overlap it, the words beside it, and
 * the line's shape. The candidates are ordered by start.
 */
export function lineFeatures(
  line: LineReading,
  candidates: readonly Candidate[],
  i: number,
  out: FeatureSlots,
): void {
  findRivals(candidates, i);
  out.length = 0;
  featuresOf(viewLine(line), shapeOf(line), candidates[i] as Candidate, out);
}

/** The strongest rivals of the candidate in question. */
let ruleRival: Candidate | null = null;
let taggerRival: Candidate | null = null;

/** Looks for the heaviest proposal and the likeliest span of the tagger among the candidates that overlap one. */
function findRivals(candidates: readonly Candidate[], i: number): void {
  const candidate = candidates[i] as Candidate;
  ruleRival = taggerRival = null;
  for (let j = i + 1; j < candidates.length; j++) {
    const rival = candidates[j] as Candidate;
    if (rival.start >= candidate.end) break;
    weigh(rival);
  }
  // Names are short: what began long before has ended.
  for (let j = i - 1; j >= 0 && i - j <= FARTHEST; j--) {
    const rival = candidates[j] as Candidate;
    if (rival.end > candidate.start) weigh(rival);
  }
}

const FARTHEST = 24;

function weigh(rival: Candidate): void {
  if (rival.proposals > 0 && (!ruleRival || weightOf(rival) > weightOf(ruleRival))) ruleRival = rival;
  if (rival.tagged > (taggerRival?.tagged ?? 0)) taggerRival = rival;
}

/** Adds the feature of a kind that says a, b and c. */
function add(out: FeatureSlots, kind: Kind, a = 0, b = 0, c = 0): void {
  if (out.length < out.slots.length)
    out.slots[out.length++] = slotOf(mix(mix(mix(kind * 0x3c6ef35f, a), b), c));
}

function featuresOf(view: LineView, shape: number, candidate: Candidate, out: FeatureSlots): void {
  const { tokens } = view;
  const { first, last, start, end, confidence, proposals, tagged, source } = candidate;
  const label = numberOf(candidate.label);
  const from = hashOfText(source);
  const probable = binOf(tagged, PROBABILITIES);
  const coarse = binOf(tagged, COARSE);
  const length = Math.min(last - first + 1, 6);

  add(out, Kind.Bias);
  add(out, Kind.Label, label);
  add(out, Kind.Source, from);
  add(out, Kind.SourceLabel, from, label);
  if (source !== TAGGER_SOURCE) add(out, Kind.Confidence, from, label, Math.round(confidence * 20));
  add(out, Kind.SourceTagged, from, probable);
  add(out, Kind.LabelTagged, label, probable);
  add(out, Kind.Proposals, Math.min(proposals, 3), label);
  add(out, Kind.Length, length, label);
  add(out, Kind.LengthSource, length, from);

  if (ruleRival) {
    const relation = relationOf(ruleRival, candidate);
    const heavier = proposals > 0 && weightOf(candidate) > weightOf(ruleRival) ? 1 : 0;
    add(out, Kind.RuleRival, relation, heavier, label);
    add(out, Kind.RuleRivalLabels, relation, label, numberOf(ruleRival.label));
    add(out, Kind.RuleRivalTagged, relation * 2 + heavier, coarse, Math.min(proposals, 1));
  } else {
    add(out, Kind.RuleRival, Relation.None, 0, label);
    add(out, Kind.RuleRivalTagged, Relation.None, coarse, Math.min(proposals, 1));
  }
  const relation = taggerRival ? relationOf(taggerRival, candidate) : Relation.None;
  const rival = binOf(taggerRival?.tagged ?? 0, COARSE);
  add(out, Kind.TaggerRival, relation, rival, label);
  add(out, Kind.TaggedAndRival, coarse, rival, Math.min(proposals, 1));

  add(out, Kind.Line, shape, label);
  if (first === 0) add(out, Kind.FirstInLine, label, from);
  if (last === tokens.length - 1) add(out, Kind.LastInLine, label, shape);
  add(out, Kind.Quoted, isMark(tokens[first - 1]) * 2 + isMark(tokens[last + 1]), label);
  const usage = view.isFrequent(first) ? 3 : view.isOrdinary(first) ? 2 : view.isUnknown(first) ? 1 : 0;
  add(out, Kind.Word, usage, label, length === 1 ? 1 : 0);
  add(out, Kind.WordSource, usage, from, length === 1 ? 1 : 0);
  const particles = start > (tokens[first] as Token).start ? 1 : 0;
  add(out, Kind.Particles, particles, label, usage);
  if (end < (tokens[last] as Token).end) add(out, Kind.Particles, 2, label);
  for (const match of view.at(first - 1))
    if (match.last === first - 1)
      for (const { list } of match.entries) add(out, Kind.Before, hashOfText(list), label);
}

/** Quotation marks and brackets 2, other marks 1, words and nothing 0. */
const isMark = (token: Token | undefined): number =>
  token?.kind !== 'mark' ? 0 : '"«»“”()\'‘’'.includes(token.text) ? 2 : 1;

/** The shape of a line: how long it is, and whether it ends like a sentence. */
function shapeOf({ tokens }: LineReading): number {
  const count = tokens.length;
  const ends = '.!؟?:؛'.includes(tokens.at(-1)?.text ?? ' ') ? 1 : 0;
  return (count < 4 ? 0 : count < 9 ? 1 : count < 16 ? 2 : count < 40 ? 3 : 4) * 2 + ends;
}
