import { describe, expect, test } from 'vitest';
import {
  at,
  entity,
  idOf,
  LABELS_ALONE,
  relation,
  runWith,
  stateOf,
  told,
} from '../../../test/unit/acting.ts';
import { SAME_ENTITY } from '../../labels/scheme-parts.ts';
import type { QuotationMark } from '../../labels/marks.ts';
import { markId } from '../mark-identity.ts';
import type { AnnotationAction, Outcome } from './action.ts';

const TEXT = 'يعمل فؤاد في شركة النور بأسوان، وقال فؤاد: "نعم"';
const MARKS = [entity(TEXT, 'فؤاد', 'PER'), entity(TEXT, 'شركة النور', 'ORG'), entity(TEXT, 'أسوان', 'GPE')];
const [PERSON = '', COMPANY = '', TOWN = ''] = MARKS.map(markId);
const SCHEME = {
  ...LABELS_ALONE,
  relations: [
    relation('works-for', ['PER'], ['ORG']),
    relation('near'),
    relation('said', ['quotation'], ['entity']),
  ],
};
const tie = (kind: 'relate' | 'unrelate', from: string, type: string, to: string): AnnotationAction => ({
  kind,
  from,
  type,
  to,
});
const act = (...actions: AnnotationAction[]): Outcome => runWith(SCHEME, stateOf(TEXT, MARKS), ...actions);
/** "words –type→ words" of each tie. */
function ties(outcome: Outcome): string[] {
  if (!outcome.done) return [`refused: ${outcome.refusal.code}`];
  const wordsOf = (id: string) => outcome.annotations.find((one) => one.id === id)?.anchor.exact ?? 'nothing';
  return outcome.annotations.flatMap(({ anchor, relations }) =>
    relations.map(({ type, to }) => `${anchor.exact} –${type}→ ${wordsOf(to)}`),
  );
}

describe('relate', () => {
  test('ties two marks, which are accepted by it', () => {
    const outcome = act(tie('relate', PERSON, 'works-for', COMPANY));
    expect(told(outcome, TEXT)).toEqual(['PER فؤاد', 'ORG شركة النور']);
    expect(ties(outcome)).toEqual(['فؤاد –works-for→ شركة النور']);
    expect(outcome.done && outcome.span).toEqual(at(TEXT, 'فؤاد'));
  });

  test('takes back a rejection of either end', () => {
    const outcome = act(
      { kind: 'reject', ids: [PERSON, COMPANY] },
      tie('relate', idOf(0), 'works-for', idOf(0, 1)),
    );
    expect(told(outcome, TEXT)).toEqual(['PER فؤاد', 'ORG شركة النور']);
  });

  test('gives one several ties, and each once', () => {
    const first = tie('relate', PERSON, 'works-for', COMPANY);
    expect(
      ties(act(first, tie('relate', PERSON, 'near', COMPANY), tie('relate', PERSON, 'near', TOWN))),
    ).toEqual(['فؤاد –works-for→ شركة النور', 'فؤاد –near→ شركة النور', 'فؤاد –near→ أسوان']);
    expect(ties(act(first, first))).toEqual(['refused: no-change']);
  });

  const refused: readonly [what: string, action: AnnotationAction, refusal: object][] = [
    [
      'labels that it does not go out from',
      tie('relate', TOWN, 'works-for', COMPANY),
      { code: 'not-related', end: 'from', label: 'GPE', labels: ['PER'] },
    ],
    [
      'labels that it does not lead to',
      tie('relate', PERSON, 'works-for', TOWN),
      { code: 'not-related', end: 'to', label: 'GPE', labels: ['ORG'] },
    ],
    [
      'families that it does not go out from',
      tie('relate', PERSON, 'said', TOWN),
      { code: 'not-related', end: 'from', label: 'PER', labels: ['quotation'] },
    ],
    [
      'a relation that the scheme does not have',
      tie('relate', PERSON, 'loves', TOWN),
      { code: 'unknown-relation', name: 'loves', names: ['works-for', 'near', 'said'] },
    ],
    ['a tie to itself', tie('relate', PERSON, 'near', PERSON), { code: 'self-relation' }],
    ['an end that is not there', tie('relate', PERSON, 'near', 'none'), { code: 'unknown-item', id: 'none' }],
  ];
  test.each(refused)('refuses %s', (_what, action, refusal) => {
    const outcome = act(action);
    expect(outcome.done ? null : outcome.refusal).toMatchObject(refusal);
  });
});

describe('unrelate', () => {
  const first = tie('relate', PERSON, 'works-for', COMPANY);
  test('takes one tie away', () => {
    const second = tie('relate', PERSON, 'near', COMPANY);
    expect(ties(act(first, second, tie('unrelate', PERSON, 'works-for', COMPANY)))).toEqual([
      'فؤاد –near→ شركة النور',
    ]);
  });

  test('of which there is none', () => {
    expect(ties(act(first, tie('unrelate', PERSON, 'near', COMPANY)))).toEqual(['refused: no-change']);
    expect(ties(act(tie('unrelate', PERSON, 'near', COMPANY)))).toEqual(['refused: no-change']);
  });

  test('whose relation the scheme has no longer', () => {
    const tied = act(first);
    if (!tied.done) throw new Error(tied.refusal.code);
    const outcome = runWith(
      LABELS_ALONE,
      stateOf(TEXT, MARKS, tied.annotations),
      tie('unrelate', PERSON, 'works-for', COMPANY),
    );
    expect([outcome.done, ties(outcome)]).toEqual([true, []]);
  });
});

describe('a tie goes with what it leads to', () => {
  const first = tie('relate', PERSON, 'works-for', COMPANY);
  const gone: readonly [what: string, action: AnnotationAction, expected: string[]][] = [
    ['removed', { kind: 'remove', ids: [COMPANY] }, []],
    ['rejected', { kind: 'reject', ids: [COMPANY] }, []],
    ['rejected at its other end', { kind: 'reject', ids: [PERSON] }, []],
    ['replaced by a longer one', { kind: 'tag', spans: [at(TEXT, 'شركة النور بأسوان')], label: 'ORG' }, []],
    ['made something that it may not lead to', { kind: 'relabel', id: COMPANY, label: 'LOC' }, []],
    ['resized', { kind: 'resize', id: COMPANY, end: 'end', by: 'narrower' }, ['فؤاد –works-for→ شركة']],
  ];
  test.each(gone)('%s', (_what, action, expected) => {
    expect(ties(act(first, action))).toEqual(expected);
  });

  test('and is counted to nobody', () => {
    const outcome = act(first, { kind: 'remove', ids: [COMPANY] });
    expect(outcome.done && outcome.changed).toBe(1);
    expect(outcome.done && outcome.annotations[0]?.provenance.modified).toBe('2026-01-03T00:00:00Z');
  });
});

describe('the same entity', () => {
  const text = 'جاء فؤاد العلي. وقال العلي: "نعم". وعاد أبو سامي، ثم أبو سامي';
  const quotation: QuotationMark = {
    family: 'quotation',
    kind: 'direct',
    ...at(text, 'نعم'),
    speaker: at(text, 'العلي', 2),
    canonical: 'فؤاد العلي',
    cue: at(text, 'قال'),
    confidence: 1,
    source: 'rule/test',
  };
  const marks = [
    entity(text, 'فؤاد العلي', 'PER'),
    entity(text, 'العلي', 'PER', 'فؤاد العلي', 2),
    entity(text, 'أبو سامي', 'PER'),
    entity(text, 'أبو سامي', 'PER', 'أبو سامي', 2),
    quotation,
  ];
  const names = (outcome: Outcome): string[] =>
    outcome.done
      ? outcome.annotations.map(({ anchor, canonical }) => `${anchor.exact}: ${canonical}`)
      : [outcome.refusal.code];

  test('gives one and every mention that had its name the name of the other, without a tie', () => {
    const [, , from = ''] = marks.map(markId);
    const outcome = runWith(
      SCHEME,
      stateOf(text, marks),
      tie('relate', from, SAME_ENTITY, markId(marks[1] as QuotationMark)),
    );
    expect(names(outcome)).toEqual(['العلي: فؤاد العلي', 'أبو سامي: فؤاد العلي', 'أبو سامي: فؤاد العلي']);
    expect(ties(outcome)).toEqual([]);
  });

  test('and to the quotations that it speaks, those accepted later too', () => {
    const [from = '', , to = ''] = marks.map(markId);
    const same = tie('relate', from, SAME_ENTITY, to);
    const accept: AnnotationAction = { kind: 'accept', ids: [markId(quotation)] };
    const expected = ['فؤاد العلي: أبو سامي', 'العلي: أبو سامي', 'نعم: أبو سامي', 'أبو سامي: أبو سامي'];
    expect(names(runWith(SCHEME, stateOf(text, marks), accept, same))).toEqual(expected);
    expect(names(runWith(SCHEME, stateOf(text, marks), same, accept))).toEqual(expected);
  });

  test('is for entities alone', () => {
    const [from = ''] = marks.map(markId);
    expect(
      names(runWith(SCHEME, stateOf(text, marks), tie('relate', from, SAME_ENTITY, markId(quotation)))),
    ).toEqual(['not-an-entity']);
  });
});
