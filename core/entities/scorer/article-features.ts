import type { Steps } from '../../text/steps.ts';
import type { LineReading } from '../../lexicon/article.ts';
import type { Token } from '../../text/tokens.ts';
import type { Names } from '../document.ts';
import { wordsOf } from '../mention.ts';
import type { Named } from '../mention.ts';
import { mix } from '../tagger/hash.ts';
import { NAME_LABELS } from '../../labels/entity-labels.ts';
import type { Candidate } from './candidates.ts';
import { binOf, hashOfText, relationOf } from './line-features.ts';
import type { FeatureSlots } from './line-features.ts';
import { numberOf, slotOf } from './model.ts';

/** A line with all its candidates, those that only the article brings among them. */
export interface JudgedLine {
  readonly reading: LineReading;
  /** Ordered by start and end. */
  readonly candidates: readonly Candidate[];
  /** What the line by itself says of each candidate, in log odds, and as a probability. */
  readonly odds: ArrayLike<number>;
  readonly likely: ArrayLike<number>;
  /** By candidate, how sure the name of the article is that is mentioned again there, 0 where none is; null if nowhere. */
  readonly again: readonly number[] | null;
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

/** Whether a label, by its number, is one of names: they come first. */
const isNamed = (label: number): boolean => label <= NAME_LABELS.length;

/** Less likely candidates have no say on other mentions. */
const LEAST = -3;

/** Of candidates that the line thinks so unlikely the article says nothing further. */
const NEGLIGIBLE = -4;

const SUMS = [0.05, 0.3, 0.7, 1.2, 2.2, 4.5];
const PROBABILITIES = [0.01, 0.05, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.95, 0.98];
const ORIGINS = [0.6, 0.75, 0.9, 0.97];

/** Numbers of labels of names, and 0, which is none. */
const LABELS = NAME_LABELS.length + 1;

/** What the lines of an article think of the same words, all mentions taken together. */
interface Votes {
  /** By key, the number of its row. */
  readonly rowOf: ReadonlyMap<string, number>;
  /** How likely some words are of each label: a row of sums by number of the label for each key, one row behind the other. */
  readonly sums: readonly number[];
  /** By candidate of the article, in order: its row, -1 where it has none. */
  readonly rows: readonly number[];
}

/**
 * Judges candidates by what the whole article says, a line a step: hands the features of each to `take`, with the index of
 * its line and its own. All mentions of a name in an article mostly are of one label, so what the lines think of the same
 * words elsewhere counts (Krishnan and Manning 2006, "An effective two-stage model for exploiting non-local dependencies
 * in named entity recognition"), and so does being a shorter form of a person named in full.
 */
export function* articleFeatures(
  lines: readonly JudgedLine[],
  names: Names,
  out: FeatureSlots,
  take: (line: number, index: number) => void,
): Steps<void> {
  const votes = yield* countVotes(lines);
  let at = 0;
  for (let l = 0; l < lines.length; l++) {
    const line = lines[l] as JudgedLine;
    for (let i = 0; i < line.candidates.length; i++) {
      out.length = 0;
      featuresOf(line, i, votes, votes.rows[at++] as number, names, out);
      take(l, i);
    }
    yield;
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

function* countVotes(lines: readonly JudgedLine[]): Steps<Votes> {
  const rowOf = new Map<string, number>();
  const sums: number[] = [];
  const rows: number[] = [];
  let at = 0;
  for (const line of lines) {
    const { candidates, odds, likely } = line;
    for (let i = 0; i < candidates.length; i++, at++) {
      rows[at] = -1;
      const label = numberOf((candidates[i] as Candidate).label);
      if ((odds[i] as number) < LEAST || !isNamed(label)) continue;
      const key = keyOf(line, i);
      let row = rowOf.get(key);
      if (row === undefined) {
        rowOf.set(key, (row = rowOf.size));
        for (let other = 0; other < LABELS; other++) sums[row * LABELS + other] = 0;
      }
      rows[at] = row;
      (sums[row * LABELS + label] as number) += likely[i] as number;
    }
    yield;
  }
  return { rowOf, sums, rows };
}

/** Adds the feature of a kind that says a, b and c. */
function add(out: FeatureSlots, kind: Kind, a = 0, b = 0, c = 0): void {
  if (out.length < out.slots.length)
    out.slots[out.length++] = slotOf(mix(mix(mix(kind * 0x3c6ef35f, a), b), c));
}

function featuresOf(
  line: JudgedLine,
  i: number,
  { rowOf, sums }: Votes,
  ownRow: number,
  names: Names,
  out: FeatureSlots,
): void {
  const { candidates, odds, likely } = line;
  const candidate = candidates[i] as Candidate;
  const label = numberOf(candidate.label);
  const again = againAt(line, i);
  if ((odds[i] as number) < NEGLIGIBLE && again === 0) return;
  const own = likely[i] as number;
  const bin = binOf(own, PROBABILITIES);
  add(out, Kind.Label, label);
  add(out, Kind.Carried, bin);
  add(out, Kind.Source, hashOfText(candidate.source), bin);
  if (!isNamed(label)) return;

  const key = keyOf(line, i);
  const row = ownRow >= 0 ? ownRow : (rowOf.get(key) ?? -1);
  const alike = row < 0 ? 0 : (sums[row * LABELS + label] as number) - (ownRow < 0 ? 0 : own);
  const other = row < 0 ? 0 : othersIn(sums, row, label) - rivalsHere(line, i);
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
  if (again > 0) {
    add(out, Kind.Again, binOf(again, ORIGINS), label);
    add(out, Kind.AgainCarried, binOf(again, ORIGINS), bin);
  }
  const rival = line.again ? knownRival(line, i) : -1;
  if (rival >= 0)
    add(
      out,
      Kind.Rival,
      relationOf(candidates[rival] as Candidate, candidate),
      binOf(againAt(line, rival), ORIGINS),
      bin,
    );
}

const againAt = ({ again }: JudgedLine, i: number): number => (again ? (again[i] as number) : 0);

function othersIn(sums: readonly number[], row: number, label: number): number {
  let others = 0;
  for (let i = 1; i < LABELS; i++) if (i !== label) others += sums[row * LABELS + i] as number;
  return others;
}

/** How likely the same stretch is of other labels: no testimony of other mentions. */
function rivalsHere({ candidates, odds, likely }: JudgedLine, i: number): number {
  const { start, end } = candidates[i] as Candidate;
  let sum = 0;
  const count = (j: number): boolean => {
    const rival = candidates[j];
    if (rival?.start !== start || rival.end !== end) return false;
    if ((odds[j] as number) >= LEAST && isNamed(numberOf(rival.label))) sum += likely[j] as number;
    return true;
  };
  for (let j = i - 1; j >= 0 && count(j); j--);
  for (let j = i + 1; j < candidates.length && count(j); j++);
  return sum;
}

/** The index of a candidate that overlaps this one and is a name of the article again; -1 if there is none. */
function knownRival(line: JudgedLine, i: number): number {
  const { candidates } = line;
  const { start, end } = candidates[i] as Candidate;
  for (let j = i + 1; j < candidates.length; j++) {
    if ((candidates[j] as Candidate).start >= end) break;
    if (againAt(line, j) > 0) return j;
  }
  for (let j = i - 1; j >= 0 && i - j < 8; j--)
    if (againAt(line, j) > 0 && (candidates[j] as Candidate).end > start) return j;
  return -1;
}
