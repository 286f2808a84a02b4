import type { JudgedLine } from '../../core/entities/scorer/article-features.ts';
import { chooseBest } from '../../core/entities/scorer/choose.ts';
import { probabilityOf, SLOTS } from '../../core/entities/scorer/model.ts';
import type { ScorerModel } from '../../core/entities/scorer/model.ts';
import type { Judged } from '../evaluate/calibration.ts';
import { articleExamples, furtherOf, lineExamples } from './examples.ts';
import type { Example, ReadDocument } from './examples.ts';
import { FOLDS } from './folds.ts';
import { fitLogistic } from './logistic.ts';
import type { Logistic } from './logistic.ts';

/**
 * How much a candidate counts by where it is from. On what the rules were worked out on they are better than elsewhere, and
 * the lists know more of the raw news, from which they took names, than of other outlets.
 */
const TRUST = { dev: 0.15, 'held-out': 1, news: 0.3 } as const;

/** How much large weights cost, from the line and from the article. */
const LINE_PENALTY = 10;
const ARTICLE_PENALTY = 10;

/** Where the choice in a line falls before the best threshold is known. */
const FIRST_THRESHOLD = 0.4;

/** What was found in a document by models that learnt nothing from its house. */
export interface Trial {
  readonly set: ReadDocument['document']['set'];
  readonly chosen: readonly ChosenMark[];
  readonly weak: readonly Judged[];
  readonly gold: readonly string[];
}

interface ChosenMark extends Judged {
  readonly label: string;
  readonly span: string;
}

/** A scorer, and how it does where it learnt nothing. */
export interface FittedScorer {
  readonly model: ScorerModel;
  readonly trials: readonly Trial[];
}

/**
 * Learns the scorer: by folds, so that what the second model learns of the first is what it is worth on houses that the
 * first did not learn from, and the threshold likewise.
 * @param documents each read by a tagger that did not learn from its fold
 */
export function fitScorer(documents: readonly ReadDocument[]): FittedScorer {
  const folds = Array.from({ length: FOLDS }, (_, fold) => fold);
  const other = (fold: number) => (_: unknown, d: number) => documents[d]?.fold !== fold;

  const own = documents.map((document) => lineExamples(document, document.candidates));
  const first = folds.map((fold) => fit(documents, own, other(fold), LINE_PENALTY, false));
  const further = documents.map((document, d) => {
    const line = first[document.fold] as Logistic;
    const model = {
      line: Float32Array.from(line.weights),
      article: EMPTY,
      carried: 1,
      threshold: FIRST_THRESHOLD,
    };
    return furtherOf(document, oddsOf(own[d] as Example[][], line), model);
  });

  const joined = documents.map((document, d) =>
    lineExamples(
      document,
      (further[d] as (typeof further)[number]).lines.map(({ candidates }) => candidates),
    ),
  );
  const lines = folds.map((fold) => fit(documents, joined, other(fold), LINE_PENALTY, false));
  const judged = documents.map((document, d): JudgedLine[] => {
    const odds = oddsOf(joined[d] as Example[][], lines[document.fold] as Logistic);
    return (further[d] as (typeof further)[number]).lines.map((line, l) => ({
      ...line,
      odds: odds[l] as Float64Array,
    }));
  });

  const whole = documents.map((document, d) =>
    articleExamples(document, judged[d] as JudgedLine[], (further[d] as (typeof further)[number]).names),
  );
  const articles = folds.map((fold) => fit(documents, whole, other(fold), ARTICLE_PENALTY, true));
  const likely = documents.map((document, d) =>
    oddsOf(whole[d] as Example[][], articles[document.fold] as Logistic).map((odds) =>
      odds.map(probabilityOf),
    ),
  );
  const threshold = bestThreshold(documents, judged, whole, likely);
  const line = fit(documents, joined, () => true, LINE_PENALTY, false);
  const article = fit(documents, whole, () => true, ARTICLE_PENALTY, true);
  return {
    model: {
      line: Float32Array.from(line.weights),
      article: Float32Array.from(article.weights),
      carried: article.carried,
      threshold,
    },
    trials: documents.map((document, d) =>
      trialOf(
        document,
        judged[d] as JudgedLine[],
        whole[d] as Example[][],
        likely[d] as Float64Array[],
        threshold,
      ),
    ),
  };
}

const EMPTY = new Float32Array(SLOTS);

/** Fits one logistic model to the examples of the documents that are chosen. */
function fit(
  documents: readonly ReadDocument[],
  examples: readonly Example[][][],
  chosen: (document: unknown, d: number) => boolean,
  penalty: number,
  carries: boolean,
): Logistic {
  const all: Example[] = [];
  const weights: number[] = [];
  for (const [d, { document }] of documents.entries())
    if (chosen(document, d))
      for (const line of examples[d] ?? [])
        for (const one of line) {
          all.push(one);
          weights.push(TRUST[document.set]);
        }
  const starts = new Int32Array(all.length + 1);
  for (const [i, { slots }] of all.entries()) starts[i + 1] = (starts[i] as number) + slots.length;
  const slots = new Int32Array(starts[all.length] as number);
  for (const [i, one] of all.entries()) slots.set(one.slots, starts[i] as number);
  return fitLogistic(
    {
      starts,
      slots,
      carried: carries ? Float64Array.from(all, ({ odds }) => odds) : null,
      right: Uint8Array.from(all, ({ right }) => (right ? 1 : 0)),
      weights: Float64Array.from(weights),
    },
    SLOTS,
    penalty,
  );
}

/** By line, what a model says of each example, in log odds. */
const oddsOf = (lines: readonly Example[][], { weights, carried }: Logistic): Float64Array[] =>
  lines.map((line) =>
    Float64Array.from(line, ({ slots, odds }) => {
      let sum = carried * odds;
      for (const slot of slots) sum += weights[slot] as number;
      return sum;
    }),
  );

/** The threshold with the best F1 on documents that the rules were not worked out on. */
function bestThreshold(
  documents: readonly ReadDocument[],
  judged: readonly JudgedLine[][],
  examples: readonly Example[][][],
  likely: readonly Float64Array[][],
): number {
  let best = 0;
  let bestF1 = -1;
  for (let threshold = 0.25; threshold < 0.6; threshold += 0.01) {
    let right = 0;
    let found = 0;
    let gold = 0;
    for (const [d, document] of documents.entries()) {
      if (document.document.set === 'dev') continue;
      const trial = trialOf(
        document,
        judged[d] as JudgedLine[],
        examples[d] as Example[][],
        likely[d] as Float64Array[],
        threshold,
      );
      right += trial.chosen.filter((mark) => mark.right).length;
      found += trial.chosen.length;
      gold += trial.gold.length;
    }
    const f1 = (2 * right) / (found + gold);
    if (f1 > bestF1) [best, bestF1] = [threshold, f1];
  }
  return best;
}

function trialOf(
  { document, gold }: ReadDocument,
  judged: readonly JudgedLine[],
  examples: readonly Example[][],
  likely: readonly Float64Array[],
  threshold: number,
): Trial {
  const chosen: ChosenMark[] = [];
  const weak: Judged[] = [];
  for (const [l, { candidates }] of judged.entries()) {
    const own = likely[l] as Float64Array;
    const taken = new Set(
      chooseBest(
        candidates,
        own.map((probability) => probability - threshold),
      ),
    );
    for (const [i, { label, start, end }] of candidates.entries()) {
      const mark = { confidence: own[i] as number, right: examples[l]?.[i]?.right === true };
      if (taken.has(i)) chosen.push({ ...mark, label, span: `${l} ${start} ${end}` });
      else weak.push(mark);
    }
  }
  return {
    set: document.set,
    chosen,
    weak,
    gold: gold.flatMap((line, l) => Array.from(line, (key) => `${l} ${key}`)),
  };
}
