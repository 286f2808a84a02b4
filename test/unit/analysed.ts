/** What must hold of every analysis, for tests that make analyses by chance. */
import { expect } from 'vitest';
import type { Analysis } from '../../core/analysis/analysis.ts';
import { graphemeStart } from '../../core/text/graphemes.ts';
import type { Span } from '../../core/text/span.ts';

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

/** Every span lies in the text; those of marks are not empty, cut no grapheme and have no blank at their ends. */
export function expectSoundSpans(analysis: Analysis): void {
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

/** All that an analysis says, and its lines with the names of the lists in them; not what is remembered of them. */
export const visible = ({ article, ...marks }: Analysis): unknown => ({
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
