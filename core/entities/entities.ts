import type { EntityMark } from '../labels/marks.ts';
import type { Article, LineReading, ReadLine } from '../lexicon/article.ts';
import { canonicalNames } from './canonical.ts';
import { clubMentions } from './clubs.ts';
import { bracketedNames, mentionsAgain, namesOf } from './document.ts';
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
  const proposed = RECOGNISERS.flatMap((recogniser) => recogniser.find(reading));
  const candidates = joinCandidates(reading, proposed, tagger && scorer ? tagLine(reading, tagger) : []);
  const odds = Float64Array.from(candidates, (_, i) => judgeInLine(reading, candidates, i, scorer));
  return chooseInLine(reading, candidates, odds, scorer);
}

/** A line with its candidates and what it says of them, and the choice that follows from it. */
export function chooseInLine(
  reading: LineReading,
  candidates: readonly Candidate[],
  odds: Float64Array,
  scorer: ScorerModel | null,
): LineEntities {
  const likely = odds.map(probabilityOf);
  const line = {
    reading,
    candidates,
    odds,
    keys: candidates.map(() => ''),
    named: candidates.map(() => null),
  };
  const taken = chooseBest(candidates, gainsOf(candidates, likely, scorer));
  return { ...line, chosen: taken.map((i) => mentionAt(line, i, likely[i] as number)) };
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
function gainsOf(
  candidates: readonly Candidate[],
  likely: Float64Array,
  scorer: ScorerModel | null,
): Float64Array {
  return likely.map((probability, i) => {
    const { start, end } = candidates[i] as Candidate;
    return scorer ? probability - scorer.threshold : (end - start) * probability ** 2;
  });
}

/** Below this nothing is suggested, however weakly. */
const WEAKEST = 0.2;

/**
 * The entities of an article. What its lines may mention is judged once more by what all of it says: names seen in full
 * make further mentions known, and mentions of one name agree. Offsets count from the start of the article; `found[i]`
 * is what `article.lines[i]` has (findInLine), `published` the date of publication, YYYY-MM-DD.
 */
export function findEntities(
  article: Article,
  found: readonly LineEntities[],
  published: string | null,
  { scorer }: EntityModels,
): FoundEntities {
  const { lines, names } = withFurther(article, found, scorer);
  const likely = judgeInArticle(lines, names, scorer);
  const chosen: Mention[][] = [];
  const weak: Mention[][] = [];
  for (const [l, line] of lines.entries()) {
    const { candidates } = line;
    const own = likely[l] as Float64Array;
    const toMention = (i: number): Mention => mentionAt(line, i, own[i] as number);
    const taken = chooseBest(candidates, gainsOf(candidates, own, scorer));
    chosen.push(taken.map(toMention));
    weak.push(scorer ? weaklySuggested(candidates, own, taken).map(toMention) : []);
  }
  return { entities: marksOf(article, chosen, published), weak: marksOf(article, weak, published) };
}

/** The likeliest candidates, by index, beside those that were taken. */
function weaklySuggested(
  candidates: readonly Candidate[],
  likely: Float64Array,
  taken: readonly number[],
): number[] {
  const gains = likely.map((probability) => probability - WEAKEST);
  let next = 0;
  for (const i of taken) gains[i] = 0;
  for (let i = 0; i < candidates.length; i++) {
    const { start, end } = candidates[i] as Candidate;
    while (next < taken.length && (candidates[taken[next] as number] as Candidate).end <= start) next++;
    const other = candidates[taken[next] ?? -1];
    if (other && other.start < end) gains[i] = 0;
  }
  return chooseBest(candidates, gains);
}

/** The lines with what only the article brings: names mentioned again, and clubs in a report on sports. */
export function withFurther(article: Article, found: readonly LineEntities[], scorer: ScorerModel | null) {
  const clubs = clubMentions(article);
  const names = namesOf(
    found.flatMap(({ chosen, reading }) => chosen.map((mention) => ({ mention, line: reading }))),
  );
  const lines = found.map((line, l): JudgedLine => {
    const further = [
      ...mentionsAgain(line.reading, names),
      ...bracketedNames(line.reading, line.chosen),
      ...(clubs?.[l] ?? []),
    ];
    return further.length === 0 ? line : withCandidates(line, further, scorer);
  });
  return { lines, names };
}

/** A line with further candidates among its own; what is there already is only known to be mentioned again. */
function withCandidates(
  line: LineEntities,
  further: readonly Candidate[],
  scorer: ScorerModel | null,
): JudgedLine {
  const { reading } = line;
  const candidates: Candidate[] = [];
  /** By candidate, its index in the line by itself, -1 where only the article has it. */
  const origins: number[] = [];
  let own = 0;
  const takeOwnBefore = (other: Candidate | null): void => {
    for (; own < line.candidates.length; own++) {
      const candidate = line.candidates[own] as Candidate;
      if (other && compareCandidates(candidate, other) >= 0) return;
      candidates.push(candidate);
      origins.push(own);
    }
  };
  for (const other of further.toSorted(compareCandidates)) {
    takeOwnBefore(other);
    const same = line.candidates[own];
    const last = candidates.at(-1);
    if (same && compareCandidates(same, other) === 0) {
      candidates.push({ ...same, again: other.again });
      origins.push(own++);
    } else if (!last || compareCandidates(last, other) !== 0) {
      candidates.push(other);
      origins.push(-1);
    }
  }
  takeOwnBefore(null);
  return {
    reading,
    candidates,
    odds: Float64Array.from(origins, (origin, i) =>
      origin < 0 ? judgeInLine(reading, candidates, i, scorer) : (line.odds[origin] as number),
    ),
    keys: origins.map((origin) => line.keys[origin] ?? ''),
    named: origins.map((origin) => line.named[origin] ?? null),
  };
}

function marksOf(
  article: Article,
  lines: readonly (readonly Mention[])[],
  published: string | null,
): EntityMark[] {
  const canonical = canonicalNames(article, lines);
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
  }
  return marks;
}
