import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../core/analysis/analysis.ts';
import { reportAnalysis } from '../../core/analysis/report.ts';
import { stands } from '../../core/annotations/anchors.ts';
import { parseStore, serialiseStore, storePath } from '../../core/annotations/store.ts';
import { checkAnnotations } from '../../core/dataset/check.ts';
import { ENTITY_LABELS } from '../../core/labels/entity-labels.ts';
import { LINE_CLASSES } from '../../core/labels/line-classes.ts';
import type { MarkFamily } from '../../core/labels/marks.ts';
import { QUOTATION_KINDS } from '../../core/labels/quotation-kinds.ts';
import type { Span } from '../../core/text/span.ts';
import { calibrate, judge, printCalibration } from '../../training/evaluate/calibration.ts';
import { goldOfAnnotations } from '../../training/evaluate/annotations.ts';
import { inCodePoints } from '../../training/evaluate/code-points.ts';
import { printError } from '../../training/evaluate/errors.ts';
import { f1, rowOf, score } from '../../training/evaluate/score.ts';
import { printRow } from '../../training/evaluate/tables.ts';
import { readSamples } from './articles.ts';
import { lexicon, weights } from './lexicon.ts';

const ANNOTATOR = 'hashiya';
const SAMPLES = path.resolve(import.meta.dirname, '../../samples');

const samples = readSamples().map(({ name, text }) => {
  const article = `articles/${name}`;
  const file = storePath(ANNOTATOR, article);
  const content = readFileSync(path.join(SAMPLES, file), 'utf8');
  return { article, file, text, content, stored: parseStore(content, text) };
});

/**
 * What the engine must reach on the sample articles, a little below what it does: F1 of exact spans with their
 * label, of quotations with their kind; for speakers and lines the share that is right. The articles are few and
 * were written to be hard; how good the engine is on news, real articles tell.
 */
const FLOORS: readonly (readonly [figure: string, floor: number])[] = [
  ['entities', 0.92],
  ['names (PER ORG GPE LOC)', 0.89],
  ['marked quotations', 0.93],
  ['  speakers of direct', 0.94],
  ['indirect', 0.95],
  ['  speakers of indirect', 0.94],
  ['line classes', 0.98],
  ['boilerplate lines', 0.98],
];

/** The expected calibration error that some five hundred marks may show by chance and more. */
const MISCALIBRATED = 0.06;

describe('the analysis of the annotated sample articles', () => {
  const analyser = createAnalyser(lexicon, weights);
  const analysed = samples.map(({ article, text, stored }) => {
    const analysis = analyser.analyse(text);
    const gold = goldOfAnnotations(article, text, stored.annotations);
    return { gold, analysis, scored: inCodePoints(gold, analysis) };
  });
  const scores = score(analysed.map(({ scored }) => scored));
  const characters = new Map(samples.map(({ article, text }) => [article, [...text]]));
  const differences = scores.errors.map((error) => printError(error, characters.get(error.article) ?? []));

  it.each(FLOORS)('%s ≥ %f', (figure, floor) => {
    const row = rowOf(scores, figure);
    expect(row && f1(row), [row && printRow(row), ...differences].join('\n')).toBeGreaterThanOrEqual(floor);
  });

  it('is about as sure of entities as it is right', () => {
    const judged = analysed.flatMap(({ gold, analysis }) => {
      const { entities } = reportAnalysis(analysis, gold.name, 'utf16', true);
      return judge(gold, entities);
    });
    const calibration = calibrate(judged);
    expect(calibration.error, printCalibration(calibration)).toBeLessThan(MISCALIBRATED);
  });

  it('has nearly all runs of boilerplate inside lines', () => {
    const runs = (of: readonly (Span & { readonly class: string })[]): string[] =>
      of.map(({ start, end, class: lineClass }) => `${start}–${end} ${lineClass}`);
    let right = 0;
    let all = 0;
    for (const { gold, analysis } of analysed) {
      const annotated = runs(gold.boilerplate);
      const found = runs(analysis.boilerplate.filter(({ inline }) => inline));
      right += 2 * found.filter((run) => annotated.includes(run)).length;
      all += annotated.length + found.length;
    }
    expect(right / all).toBeGreaterThanOrEqual(0.9);
  });
});

describe('the annotations of the sample articles', () => {
  it('belong to an article each, and leave out none', () => {
    const articles = path.dirname(path.join(SAMPLES, storePath(ANNOTATOR, 'articles/x.txt')));
    expect(readdirSync(articles).sort()).toEqual(samples.map(({ file }) => path.basename(file)));
  });

  it.each(samples)('$file is read whole, and written as it stands', ({ article, text, content, stored }) => {
    expect(stored.problems).toEqual([]);
    expect(stored.unreadable).toEqual([]);
    expect(stored.textChanged, 'the article was changed: its annotations have to be gone through').toBe(
      false,
    );
    expect(stored.header?.source).toBe(article);
    expect(serialiseStore(text, article, stored.header?.tool ?? '', stored.annotations)).toBe(content);
  });

  it.each(samples)('$file has every annotation on its words', ({ text, stored }) => {
    const lost = stored.annotations.flatMap(({ label, anchor, speaker, cue }) =>
      [anchor, speaker, cue].flatMap((one) => (one && !stands(text, one) ? [`${label} «${one.exact}»`] : [])),
    );
    expect(lost).toEqual([]);
  });

  it.each(samples)('$file has the speaker, the cue and the full name of every speech', ({ stored }) => {
    const wanting = stored.annotations.filter(
      ({ family, label, decision, speaker, cue, canonical }) =>
        family === 'quotation' &&
        decision === 'accepted' &&
        label !== 'term' &&
        !(speaker && cue && canonical),
    );
    expect(wanting.map(({ label, anchor }) => `${label} «${anchor.exact}»`)).toEqual([]);
  });

  it('are found in order by the check', () => {
    const families: readonly (readonly [MarkFamily, readonly string[]])[] = [
      ['entity', ENTITY_LABELS],
      ['quotation', QUOTATION_KINDS],
      ['boilerplate', LINE_CLASSES],
    ];
    const findings = checkAnnotations(
      samples.map(({ article, file, text, stored }) => ({
        article,
        path: file,
        annotator: ANNOTATOR,
        text,
        stored,
      })),
      {
        familyOf: (label) => families.find(([, labels]) => labels.includes(label))?.[0] ?? null,
        annotators: [ANNOTATOR],
        attributes: [],
        relations: [],
        articleAttributes: [],
        overlap: false,
      },
    );
    expect(findings).toEqual([]);
  });
});
