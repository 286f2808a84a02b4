import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../core/analysis/analysis.ts';
import { stands } from '../../core/annotations/anchors.ts';
import { parseStore, serialiseStore, storePath } from '../../core/annotations/store.ts';
import { checkAnnotations } from '../../core/dataset/check.ts';
import { ENTITY_LABELS } from '../../core/labels/entity-labels.ts';
import { LINE_CLASSES } from '../../core/labels/line-classes.ts';
import type { MarkFamily } from '../../core/labels/marks.ts';
import { QUOTATION_KINDS } from '../../core/labels/quotation-kinds.ts';
import { readSamples } from './articles.ts';
import { lexicon } from './lexicon.ts';
import { describeScore, f1, FIGURES, scoreArticles } from './score.ts';
import type { Figure } from './score.ts';

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
const FLOORS: Readonly<Record<Figure, number>> = {
  entities: 0.92,
  names: 0.91,
  'marked quotations': 0.93,
  'speakers of direct quotations': 0.94,
  'indirect quotations': 0.95,
  'speakers of indirect quotations': 0.94,
  'line classes': 0.98,
  'boilerplate runs': 0.9,
};

describe('the analysis of the annotated sample articles', () => {
  const analyser = createAnalyser(lexicon);
  const scores = scoreArticles(
    samples.map(({ article, text, stored }) => ({
      article,
      text,
      annotations: stored.annotations,
      analysis: analyser.analyse(text),
    })),
  );

  it.each(FIGURES.map((figure) => ({ figure, floor: FLOORS[figure] })))(
    '$figure ≥ $floor',
    ({ figure, floor }) => {
      expect(f1(scores[figure]), describeScore(figure, scores[figure])).toBeGreaterThanOrEqual(floor);
    },
  );
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
      },
    );
    expect(findings).toEqual([]);
  });
});
