import { chooseInLine, withFurther } from '../../core/entities/entities.ts';
import type { LineEntities } from '../../core/entities/entities.ts';
import type { Names } from '../../core/entities/document.ts';
import { RECOGNISERS } from '../../core/entities/recognisers.ts';
import { articleFeatures } from '../../core/entities/scorer/article-features.ts';
import type { JudgedLine } from '../../core/entities/scorer/article-features.ts';
import { joinCandidates } from '../../core/entities/scorer/candidates.ts';
import type { Candidate } from '../../core/entities/scorer/candidates.ts';
import { createFeatureSlots, lineFeatures } from '../../core/entities/scorer/line-features.ts';
import type { ScorerModel } from '../../core/entities/scorer/model.ts';
import { tagLine } from '../../core/entities/tagger/tagger.ts';
import type { Tagger } from '../../core/entities/tagger/tagger.ts';
import { atOnce } from '../../core/text/steps.ts';
import { VALUE_LABELS } from '../../core/labels/entity-labels.ts';
import type { Article, ReadLine } from '../../core/lexicon/article.ts';
import { readArticle, readLine } from '../../core/lexicon/article.ts';
import type { Lexicon } from '../../core/lexicon/lexicon.ts';
import type { TrainingDocument } from './documents.ts';

/** Which makers of candidates take part: the ablation leaves one out. Values are always read by rules. */
export type Makers = 'both' | 'rules' | 'tagger';

/** A document with the candidates of its lines. */
export interface ReadDocument {
  readonly document: TrainingDocument;
  readonly fold: number;
  readonly article: Article;
  readonly candidates: readonly (readonly Candidate[])[];
  /** By line, what is annotated: "start end label", counted from the start of the line. */
  readonly gold: readonly ReadonlySet<string>[];
}

/** A candidate to learn from: its features, and whether it is right. */
export interface Example {
  readonly slots: Int32Array;
  readonly right: boolean;
  /** What the line said, in log odds; of no account where the line is what is learnt. */
  readonly odds: number;
}

const VALUES: ReadonlySet<string> = new Set(VALUE_LABELS);

const keyOf = ({ start, end, label }: { start: number; end: number; label: string }): string =>
  `${start} ${end} ${label}`;

/** Reads a document with a tagger that has not learnt from it. */
export function readDocument(
  document: TrainingDocument,
  fold: number,
  tagger: Tagger,
  lexicon: Lexicon,
  makers: Makers,
): ReadDocument {
  const article = readArticle(document.text, (line) => readLine(line, lexicon));
  return {
    document,
    fold,
    article,
    candidates: article.lines.map(({ reading }) => {
      const proposed = RECOGNISERS.flatMap((recogniser) => recogniser.find(reading));
      return joinCandidates(
        reading,
        makers === 'tagger' ? proposed.filter(({ label }) => VALUES.has(label)) : proposed,
        makers === 'rules' ? [] : tagLine(reading, tagger),
      );
    }),
    gold: article.lines.map(
      (line) =>
        new Set(
          document.entities
            .filter(({ start, end }) => start >= line.start && end <= line.end)
            .map(({ start, end, label }) =>
              keyOf({ start: start - line.start, end: end - line.start, label }),
            ),
        ),
    ),
  };
}

const out = createFeatureSlots();

const example = (candidate: Candidate, gold: ReadonlySet<string>, odds: number): Example => ({
  slots: out.slots.slice(0, out.length),
  right: gold.has(keyOf(candidate)),
  odds,
});

/** By line, an example for each candidate, from what the line tells. */
export const lineExamples = (
  { article, gold }: ReadDocument,
  candidates: readonly (readonly Candidate[])[],
): Example[][] =>
  candidates.map((own, l) =>
    own.map((candidate, i) => {
      lineFeatures((article.lines[l] as ReadLine).reading, own, i, out);
      return example(candidate, gold[l] as ReadonlySet<string>, 0);
    }),
  );

/** The lines of a document as a model sees them, with what the article adds. */
export function furtherOf(
  { article, candidates }: ReadDocument,
  odds: readonly Float64Array[],
  model: ScorerModel,
): { lines: readonly JudgedLine[]; names: Names } {
  const found = candidates.map((own, l): LineEntities =>
    chooseInLine((article.lines[l] as ReadLine).reading, own, odds[l] as Float64Array, model),
  );
  return atOnce(withFurther(article, found, model));
}

/** By line, an example for each candidate, from what the article tells. */
export function articleExamples(
  { gold }: ReadDocument,
  lines: readonly JudgedLine[],
  names: Names,
): Example[][] {
  const examples: Example[][] = lines.map(() => []);
  const features = articleFeatures(lines, names, out, (l, i) => {
    const { candidates, odds } = lines[l] as JudgedLine;
    examples[l]?.push(example(candidates[i] as Candidate, gold[l] as ReadonlySet<string>, odds[i] as number));
  });
  atOnce(features);
  return examples;
}
