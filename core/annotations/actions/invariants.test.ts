import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleText } from '../../../test/unit/arbitrary-annotations.ts';
import { lexicon } from '../../../test/unit/lexicon.ts';
import { createAnalyser } from '../../analysis/analysis.ts';
import { DEFAULT_PROJECT } from '../../labels/project.ts';
import { familyLookup } from '../../labels/project-labels.ts';
import type { Mark } from '../../labels/marks.ts';
import { SAME_ENTITY } from '../../labels/scheme-parts.ts';
import type { SchemeAttribute, SchemeRelation } from '../../labels/scheme-parts.ts';
import { graphemeEnd, graphemeStart } from '../../text/graphemes.ts';
import { overlaps } from '../../text/span.ts';
import { stands } from '../anchors.ts';
import { NO_FACTS } from '../annotation.ts';
import type { Annotation } from '../annotation.ts';
import { markId } from '../mark-identity.ts';
import { ARTICLE_STATUSES } from '../status.ts';
import { parseStore, serialiseStore } from '../store.ts';
import { visibleMarks } from '../visible.ts';
import { act } from './act.ts';
import type { ActionScheme, AnnotationAction, ArticleState } from './action.ts';
import { canBegin, canEnd, isSame } from './outcome.ts';

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

/** Every kind; a record, so that the compiler misses none. */
const KINDS = Object.keys({
  tag: 0,
  tagEverywhere: 0,
  accept: 0,
  reject: 0,
  remove: 0,
  acceptEverywhere: 0,
  rejectEverywhere: 0,
  relabel: 0,
  resize: 0,
  merge: 0,
  split: 0,
  place: 0,
  tidy: 0,
  setSpeaker: 0,
  relate: 0,
  unrelate: 0,
  setAttribute: 0,
  setNote: 0,
  rename: 0,
  setStatus: 0,
  setArticleAttribute: 0,
} satisfies Record<AnnotationAction['kind'], 0>) as AnnotationAction['kind'][];

const wish: fc.Arbitrary<Wish> = fc.record({
  kind: fc.constantFrom(...KINDS),
  a: fc.nat(),
  b: fc.nat(),
  label: fc.constantFrom('PER', 'GPE', 'direct', 'indirect', 'ad', 'body', 'NOSUCH'),
  end: fc.constantFrom('start', 'end'),
  by: fc.constantFrom('wider', 'narrower'),
});

function actionOf({ kind, a, b, label, end, by }: Wish, state: ArticleState): AnnotationAction {
  const ids = [...state.annotations.map(({ id }) => id), ...state.marks.map(markId), 'no such id'];
  const id = ids[a % ids.length] ?? '';
  const other = ids[b % ids.length] ?? '';
  const n = state.article.text.length + 1;
  const span = { start: Math.min(a % n, b % n), end: Math.max(a % n, b % n) };
  const isEven = b % 2 === 0;
  switch (kind) {
    case 'tag':
      return { kind, spans: [span, { start: b % n, end: b % n }], label };
    case 'tagEverywhere':
      return { kind, span: isEven ? span : { start: b % n, end: b % n }, label };
    case 'accept':
    case 'reject':
    case 'remove':
    case 'merge':
    case 'tidy':
      return { kind, ids: [id, other] };
    case 'acceptEverywhere':
      return { kind, id };
    case 'rejectEverywhere':
      return { kind, id, always: isEven };
    case 'relabel':
      return { kind, id, label };
    case 'resize':
      return { kind, id, end, by };
    case 'split':
      return { kind, id, at: b % n };
    case 'place':
      return { kind, id, span };
    case 'setSpeaker':
      return { kind, id, span: b % 3 === 0 ? null : span };
    case 'relate':
    case 'unrelate':
      return { kind, from: id, type: isEven ? 'works-for' : SAME_ENTITY, to: other };
    case 'setAttribute':
      return { kind, ids: [id, other], name: 'gender', value: isEven ? 'f' : null };
    case 'setNote':
      return { kind, id, note: isEven ? 'لماذا؟' : '' };
    case 'rename':
      return { kind, id, name: 'اسم آخر', everywhere: isEven };
    case 'setStatus':
      return { kind, status: ARTICLE_STATUSES[b % ARTICLE_STATUSES.length] ?? 'new' };
    case 'setArticleAttribute':
      return { kind, name: 'topic', value: isEven ? 'sport' : null };
  }
}

const words = (name: string): Pick<SchemeRelation, 'name' | 'title' | 'description'> => ({
  name,
  title: { en: name, ar: name },
  description: { en: '', ar: '' },
});
const choice = (name: string, values: readonly string[], labels: readonly string[]): SchemeAttribute => ({
  ...words(name),
  type: 'choice',
  values,
  labels,
  required: false,
  url: '',
});

/** A scheme in which ties and attributes are for persons and places alone. */
const schemeWith = (overlap: boolean): ActionScheme => ({
  overlap,
  attributes: [choice('gender', ['f', 'm'], ['PER', 'GPE'])],
  relations: [{ ...words('works-for'), from: ['PER', 'quotation'], to: ['entity'] }],
  articleAttributes: [choice('topic', ['sport'], [])],
});

const spanOf = ({ anchor }: Annotation): { start: number; end: number } =>
  anchor.span ?? { start: NaN, end: NaN };

/** Does one action after the other, and looks at what each has come to. */
function doAll(
  text: string,
  wishes: readonly Wish[],
  overlap: boolean,
  look: (state: ArticleState, before: ArticleState) => void,
): void {
  const analysis = analyse(text);
  const marks: Mark[] = [
    ...analysis.entities,
    ...analysis.weak,
    ...analysis.quotations,
    ...analysis.boilerplate,
  ];
  let state: ArticleState = { article: analysis.article, marks, annotations: [], facts: NO_FACTS };
  let ids = 0;
  for (const one of wishes) {
    const outcome = act(actionOf(one, state), state, {
      annotator: 'huda',
      now: '2026-01-01T00:00:00Z',
      newId: () => `00000000-0000-4000-8000-${String(ids++).padStart(12, '0')}`,
      familyOf,
      scheme: schemeWith(overlap),
    });
    if (!outcome.done) continue;
    const before = state;
    state = { ...state, annotations: outcome.annotations, facts: outcome.facts };
    expect({ ...state }, 'a done action changes something').not.toEqual(before);
    look(state, before);
  }
}

const acceptedEntities = ({ annotations }: ArticleState): Annotation[] =>
  annotations.filter(({ family, decision }) => family === 'entity' && decision === 'accepted');

describe('whatever is done, in whatever order', () => {
  test('accepted entities do not overlap where the project does not let them', () => {
    fc.assert(
      fc.property(article, fc.array(wish, { maxLength: 12 }), (text, wishes) => {
        doAll(text, wishes, false, (state) => {
          const entities = acceptedEntities(state);
          for (const [i, entity] of entities.entries())
            for (const other of entities.slice(i + 1))
              expect(
                overlaps(spanOf(entity), spanOf(other)),
                `${entity.anchor.exact} / ${other.anchor.exact}`,
              ).toBe(false);
        });
      }),
      { numRuns: 100 },
    );
  });

  test.each([false, true])(
    'anchors stand, spans hold more than blanks, ids are told once, and the file says the same (overlap: %s)',
    (overlap) => {
      fc.assert(
        fc.property(article, fc.array(wish, { maxLength: 12 }), (text, wishes) => {
          doAll(text, wishes, overlap, ({ annotations, facts }) => {
            for (const { anchor, speaker, cue, family, unattributed } of annotations) {
              expect(unattributed && (family !== 'quotation' || speaker !== null), anchor.exact).toBe(false);
              for (const part of [anchor, speaker, cue]) {
                if (!part) continue;
                expect(stands(text, part)).toBe(true);
                expect(part.exact.trim()).not.toBe('');
              }
            }
            expect(new Set(annotations.map(({ id }) => id)).size).toBe(annotations.length);
            const told = annotations.flatMap(({ family, label, decision, anchor: { span } }) =>
              decision === 'accepted' && span ? [`${family} ${label} ${span.start} ${span.end}`] : [],
            );
            expect(told, 'nothing is said twice').toEqual([...new Set(told)]);
            const stored = parseStore(serialiseStore(text, 'a.txt', '0', annotations, [], facts), text);
            expect(stored.annotations).toEqual(annotations);
            expect(stored.header?.facts).toEqual(facts);
          });
        }),
        { numRuns: 50 },
      );
    },
  );

  test.each([false, true])(
    'ties lead from accepted annotations to others, each once and as the scheme has it; attributes likewise (overlap: %s)',
    (overlap) => {
      const { relations, attributes } = schemeWith(overlap);
      fc.assert(
        fc.property(article, fc.array(wish, { maxLength: 20 }), (text, wishes) => {
          doAll(text, wishes, overlap, ({ annotations }) => {
            for (const from of annotations) {
              for (const [i, tie] of from.relations.entries()) {
                const to = annotations.find(({ id }) => id === tie.to);
                const relation = relations.find(({ name }) => name === tie.type);
                if (!to || !relation) throw new Error(`${from.anchor.exact} → ${tie.to}`);
                expect([from.decision, to.decision]).toEqual(['accepted', 'accepted']);
                expect(to.id).not.toBe(from.id);
                expect(canBegin(relation, from) && canEnd(relation, to)).toBe(true);
                expect(from.relations.findIndex((one) => isSame(one, tie))).toBe(i);
              }
              for (const name of Object.keys(from.attributes))
                expect(attributes.find((known) => known.name === name)?.labels).toContain(from.label);
              expect(from.everywhere && from.decision === 'accepted', from.anchor.exact).toBe(false);
            }
          });
        }),
        { numRuns: 100 },
      );
    },
  );

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
        const state: ArticleState = { article: analysis.article, marks, annotations: [], facts: NO_FACTS };
        const context = { annotator: 'huda', now: '', newId: () => '1', familyOf, scheme: schemeWith(false) };
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
