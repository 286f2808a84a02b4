import { boilerplateInSteps, lookAtLine } from '../boilerplate/boilerplate.ts';
import type { LineLook } from '../boilerplate/boilerplate.ts';
import type { Recurrence } from '../boilerplate/recurrence/line-counts.ts';
import { createEntityModels, entitiesInSteps, findInLine } from '../entities/entities.ts';
import type { EntityModels, LineEntities } from '../entities/entities.ts';
import type { Weights } from '../entities/weights.ts';
import type { LineClass } from '../labels/line-classes.ts';
import type { BoilerplateMark, EntityMark, QuotationMark } from '../labels/marks.ts';
import type { Problem } from '../labels/problems.ts';
import { readLine } from '../lexicon/article.ts';
import type { Article, LineReading } from '../lexicon/article.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { quotationsInSteps } from '../quotations/quotations.ts';
import { splitLines } from '../text/lines.ts';
import { atOnce } from '../text/steps.ts';
import type { Steps } from '../text/steps.ts';
import { createGenerationCache } from './generation-cache.ts';
import { findTextProblems } from './text-problems.ts';

/** All that the engine says of an article. Offsets are UTF-16 code units from the start of the text. */
export interface Analysis {
  readonly article: Article;
  /** The class of each line, by index into `article.lines`; null for blank lines. */
  readonly classes: readonly (LineClass | null)[];
  /** The date of publication, YYYY-MM-DD, or null where the article does not tell. */
  readonly published: string | null;
  readonly entities: readonly EntityMark[];
  /** Entities that are less sure: nothing to build on, but worth a look. They overlap neither those nor each other. */
  readonly weak: readonly EntityMark[];
  readonly quotations: readonly QuotationMark[];
  readonly boilerplate: readonly BoilerplateMark[];
  readonly problems: readonly Problem[];
}

interface LineAnalysis {
  readonly reading: LineReading;
  readonly entities: LineEntities;
  readonly look: LineLook | null;
  readonly problems: readonly Problem[];
}

/** Analyses articles; what it found in a line it remembers, so that an edit costs its own paragraph. */
export interface Analyser {
  readonly lexicon: Lexicon;
  /**
   * Never throws, on any text. The result depends on the text and on `recurrence`, which tells of the lines of the
   * folder's other files, not on what was analysed before.
   */
  readonly analyse: (text: string, recurrence?: Recurrence) => Analysis;
  /** The same for a few lines of an article by themselves, such as have just been edited. */
  readonly analysePart: (text: string) => Analysis;
  /**
   * analyse() in steps, so that a caller with other things to do can stop in between or altogether: a line a step in
   * every stage that goes through them. `recurrence` is asked for when the lines have been read.
   */
  readonly analyseInSteps: (text: string, recurrence: () => Recurrence | undefined) => Steps<Analysis>;
  /**
   * The same for an article that is looked at once: none of its lines is remembered, and those that are stay so. Over
   * thousands of articles it takes half the memory: what dies at once is swept up at once.
   */
  readonly analyseOnceInSteps: (text: string, recurrence: () => Recurrence | undefined) => Steps<Analysis>;
}

/** Code units of line text whose analysis is kept, some hundred articles: a unit takes about a hundred bytes. */
const CACHE_SIZE = 500_000;

/** An analyser over a lexicon and what was learnt; without weights the rules decide alone. */
export const createAnalyser = (lexicon: Lexicon, weights: Weights = new Map()): Analyser =>
  createAnalyserOf(lexicon, createEntityModels(weights));

/**
 * An analyser over models that others may share; it remembers no lines yet.
 * @public measurements make many
 */
export function createAnalyserOf(lexicon: Lexicon, models: EntityModels): Analyser {
  const cache = createGenerationCache<LineAnalysis>(CACHE_SIZE);
  const analyseLine = (text: string): LineAnalysis => {
    const reading = readLine(text, lexicon);
    return {
      reading,
      entities: findInLine(reading, models),
      look: lookAtLine(reading),
      problems: findTextProblems(reading),
    };
  };
  const readCached = (line: string): LineAnalysis => cache.get(line, analyseLine);
  return {
    lexicon,
    analyse(text, recurrence) {
      cache.makeRoom(text.length);
      return atOnce(analyseArticle(text, readCached, models, () => recurrence));
    },
    // Room is made for whole articles alone: those who go on with one find what is remembered of it.
    analysePart: (text) => atOnce(analyseArticle(text, readCached, models, () => undefined)),
    analyseInSteps(text, recurrence) {
      cache.makeRoom(text.length);
      return analyseArticle(text, readCached, models, recurrence);
    },
    analyseOnceInSteps: (text, recurrence) => analyseArticle(text, analyseLine, models, recurrence),
  };
}

function* analyseArticle(
  text: string,
  analyseLine: (line: string) => LineAnalysis,
  models: EntityModels,
  recurrence: () => Recurrence | undefined,
): Steps<Analysis> {
  const lines = splitLines(text);
  const found: LineAnalysis[] = [];
  for (const line of lines) {
    found.push(analyseLine(line.text));
    yield;
  }
  const article: Article = {
    text,
    lines: lines.map((line, i) => ({ ...line, reading: (found[i] as LineAnalysis).reading })),
  };
  const { classes, marks, published } = yield* boilerplateInSteps(
    article,
    found.map(({ look }) => look),
    recurrence(),
  );
  yield;
  const { entities, weak } = yield* entitiesInSteps(
    article,
    found.map((line) => line.entities),
    published,
    models,
  );
  yield;
  const { quotations, problems } = yield* quotationsInSteps(article, classes, entities);
  yield;
  const textProblems: Problem[] = [];
  for (const [i, line] of found.entries()) {
    for (const problem of line.problems) textProblems.push(shiftProblem(problem, lines[i]?.start ?? 0));
    yield;
  }
  return {
    article,
    classes,
    published,
    entities,
    weak,
    quotations,
    boilerplate: marks,
    problems: [...problems, ...textProblems].sort((a, b) => a.start - b.start || a.end - b.end),
  };
}

const shiftProblem = (problem: Problem, offset: number): Problem => ({
  ...problem,
  start: problem.start + offset,
  end: problem.end + offset,
  fixes: problem.fixes.map((fix) => ({
    ...fix,
    edits: fix.edits.map((edit) => ({ ...edit, start: edit.start + offset, end: edit.end + offset })),
  })),
});
