import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FEATURE_GROUPS } from '../../core/entities/tagger/templates.ts';
import type { Lexicon } from '../../core/lexicon/lexicon.ts';
import { readDocuments } from '../merge/documents.ts';
import type { TrainingDocument } from '../merge/documents.ts';
import { readDocument } from '../merge/examples.ts';
import type { Makers } from '../merge/examples.ts';
import { fitScorer } from '../merge/fit.ts';
import type { Trial } from '../merge/fit.ts';
import { FOLDS, foldsOf } from '../merge/folds.ts';
import { CORPORA } from '../tagger/corpora.ts';
import { linesOfDocuments, readCorpora, readFitting } from '../tagger/data.ts';
import { fitOn, layGround } from '../tagger/fit.ts';
import type { Fitting, Ground } from '../tagger/fit.ts';
import type { TrainingLine } from '../tagger/lines.ts';
import { addCounts, f1, measure, precision, recall, taggerOf } from '../tagger/measure.ts';
import type { Count } from '../tagger/measure.ts';
import { learnPerceptron, measurePerceptron } from '../tagger/perceptron.ts';

/** Where the tables are kept, between marks that also keep them from being laid out anew. */
const PAGE = 'docs/training.md';
const MARKS = ['<!-- prettier-ignore-start -->', '<!-- prettier-ignore-end -->'] as const;

/**
 * Learns over and again with something left out, always on folds of houses, and prints and records what each thing is worth.
 * The first tables count the tagger's own ten labels in annotated articles, exact span and label, by the tagger alone; the last one
 * all eighteen labels, chosen by the scorer.
 */
export async function runAblation(
  root: string,
  lexicon: Lexicon,
  tell: (row: string) => void,
): Promise<void> {
  const shipped = await readFitting(root);
  const fitting = { ...shipped, own: { ...shipped.own, rounds: ROUNDS } };
  const documents = readDocuments(root);
  const own = linesOfDocuments(documents, lexicon);
  const corpora = readCorpora(root, lexicon);
  const folds = foldsOf(documents);
  const rows: string[] = [];
  const say = (row: string): void => {
    tell(row);
    rows.push(row);
  };
  /** Counts over all folds what taggers that did not learn from a fold find in its articles. */
  const tryOut = (name: string, fit: (fold: number) => Uint8Array, tried = TRIED): Uint8Array[] => {
    const total: Count = { right: 0, found: 0, gold: 0 };
    const sections = Array.from({ length: tried }, (_, fold) => fit(fold));
    for (const [fold, section] of sections.slice(0, TRIED).entries())
      addCounts(
        total,
        measure(
          own.filter(({ source, house }) => source === 'gold' && folds.get(house) === fold),
          taggerOf(section),
        ).get('all'),
      );
    say(rowOf(name, total));
    return sections;
  };
  const outside =
    (fold: number) =>
    ({ house }: TrainingLine): boolean =>
      folds.get(house) !== fold;
  const crf = (name: string, ground: Ground, how: Fitting = fitting, less = (_: TrainingLine) => true) =>
    tryOut(name, (fold) => fitOn(ground, (line) => outside(fold)(line) && less(line), how));

  say(`Features, learning from our own annotation alone:\n`);
  HEAD.forEach(say);
  const alone = layGround(own, fitting);
  crf('all features', alone);
  const perceptron: Count = { right: 0, found: 0, gold: 0 };
  for (let fold = 0; fold < TRIED; fold++) {
    const model = learnPerceptron(alone.index, outside(fold), fitting.own);
    const kept = (line: TrainingLine): boolean => line.source === 'gold' && !outside(fold)(line);
    addCounts(perceptron, measurePerceptron(alone.index, model, kept));
  }
  say(rowOf('all features, averaged perceptron', perceptron));
  for (const group of FEATURE_GROUPS) {
    const how = { ...fitting, without: new Set([group]) };
    crf(`without ${group}`, layGround(own, how), how);
  }

  say(`\nData, with all features:\n`);
  HEAD.forEach(say);
  const ground = layGround([...own, ...corpora], fitting);
  const sections = tryOut('all data', (fold) => fitOn(ground, outside(fold), fitting), FOLDS);
  crf(
    'without the annotated openings of raw news',
    ground,
    fitting,
    ({ source }) => source !== 'annotations',
  );
  for (const { name } of CORPORA)
    crf(`without ${name}`, layGround([...own, ...corpora.filter(({ source }) => source !== name)], fitting));

  say(`\nAll eighteen labels, on the articles on which no rule was worked out:\n`);
  HEAD.forEach(say);
  for (const makers of ['rules', 'tagger', 'both'] as const) {
    const trials = judged(documents, folds, sections, lexicon, makers);
    const total: Count = { right: 0, found: 0, gold: 0 };
    for (const { chosen, gold } of trials)
      addCounts(total, {
        right: chosen.filter(({ right }) => right).length,
        found: chosen.length,
        gold: gold.length,
      });
    const name = { rules: 'rules alone', tagger: 'tagger alone, numbers and dates by rules', both: 'both' }[
      makers
    ];
    say(rowOf(name, total));
  }
  record(path.join(root, PAGE), rows.join('\n'));
}

/** Fewer than what ships is learnt with: the order of things shows sooner. */
const ROUNDS = 6;

/** On so many of the folds each thing is left out: enough to compare, at half the time. */
const TRIED = 2;

const rowOf = (name: string, count: Count): string =>
  `| ${name} | ${[precision(count), recall(count), f1(count)].map((n) => n.toFixed(3)).join(' | ')} |`;

const HEAD = ['| | precision | recall | F1 |', '|---|---|---|---|'];

/** What the scorer, learning by folds, chooses among what rules, tagger or both propose. */
function judged(
  documents: readonly TrainingDocument[],
  folds: ReadonlyMap<string, number>,
  sections: readonly Uint8Array[],
  lexicon: Lexicon,
  makers: Makers,
): readonly Trial[] {
  const taggers = sections.map(taggerOf);
  const { trials } = fitScorer(
    documents.map((document) => {
      const fold = folds.get(document.house) as number;
      return readDocument(document, fold, taggers[fold]!, lexicon, makers);
    }),
  );
  return trials.filter(({ set }) => set === 'held-out');
}

function record(file: string, table: string): void {
  const page = readFileSync(file, 'utf8');
  const [from, to] = MARKS.map((mark) => page.indexOf(mark)) as [number, number];
  if (from < 0 || to < from) throw new Error(`${file} has no place for the table: ${MARKS.join(' … ')}.`);
  writeFileSync(file, `${page.slice(0, from + MARKS[0].length)}\n\n${table}\n\n${page.slice(to)}`);
}
