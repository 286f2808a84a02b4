import type { LineReading } from '../../lexicon/article.ts';
import type { Steps } from '../../text/steps.ts';
import type { Names } from '../document.ts';
import { articleFeatures } from './article-features.ts';
import type { JudgedLine } from './article-features.ts';
import type { Candidate } from './candidates.ts';
import { createFeatureSlots, lineFeatures } from './line-features.ts';
import { probabilityOf } from './model.ts';
import type { ScorerModel } from './model.ts';

const out = createFeatureSlots();

/** What a line by itself says of one of its candidates, in log odds; without a model, what its maker says. */
export function judgeInLine(
  line: LineReading,
  candidates: readonly Candidate[],
  i: number,
  model: ScorerModel | null,
): number {
  if (!model) return logOddsOf((candidates[i] as Candidate).confidence);
  lineFeatures(line, candidates, i, out);
  return sumOf(model.line);
}

/** What the article says of the candidates of its lines: by line, by candidate, how likely each is right. A line a step. */
export function* judgeInArticle(
  lines: readonly JudgedLine[],
  names: Names,
  model: ScorerModel | null,
): Steps<readonly ArrayLike<number>[]> {
  if (!model) return lines.map(({ likely }) => likely);
  const { article, carried } = model;
  const judged = lines.map((): number[] => []);
  yield* articleFeatures(lines, names, out, (line, i) => {
    const odds = (lines[line] as JudgedLine).odds[i] as number;
    (judged[line] as number[]).push(probabilityOf(carried * odds + sumOf(article)));
  });
  return judged;
}

function sumOf(weights: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < out.length; k++) sum += weights[out.slots[k] as number] as number;
  return sum;
}

const logOddsOf = (probability: number): number => Math.log(probability / (1 - probability));
