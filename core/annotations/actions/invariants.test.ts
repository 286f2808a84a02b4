import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleText } from '../../../test/unit/arbitrary-annotations.ts';
import { lexicon } from '../../../test/unit/lexicon.ts';
import { createAnalyser } from '../../analysis/analysis.ts';
import { DEFAULT_PROJECT } from '../../labels/project.ts';
import { familyLookup } from '../../labels/project-labels.ts';
import type { Mark } from '../../labels/marks.ts';
import { graphemeEnd, graphemeStart } from '../../text/graphemes.ts';
import { overlaps } from '../../text/span.ts';
import { stands } from '../anchors.ts';
import type { Annotation } from '../annotation.ts';
import { markId } from '../mark-identity.ts';
import { parseStore, serialiseStore } from '../store.ts';
import { visibleMarks } from '../visible.ts';
import { act } from './act.ts';
import type { AnnotationAction, ArticleState } from './action.ts';

const { analyse } = createAnalyser(lexicon);
const familyOf = familyLookup(DEFAULT_PROJECT);

/** Articles in which the engine finds things, with the characters between that make trouble. */
const article = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'قال كيم جونغ أون إن روسيا',
        'زار بوتين مصر',
        '"نعم يا مصر"',
        'في ٥ مليون دولار',
        'والكرملين',
      ),
      articleText,
    ),
    { maxLength: 5 },
  )
  .map((pieces) => pieces.join(' '));

/** An action in numbers, so that it can be made for any state: they choose among its ids and offsets. */
interface Wish {
  readonly kind: AnnotationAction['kind'];
  readonly a: number;
  readonly b: number;
  readonly label: string;
  readonly end: 'start' | 'end';
  readonly by: 'wider' | 'narrower';
}

const wish: fc.Arbitrary<Wish> = fc.record({
  kind: fc.constantFrom(
    'tag',
    'accept',
    'reject',
    'remove',
    'acceptEverywhere',
    'relabel',
    'resize',
    'setSpeaker',
  ),
  a: fc.nat(),
  b: fc.nat(),
  label: fc.constantFrom('PER', 'GPE', 'direct', 'indirect', 'ad', 'body', 'NOSUCH'),
  end: fc.constantFrom('start', 'end'),
  by: fc.constantFrom('wider', 'narrower'),
});

function actionOf({ kind, a, b, label, end, by }: Wish, state: ArticleState): AnnotationAction {
  const ids = [...state.annotations.map(({ id }) => id), ...state.marks.map(markId), 'no such id'];
  const id = ids[a % ids.length] ?? '';
  const n = state.article.text.length + 1;
  const span = { start: Math.min(a % n, b % n), end: Math.max(a % n, b % n) };
  switch (kind) {
    case 'tag':
      return { kind, spans: [span, { start: b % n, end: b % n }], label };
    case 'accept':
    case 'reject':
    case 'remove':
      return { kind, ids: [id, ids[b % ids.length] ?? ''] };
    case 'acceptEverywhere':
      return { kind, id };
    case 'relabel':
      return { kind, id, label };
    case 'resize':
      return { kind, id, end, by };
    case 'setSpeaker':
      return { kind, id, span: b % 3 === 0 ? null : span };
  }
}

const spanOf = ({ anchor }: Annotation): { start: number; end: number } =>
  anchor.span ?? { start: NaN, end: NaN };

describe('whatever is done, in whatever order', () => {
  test('accepted entities do not overlap, anchors stand, spans hold more than blanks, and the file says the same', () => {
    fc.assert(
      fc.property(article, fc.array(wish, { maxLength: 12 }), (text, wishes) => {
        const analysis = analyse(text);
        const marks: Mark[] = [...analysis.entities, ...analysis.quotations, ...analysis.boilerplate];
        let state: ArticleState = { article: analysis.article, marks, annotations: [] };
        let ids = 0;
        for (const one of wishes) {
          const before = state.annotations;
          const outcome = act(actionOf(one, state), state, {
            annotator: 'huda',
            now: '2026-01-01T00:00:00Z',
            newId: () => `00000000-0000-4000-8000-${String(ids++).padStart(12, '0')}`,
            familyOf,
          });
          if (!outcome.done) continue;
          expect(outcome.annotations, 'a done action changes something').not.toEqual(before);
          state = { ...state, annotations: outcome.annotations };
          const entities = outcome.annotations.filter(
            ({ family, decision }) => family === 'entity' && decision === 'accepted',
          );
          for (const [i, entity] of entities.entries())
            for (const other of entities.slice(i + 1))
              expect(
                overlaps(spanOf(entity), spanOf(other)),
                `${entity.anchor.exact} / ${other.anchor.exact}`,
              ).toBe(false);
          for (const { anchor, speaker, cue } of outcome.annotations)
            for (const part of [anchor, speaker, cue]) {
              if (!part) continue;
              expect(stands(text, part)).toBe(true);
              expect(part.exact.trim()).not.toBe('');
            }
          expect(new Set(outcome.annotations.map(({ id }) => id)).size).toBe(outcome.annotations.length);
        }
        const stored = parseStore(serialiseStore(text, 'a.txt', '0', state.annotations), text);
        expect(stored.annotations).toEqual(state.annotations);
      }),
      { numRuns: 100 },
    );
  });

  test('a mark that was accepted or rejected is not shown again by the next analysis of the same text', () => {
    fc.assert(
      fc.property(article, fc.nat(), fc.constantFrom('accept', 'reject'), (text, n, kind) => {
        const analysis = analyse(text);
        const marks: Mark[] = [...analysis.entities, ...analysis.quotations, ...analysis.boilerplate];
        const mark = marks[n % Math.max(1, marks.length)];
        // An anchor never cuts a grapheme; a mark that did could not be told again.
        if (
          !mark ||
          graphemeStart(text, mark.start) !== mark.start ||
          graphemeEnd(text, mark.end) !== mark.end
        )
          return;
        const state: ArticleState = { article: analysis.article, marks, annotations: [] };
        const context = { annotator: 'huda', now: '', newId: () => '1', familyOf };
        const outcome = act({ kind, ids: [markId(mark)] }, state, context);
        expect(outcome.done).toBe(true);
        const again = analyse(text);
        const left = visibleMarks(
          [...again.entities, ...again.quotations, ...again.boilerplate],
          outcome.done ? outcome.annotations : [],
        );
        expect(left.map(markId)).not.toContain(markId(mark));
      }),
      { numRuns: 100 },
    );
  });
});
