import { describe, expect, test } from 'vitest';
import { at, caret, entity, idOf, run, stateOf, told } from '../../../test/unit/acting.ts';
import type { BoilerplateMark, Mark } from '../../labels/marks.ts';
import { markId } from '../mark-identity.ts';
import { visibleMarks } from '../visible.ts';
import type { AnnotationAction } from './action.ts';

describe('reject everywhere', () => {
  const text = 'قال أمل إن آمل في أمل، وأمل قادمة';
  const marks = [
    entity(text, 'أمل', 'PER'),
    entity(text, 'آمل', 'PER', 'آمل'),
    entity(text, 'أمل', 'ORG', 'أمل', 2),
    entity(text, 'أمل', 'PER', 'حركة أمل', 3),
  ];
  const ids = marks.map(markId);
  const reject = (always: boolean, id = ids[0] ?? ''): AnnotationAction => ({
    kind: 'rejectEverywhere',
    id,
    always,
  });

  test('rejects each mark with the label and the words, in whatever spelling and under whatever name', () => {
    const outcome = run(stateOf(text, marks), reject(false));
    expect(told(outcome, text)).toEqual(['-PER أمل', '-PER آمل', '-PER أمل']);
    expect(outcome.done && outcome.changed).toBe(3);
    expect(visibleMarks(marks, outcome.done ? outcome.annotations : []).map(markId)).toEqual([ids[2]]);
  });

  test('says for the project that it is wrong, once, and takes that back when it is accepted', () => {
    const always = run(stateOf(text, marks), reject(true));
    expect(always.done && always.annotations.map(({ everywhere }) => everywhere)).toEqual([
      true,
      false,
      false,
    ]);
    const accepted = run(stateOf(text, marks), reject(true), { kind: 'accept', ids: [idOf(0)] });
    expect(told(accepted, text)).toEqual(['PER أمل', '-PER آمل', '-PER أمل']);
    expect(accepted.done && accepted.annotations.map(({ everywhere }) => everywhere)).toEqual(
      Array(3).fill(false),
    );
  });

  test('a rejection can be made one for the project later', () => {
    const outcome = run(stateOf(text, marks), reject(false), reject(true, idOf(0)));
    expect(outcome.done && outcome.annotations.map(({ everywhere }) => everywhere)).toEqual([
      true,
      false,
      false,
    ]);
    expect(told(run(stateOf(text, marks), reject(true), reject(true, idOf(0))), text)).toEqual([
      'refused: no-change',
    ]);
  });

  test('what was accepted elsewhere stays', () => {
    const accept: AnnotationAction = { kind: 'accept', ids: [ids[3] ?? ''] };
    expect(told(run(stateOf(text, marks), accept, reject(false)), text)).toEqual([
      '-PER أمل',
      '-PER آمل',
      'PER أمل',
    ]);
  });

  test('what was tagged by hand goes; for the project its rejection is kept', () => {
    const tag: AnnotationAction = { kind: 'tag', spans: [caret(text, 'قادمة')], label: 'PER' };
    const byHand = (always: boolean) => told(run(stateOf(text), tag, reject(always, idOf(0))), text);
    expect(byHand(false)).toEqual([]);
    expect(byHand(true)).toEqual(['-PER قادمة']);
  });

  test('lines of boilerplate that say the same', () => {
    const lines = 'تابعنا\nنص\nتابعنا\nتابعونا';
    const mark = (words: string, nth = 1): BoilerplateMark => ({
      family: 'boilerplate',
      class: 'share',
      inline: false,
      confidence: 1,
      source: 'rule/test',
      ...at(lines, words, nth),
    });
    const shares: Mark[] = [mark('تابعنا'), mark('تابعنا', 2), mark('تابعونا')];
    expect(told(run(stateOf(lines, shares), reject(false, 'boilerplate:share:0-6')), lines)).toEqual([
      '-share تابعنا',
      '-share تابعنا',
    ]);
  });

  test('of no item', () => {
    expect(told(run(stateOf(text, marks), reject(false, 'none')), text)).toEqual(['refused: unknown-item']);
  });
});
