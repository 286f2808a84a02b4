import type { EntityMark } from '../labels/marks.ts';
import type { Article, LineReading, ReadLine } from '../lexicon/article.ts';
import { atOnce } from '../text/steps.ts';
import type { Steps } from '../text/steps.ts';
import { canonicalNames } from './canonical.ts';
import { clubMentions } from './clubs.ts';
import type { EntityCandidate } from './candidate.ts';
import { bracketedNames, mentionsAgain, namesOf } from './document.ts';
import type { Names } from './document.ts';
import type { Alias } from './document.ts';
import { mentionOf, nameOf } from './mention.ts';
import type { Mention } from './mention.ts';
import { RECOGNISERS } from './recognisers.ts';
import { compareCandidates, joinCandidates } from './scorer/candidates.ts';
import type { Candidate } from './scorer/candidates.ts';
import type { JudgedLine } from './scorer/article-features.ts';
import { chooseBest } from './scorer/choose.ts';
import { judgeInArticle, judgeInLine } from './scorer/judge.ts';
import { createScorer, probabilityOf } from './scorer/model.ts';
import type { ScorerModel } from './scorer/model.ts';
import { createTagger, tagLine } from './tagger/tagger.ts';
import type { Tagger } from './tagger/tagger.ts';
import type { Weights } from './weights.ts';

/** What was learnt about entities. Without it the recognisers alone propose, and their own confidence decides. */
export interface EntityModels {
  readonly tagger: Tagger | null;
  readonly scorer: ScorerModel | null;
}

const modelsOf = new WeakMap<Weights, EntityModels>();

/**
 * The models in some weights, read once.
 * @throws Error where a section is damaged
 */
export function createEntityModels(weights: Weights): EntityModels {
  let models = modelsOf.get(weights);
  if (!models)
    modelsOf.set(weights, (models = { tagger: createTagger(weights), scorer: createScorer(weights) }));
  return models;
}

/** What a line by itself may mention, and how likely. Offsets count from the start of the line. */
export interface LineEntities extends JudgedLine {
  /** What it mentions as far as the line tells, without overlaps. */
  readonly chosen: readonly Mention[];
  /** By mention, the ways in which it may be mentioned again, null where not yet worked out: kept with the line. */
  readonly aliases: (readonly Alias[] | null)[];
}

/** The entities of an article; both without overlaps among themselves and with each other, ordered by start. */
export interface FoundEntities {
  readonly entities: readonly EntityMark[];
  /** What is less sure: nothing to build on, but worth a look. */
  readonly weak: readonly EntityMark[];
}

/** Reads a line by itself: the candidates of every recogniser and of the tagger, judged by the line. */
export function findInLine(reading: LineReading, models: EntityModels): LineEntities {
  const { tagger, scorer } = models;
  const proposed: EntityCandidate[] = [];
  for (const recogniser of RECOGNISERS)
    for (const candidate of recogniser.find(reading)) proposed.push(candidate);
  const candidates = joinCandidates(reading, proposed, tagger && scorer ? tagLine(reading, tagger) : []);
  const odds = candidates.map((_, i) => judgeInLine(reading, candidates, i, scorer));
  return chooseInLine(reading, candidates, odds, scorer);
}

/** A line with its candidates and what it says of them, and the choice that follows from it. */
export function chooseInLine(
  reading: LineReading,
  candidates: readonly Candidate[],
  odds: ArrayLike<number>,
  scorer: ScorerModel | null,
): LineEntities {
  const likely = candidates.map((_, i) => probabilityOf(odds[i] as number));
  const line: JudgedLine = {
    reading,
    candidates,
    odds,
    likely,
    again: null,
    keys: candidates.map(() => ''),
    named: candidates.map(() => null),
  };
  const taken = chooseBest(candidates, gainsOf(candidates, likely, scorer));
  const chosen = taken.map((i) => mentionAt(line, i, likely[i] as number));
  return { ...line, chosen, aliases: chosen.map(() => null) };
}

/** The mention that a candidate of a line makes, as sure as `confidence` says. */
const mentionAt = ({ reading, candidates, named }: JudgedLine, i: number, confidence: number): Mention => {
  const candidate = candidates[i] as Candidate;
  return mentionOf(candidate, (named[i] ??= nameOf(candidate, reading)), confidence);
};

/**
 * What is gained by taking a candidate: how much likelier it is right than the threshold, which finds the best F1; by
 * the rules alone its characters, for the longest name wins unless it is much less sure.
 */
const gainsOf = (
  candidates: readonly Candidate[],
  likely: ArrayLike<number>,
  scorer: ScorerModel | null,
): number[] =>
  candidates.map(({ start, end }, i) => {
    const probability = likely[i] as number;
    return scorer ? probability - scorer.threshold : (end - start) * probability ** 2;
  });

/** Below this nothing is suggested, however weakly. */
const WEAKEST = 0.2;

/** What entitiesInSteps finds, at once. */
export const findEntities = (...of: Parameters<typeof entitiesInSteps>): FoundEntities =>
  atOnce(entitiesInSteps(...of));

/**
 * The entities of an article. What its lines may mention is judged once more by what all of it says: names seen in full
 * make further mentions known, and mentions of one name agree. Offsets count from the start of the article; `found[i]`
 * is what `article.lines[i]` has (findInLine), `published` the date of publication, YYYY-MM-DD.
 */
export function* entitiesInSteps(
  article: Article,
  found: readonly LineEntities[],
  published: string | null,
  { scorer }: EntityModels,
): Steps<FoundEntities> {
  const { lines, names } = yield* withFurther(article, found, scorer);
  const likely = yield* judgeInArticle(lines, names, scorer);
  const chosen: Mention[][] = [];
  const weak: Mention[][] = [];
  for (const [l, line] of lines.entries()) {
    const { candidates } = line;
    const own = likely[l] as ArrayLike<number>;
    const toMention = (i: number): Mention => mentionAt(line, i, own[i] as number);
    const taken = chooseBest(candidates, gainsOf(candidates, own, scorer));
    chosen.push(taken.map(toMention));
    weak.push(scorer ? weaklySuggested(candidates, own, taken).map(toMention) : NO_MENTIONS);
    yield;
  }
  return {
    entities: yield* marksOf(article, chosen, published),
    weak: yield* marksOf(article, weak, published),
  };
}

const NO_MENTIONS: Mention[] = [];

/** The likeliest candidates, by index, beside those that were taken. */
function weaklySuggested(
  candidates: readonly Candidate[],
  likely: ArrayLike<number>,
  taken: readonly number[],
): readonly number[] {
  let gains: number[] | null = null;
  let next = 0;
  for (let i = 0; i < candidates.length; i++) {
    const { start, end } = candidates[i] as Candidate;
    while (next < taken.length && (candidates[taken[next] as number] as Candidate).end <= start) next++;
    const other = candidates[taken[next] ?? -1];
    const isBeside = !other || other.start >= end;
    if (isBeside && (likely[i] as number) > WEAKEST)
      (gains ??= candidates.map(() => 0))[i] = (likely[i] as number) - WEAKEST;
  }
  return gains ? chooseBest(candidates, gains) : NONE;
}

const NONE: readonly number[] = [];

/** The lines with what only the article brings: names mentioned again, and clubs in a report on sports. A line a step. */
export function* withFurther(
  article: Article,
  found: readonly LineEntities[],
  scorer: ScorerModel | null,
): Steps<{ lines: JudgedLine[]; names: Names }> {
  const clubs = yield* clubMentions(article);
  const names = yield* namesOf(found);
  const lines: JudgedLine[] = [];
  for (const [l, line] of found.entries()) {
    yield;
    const further = mentionsAgain(line.reading, names);
    further.push(...bracketedNames(line.reading, line.chosen));
    if (clubs) further.push(...(clubs[l] as readonly Candidate[]));
    lines.push(further.length === 0 ? line : withCandidates(line, further, scorer));
  }
  return { lines, names };
}

/** A line with further candidates among its own; what is there already is only known to be mentioned again. */
function withCandidates(line: LineEntities, further: Candidate[], scorer: ScorerModel | null): JudgedLine {
  const { candidates } = line;
  const again = candidates.map(() => 0);
  const fresh: Candidate[] = [];
  let own = 0;
  let last: Candidate | null = null;
  for (const other of further.sort(compareCandidates)) {
    if (last && compareCandidates(last, other) === 0) continue;
    last = other;
    while (own < candidates.length && compareCandidates(candidates[own] as Candidate, other) < 0) own++;
    const same = candidates[own];
    if (same && compareCandidates(same, other) === 0) again[own] = other.again;
    else fresh.push(other);
  }
  const { reading, odds, likely, keys, named } = line;
  const judged = { reading, candidates, odds, likely, again, keys, named };
  return fresh.length === 0 ? judged : withFresh(judged, fresh, scorer);
}

/** A line with candidates among its own that only the article has, ordered likewise. */
function withFresh(line: JudgedLine, fresh: readonly Candidate[], scorer: ScorerModel | null): JudgedLine {
  const candidates = [...line.candidates, ...fresh].sort(compareCandidates);
  /** By candidate, its index in the line by itself, -1 where only the article has it. */
  const origins: number[] = [];
  let own = 0;
  for (const candidate of candidates) origins.push(candidate === line.candidates[own] ? own++ : -1);
  const { reading } = line;
  const odds = origins.map((origin, i) =>
    origin < 0 ? judgeInLine(reading, candidates, i, scorer) : (line.odds[origin] as number),
  );
  return {
    reading,
    candidates,
    odds,
    likely: odds.map(probabilityOf),
    again: origins.map((origin, i) => line.again?.[origin] ?? (candidates[i] as Candidate).again),
    keys: origins.map((origin) => line.keys[origin] ?? ''),
    named: origins.map((origin) => line.named[origin] ?? null),
  };
}

function* marksOf(
  article: Article,
  lines: readonly (readonly Mention[])[],
  published: string | null,
): Steps<EntityMark[]> {
  const canonical = yield* canonicalNames(article, lines);
  const marks: EntityMark[] = [];
  for (const [l, line] of lines.entries()) {
    const offset = (article.lines[l] as ReadLine).start;
    for (const mention of line)
      marks.push({
        family: 'entity',
        label: mention.label,
        start: offset + mention.start,
        end: offset + mention.end,
        canonical: canonical[marks.length] as string,
        value: typeof mention.value === 'function' ? mention.value(published) : mention.value,
        confidence: mention.confidence,
        source: mention.source,
      });
    yield;
  }
  return marks;
}
