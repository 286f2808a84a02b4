import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../core/analysis/analysis.ts';
import type { Analysis } from '../../core/analysis/analysis.ts';
import { graphemeStart } from '../../core/text/graphemes.ts';
import type { Span } from '../../core/text/span.ts';
import { anyText, newsText } from './arbitrary.ts';
import { readSamples } from './articles.ts';
import { lexicon, weights } from './lexicon.ts';

const analyser = createAnalyser(lexicon, weights);
const text = fc.oneof({ arbitrary: newsText, weight: 4 }, anyText);

/** Every span that an analysis hands out, with a name for the failure. */
function spansOf(analysis: Analysis): [name: string, span: Span][] {
  const named = (name: string, span: Span | null): [string, Span][] => (span ? [[name, span]] : []);
  return [
    ...[...analysis.entities, ...analysis.weak].flatMap((mark) =>
      named(`entity ${mark.label} by ${mark.source}`, mark),
    ),
    ...analysis.quotations.flatMap((mark) => [
      ...named(`${mark.kind} quotation by ${mark.source}`, mark),
      ...named('speaker', mark.speaker),
      ...named('cue', mark.cue),
    ]),
    ...analysis.boilerplate.flatMap((mark) => named(`boilerplate ${mark.class}`, mark)),
    ...analysis.problems.flatMap((problem) => [
      ...named(`problem ${problem.code}`, problem),
      ...problem.fixes.flatMap((fix) => fix.edits.flatMap((edit) => named(`fix of ${problem.code}`, edit))),
    ]),
  ];
}

function checkSpans(analysis: Analysis): void {
  const { text: whole } = analysis.article;
  for (const [name, { start, end }] of spansOf(analysis)) {
    const where = `${name} ${start}–${end} «${whole.slice(start, end)}» in ${JSON.stringify(whole)}`;
    expect(start >= 0 && start <= end && end <= whole.length, `${where} lies in the text`).toBe(true);
    if (name.startsWith('fix') || name.startsWith('problem')) continue;
    expect(start < end, `${where} is not empty`).toBe(true);
    expect(graphemeStart(whole, start), `${where} starts with a grapheme`).toBe(start);
    expect(graphemeStart(whole, end), `${where} ends with a grapheme`).toBe(end);
    expect(whole.slice(start, end).trim().length, `${where} has no blank at its ends`).toBe(end - start);
  }
}

describe('the analysis of any text', () => {
  it('does not throw, and its spans lie in the text, cut no grapheme and have no blank at their ends', () => {
    fc.assert(fc.property(text, (whole) => checkSpans(analyser.analyse(whole))));
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

/** All that an analysis says, and its lines with the names of the lists in them; not what is remembered of them. */
const visible = ({ article, ...marks }: Analysis): unknown => ({
  ...marks,
  text: article.text,
  lines: article.lines.map(({ number, start, end, reading }) => ({
    number,
    start,
    end,
    sentences: reading.sentences,
    matches: reading.matches,
  })),
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
