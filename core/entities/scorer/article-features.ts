import type { LineReading } from '../../lexicon/article.ts';
import type { EntityLabel } from '../../labels/entity-labels.ts';
import type { Token } from '../../text/tokens.ts';
import type { Names } from '../document.ts';
import { wordsOf } from '../mention.ts';
import type { Named } from '../mention.ts';
import { mix } from '../tagger/hash.ts';
import { NAME_LABELS } from '../../labels/entity-labels.ts';
import type { Candidate } from './candidates.ts';
import { binOf, hashOfText, relationOf } from './line-features.ts';
import type { FeatureSlots } from './line-features.ts';
import { numberOf, probabilityOf, slotOf } from './model.ts';

/** A line with all its candidates, those that only the article brings among them. */
export interface JudgedLine {
  readonly reading: LineReading;
  /** Ordered by start and end. */
  readonly candidates: readonly Candidate[];
  /** What the line by itself says of each candidate, in log odds. */
  readonly odds: ArrayLike<number>;
  /** By candidate, its words joined by blanks, "" where not yet worked out: kept with the line. */
  readonly keys: string[];
  /** By candidate, what it is called, null where not yet worked out. */
  readonly named: (Named | null)[];
}

/** Kinds of features of the article; those of the line have smaller numbers. */
const enum Kind {
  Label = 64,
  Carried,
  Same,
  Other,
  SameOther,
  SameCarried,
  OtherCarried,
  Known,
  KnownOrigin,
  Again,
  AgainCarried,
  Rival,
  Source,
}

const NAMED: ReadonlySet<EntityLabel> = new Set<EntityLabel>(NAME_LABELS);

/** Less likely candidates have no say on other mentions. */
const LEAST = -3;

/** Of candidates that the line thinks so unlikely the article says nothing further. */
const NEGLIGIBLE = -4;

const SUMS = [0.05, 0.3, 0.7, 1.2, 2.2, 4.5];
const PROBABILITIES = [0.01, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.98];
const ORIGINS = [0.6, 0.75, 0.9, 0.97];

const LABELS = 24;

/** How likely, all mentions taken together, some words are of each label: by number of the label. */
type Votes = Float64Array;

/**
 * Judges candidates by what the whole article says: hands the features of each to `take`, with the index of its line and
 * its own. All mentions of a name in an article mostly are of one label, so what the lines think of the same words
 * elsewhere counts (Krishnan and Manning 2006, "An effective two-stage model for exploiting non-local dependencies in
 * named entity recognition"), and so does being a shorter form of a person named in full.
 */
export function articleFeatures(
  lines: readonly JudgedLine[],
  names: Names,
  out: FeatureSlots,
  take: (line: number, index: number) => void,
): void {
  const votes = countVotes(lines);
  for (let l = 0; l < lines.length; l++) {
    const line = lines[l] as JudgedLine;
    for (let i = 0; i < line.candidates.length; i++) {
      out.length = 0;
      featuresOf(line, i, votes, names, out);
      take(l, i);
    }
  }
}

function keyOf({ keys, candidates, reading }: JudgedLine, i: number): string {
  const known = keys[i];
  if (known) return known;
  const candidate = candidates[i] as Candidate;
  const { first, last, start } = candidate;
  const token = reading.tokens[first] as Token;
  const alone = first === last && start <= token.start && token.kind !== 'mark';
  return (keys[i] = alone ? token.folded : wordsOf(candidate, reading).join(' '));
}

function countVotes(lines: readonly JudgedLine[]): ReadonlyMap<string, Votes> {
  const votes = new Map<string, Votes>();
  for (const line of lines)
    for (let i = 0; i < line.candidates.length; i++) {
      const { label } = line.candidates[i] as Candidate;
      const odds = line.odds[i] as number;
      if (odds < LEAST || !NAMED.has(label)) continue;
      const key = keyOf(line, i);
      let sums = votes.get(key);
      if (!sums) votes.set(key, (sums = new Float64Array(LABELS)));
      (sums[numberOf(label)] as number) += probabilityOf(odds);
    }
  return votes;
}

/** Adds the feature of a kind that says a, b and c. */
function add(out: FeatureSlots, kind: Kind, a = 0, b = 0, c = 0): void {
  if (out.length < out.slots.length)
    out.slots[out.length++] = slotOf(mix(mix(mix(kind * 0x3c6ef35f, a), b), c));
}

function featuresOf(
  line: JudgedLine,
  i: number,
  votes: ReadonlyMap<string, Votes>,
  names: Names,
  out: FeatureSlots,
): void {
  const { candidates, odds } = line;
  const candidate = candidates[i] as Candidate;
  const label = numberOf(candidate.label);
  if ((odds[i] as number) < NEGLIGIBLE && candidate.again === 0) return;
  const own = probabilityOf(odds[i] as number);
  const bin = binOf(own, PROBABILITIES);
  add(out, Kind.Label, label);
  add(out, Kind.Carried, bin);
  add(out, Kind.Source, hashOfText(candidate.source), bin);
  if (!NAMED.has(candidate.label)) return;

  const key = keyOf(line, i);
  const sums = votes.get(key);
  const alike = sums ? sums[label]! - ((odds[i] as number) < LEAST ? 0 : own) : 0;
  const other = sums ? othersIn(sums, label) - rivalsHere(line, i) : 0;
  const same = binOf(alike, SUMS);
  const different = binOf(other, SUMS);
  add(out, Kind.Same, same, label);
  add(out, Kind.Other, different, label);
  add(out, Kind.SameOther, same, different);
  add(out, Kind.SameCarried, same, bin);
  add(out, Kind.OtherCarried, different, bin);

  const alias = names.byWords.get(key);
  if (alias && alias.part !== 'whole') {
    const relation = alias.label === candidate.label ? 1 : 2;
    const part = alias.part === 'end' ? 1 : 2;
    add(out, Kind.Known, relation, part, label);
    add(out, Kind.KnownOrigin, relation * 4 + part, binOf(alias.origin, ORIGINS), bin);
  }
  if (candidate.again > 0) {
    add(out, Kind.Again, binOf(candidate.again, ORIGINS), label);
    add(out, Kind.AgainCarried, binOf(candidate.again, ORIGINS), bin);
  }
  const rival = knownRival(line, i);
  if (rival) add(out, Kind.Rival, relationOf(rival, candidate), binOf(rival.again, ORIGINS), bin);
}

function othersIn(sums: Votes, label: number): number {
  let others = 0;
  for (let i = 0; i < sums.length; i++) if (i !== label) others += sums[i] as number;
  return others;
}

/** How likely the same stretch is of other labels: no testimony of other mentions. */
function rivalsHere({ candidates, odds }: JudgedLine, i: number): number {
  const { start, end } = candidates[i] as Candidate;
  let sum = 0;
  const count = (j: number): boolean => {
    const rival = candidates[j];
    if (rival?.start !== start || rival.end !== end) return false;
    if ((odds[j] as number) >= LEAST && NAMED.has(rival.label)) sum += probabilityOf(odds[j] as number);
    return true;
  };
  for (let j = i - 1; j >= 0 && count(j); j--);
  for (let j = i + 1; j < candidates.length && count(j); j++);
  return sum;
}

/** A candidate that overlaps this one and is a name of the article again. */
function knownRival({ candidates }: JudgedLine, i: number): Candidate | null {
  const { start, end } = candidates[i] as Candidate;
  for (let j = i + 1; j < candidates.length; j++) {
    const rival = candidates[j] as Candidate;
    if (rival.start >= end) break;
    if (rival.again > 0) return rival;
  }
  for (let j = i - 1; j >= 0 && i - j < 8; j--) {
    const rival = candidates[j] as Candidate;
    if (rival.again > 0 && rival.end > start) return rival;
  }
  return null;
}
