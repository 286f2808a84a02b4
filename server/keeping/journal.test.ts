import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { expect, it } from 'vitest';
import { annotatedText } from '../../test/unit/arbitrary-annotations.ts';
import { of } from '../../test/unit/formats.ts';
import type { Annotation } from '../../core/annotations/annotation.ts';
import { carryAnnotations } from '../../core/annotations/carry.ts';
import { carryStep } from '../../core/annotations/steps.ts';
import type { Step } from '../../core/annotations/steps.ts';
import { applyChanges } from '../documents.ts';
import { addRecord, carryJournal, liveStep } from './journal.ts';
import { newlyKept } from './kept.ts';

interface Edit {
  readonly at: number;
  readonly length: number;
  readonly text: string;
  readonly typesOn: boolean;
  readonly isMarked: boolean;
}

const edits = fc.array(
  fc.record<Edit>({
    at: fc.nat(1000),
    length: fc.constantFrom(0, 0, 0, 1, 3),
    text: fc.constantFrom('و', 'و', 'قال ', '', '😀', '\n'),
    typesOn: fc.boolean(),
    isMarked: fc.boolean(),
  }),
  { maxLength: 40 },
);

/** The article of a test, edited by chance, with the same annotations made in it by several steps. */
function edited([text, annotations]: readonly [string, readonly Annotation[]], run: readonly Edit[]) {
  let document = TextDocument.create('file:///a.txt', 'article', 1, text);
  const one = newlyKept(document, undefined);
  const steps: Step[] = [];
  /** Each step, and the annotations of the article, as each edit carried them. */
  let eager: Step[] = [];
  let present: readonly Annotation[] = annotations;
  /** Annotations of which an edit took something away. */
  const touched = new Set<string>();
  const add = (after: readonly Annotation[]): void => {
    const about = { id: `${steps.length}`, at: '', by: '', action: 'tag', group: null };
    const step = { ...about, before: [], after, facts: null };
    steps.push(step);
    eager.push(step);
    addRecord(one, { kind: 'step', step }, step);
  };
  add(annotations);
  let last = 0;
  for (const { at, length, text: typed, typesOn, isMarked } of run) {
    const from = typesOn ? last : at % (document.getText().length + 1);
    const range = { start: document.positionAt(from), end: document.positionAt(from + length) };
    const changed = applyChanges(document, [{ range, text: typed }], document.version + 1);
    for (const { start, end } of changed.edits)
      for (const { id, anchor } of eager.flatMap(({ after }) => after))
        if (start < end && anchor.span && start < anchor.span.end && anchor.span.start < end) touched.add(id);
    document = changed.document;
    one.document = document;
    carryJournal(one, changed.edits, document.getText());
    present = carryAnnotations(present, changed.edits, document.getText());
    eager = eager.map((step) => carryStep(step, changed.edits, document.getText()));
    last = from + typed.length;
    // Another step, of what stands there by now.
    if (isMarked) add(present.filter(({ anchor }) => anchor.span));
  }
  return { one, steps, eager, present, touched };
}

const spansOf = (annotations: readonly Annotation[], without: ReadonlySet<string> = new Set()): unknown[] =>
  annotations.filter(({ id }) => !without.has(id)).map(({ id, anchor }) => [id, anchor.span]);

it('steps are where they would be if each edit had carried them, as far as none took something of them', () => {
  fc.assert(
    fc.property(annotatedText, edits, (article, run) => {
      const { one, steps, eager, touched } = edited(article, run);
      for (const [i, step] of steps.entries())
        expect(spansOf(liveStep(one, step).after, touched), `step ${i}`).toEqual(
          spansOf(eager[i]?.after ?? [], touched),
        );
    }),
  );
});

it('what the article still has of a step is where the article has it, whatever was edited', () => {
  fc.assert(
    fc.property(annotatedText, edits, (article, run) => {
      const { one, steps, present } = edited(article, run);
      one.annotations = present;
      for (const [i, step] of steps.entries()) {
        const ids = new Set(step.after.map(({ id }) => id));
        expect(spansOf(liveStep(one, step).after), `step ${i}`).toEqual(
          spansOf(present.filter(({ id }) => ids.has(id))),
        );
      }
    }),
    {
      // A word is written anew in another form, and something typed before it.
      examples: [
        [
          ['قــال', [of('قــال', 'ق', 'PER')]],
          [
            { at: 0, length: 3, text: 'قال ', typesOn: false, isMarked: false },
            { at: 0, length: 0, text: 'و', typesOn: false, isMarked: false },
          ],
        ],
      ],
    },
  );
});

it('many edits in different places are carried along once in a while, and nothing is forgotten', () => {
  const text = 'سلمى '.repeat(300);
  let document = TextDocument.create('file:///a.txt', 'article', 1, text);
  const one = newlyKept(document, undefined);
  const anchor = { span: { start: 1000, end: 1004 }, exact: 'سلمى', prefix: '', suffix: '' };
  const step = {
    ...{ id: 's', at: '', by: '', action: 'tag', group: null, before: [], facts: null },
    after: [{ id: 'a', anchor, speaker: null, cue: null } as unknown as Annotation],
  };
  addRecord(one, { kind: 'step', step }, step);
  for (let i = 0; i < 500; i++) {
    const at = document.positionAt((i * 7) % 900);
    const changed = applyChanges(
      document,
      [{ range: { start: at, end: at }, text: 'و' }],
      document.version + 1,
    );
    document = changed.document;
    one.document = document;
    carryJournal(one, changed.edits, document.getText());
  }
  expect(one.journal.edits.length).toBeLessThan(200);
  expect(liveStep(one, step).after[0]?.anchor.span).toEqual({ start: 1500, end: 1504 });
});
