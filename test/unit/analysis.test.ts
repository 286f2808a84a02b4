import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyser, createAnalyserOf } from '../../core/analysis/analysis.ts';
import type { Analysis } from '../../core/analysis/analysis.ts';
import { createEntityModels } from '../../core/entities/entities.ts';
import { expectSoundSpans, visible } from './analysed.ts';
import { anyText, newsText } from './arbitrary.ts';
import { readSamples } from './articles.ts';
import { lexicon, weights } from './lexicon.ts';

const analyser = createAnalyser(lexicon, weights);
const models = createEntityModels(weights);
const text = fc.oneof({ arbitrary: newsText, weight: 4 }, anyText);

describe('the analysis of any text', () => {
  it('does not throw, and its spans lie in the text, cut no grapheme and have no blank at their ends', () => {
    fc.assert(fc.property(text, (whole) => expectSoundSpans(analyser.analyse(whole))));
  });

  it('marks entities in order, without overlap, weak suggestions among them too', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const { entities, weak } = analyser.analyse(whole);
        const all = [...entities, ...weak].sort((a, b) => a.start - b.start);
        for (const marks of [entities, weak, all])
          for (const [i, mark] of marks.entries())
            expect(mark.start, `${mark.label} in ${JSON.stringify(whole)}`).toBeGreaterThanOrEqual(
              marks[i - 1]?.end ?? 0,
            );
      }),
    );
  });

  it('gives every line that is not blank a class', () => {
    fc.assert(
      fc.property(text, (whole) => {
        const { article, classes } = analyser.analyse(whole);
        expect(classes.map((lineClass) => lineClass !== null)).toEqual(
          article.lines.map((line) => line.reading.tokens.length > 0),
        );
      }),
    );
  });
});

/** A text and edits to it: replace `length` characters at `at` (as shares of the text) by `text`. */
interface Edit {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

const edits = fc.array(
  fc.record<Edit>({ at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(30), text: newsText }),
  { minLength: 1, maxLength: 8 },
);

function applyEdit(whole: string, { at, length, text: inserted }: Edit): string {
  const start = Math.floor(at * whole.length);
  return whole.slice(0, start) + inserted + whole.slice(start + length);
}

describe('the analysis in steps', () => {
  it('is the analysis at once, whatever else is analysed between its steps', () => {
    fc.assert(
      fc.property(text, text, fc.integer({ min: 1, max: 9 }), (whole, other, turn) => {
        const running = [whole, other].map((one) =>
          createAnalyserOf(lexicon, models).analyseInSteps(one, () => undefined),
        );
        const ended = running.map((): Analysis | null => null);
        for (let i = 0; ended.includes(null); i++) {
          const which = Math.floor(i / turn) % 2;
          if (ended[which]) continue;
          const step = running[which]?.next();
          if (step?.done) ended[which] = step.value;
        }
        expect(ended.map((one) => one && visible(one))).toEqual(
          [whole, other].map((one) => visible(createAnalyserOf(lexicon, models).analyse(one))),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('stops often enough in an article of many lines', () => {
    const long = readSamples()
      .map(({ text: one }) => one)
      .join('\n')
      .repeat(4);
    let steps = 0;
    for (const running = analyser.analyseInSteps(long, () => undefined); !running.next().done;) steps++;
    expect(steps).toBeGreaterThan(15 * long.split('\n').filter((line) => line.trim() !== '').length);
  });
});

describe('the analysis after an edit', () => {
  const articles = fc.constantFrom(...readSamples().map((sample) => sample.text));

  it('equals the analysis of the same text from nothing', () => {
    fc.assert(
      fc.property(fc.oneof(articles, newsText), edits, (original, steps) => {
        const incremental = createAnalyser(lexicon, weights);
        let current = original;
        incremental.analyse(current);
        for (const step of steps) {
          current = applyEdit(current, step);
          expect(visible(incremental.analyse(current))).toEqual(
            visible(createAnalyser(lexicon, weights).analyse(current)),
          );
        }
      }),
      { numRuns: 20 },
    );
  });
});
