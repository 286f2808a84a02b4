import { describe, expect, test } from 'vitest';
import { at, entity, run, stateOf, told } from '../../../test/unit/acting.ts';
import type { QuotationMark } from '../../labels/marks.ts';
import { markId } from '../mark-identity.ts';
import type { AnnotationAction, Outcome } from './action.ts';

const TEXT = 'جاء فؤاد. وقال فؤاد: "نعم". وفؤاد هنا، ومعه فؤاد آخر. شركة فؤاد\nشارك';
const QUOTATION: QuotationMark = {
  family: 'quotation',
  kind: 'direct',
  ...at(TEXT, 'نعم'),
  speaker: at(TEXT, 'فؤاد', 2),
  canonical: 'فؤاد العلي',
  cue: at(TEXT, 'قال'),
  confidence: 1,
  source: 'rule/test',
};
const MARKS = [
  entity(TEXT, 'فؤاد', 'PER', 'فؤاد العلي'),
  entity(TEXT, 'فؤاد', 'PER', 'فؤاد العلي', 2),
  entity(TEXT, 'فؤاد', 'PER', 'فؤاد العلي', 3),
  entity(TEXT, 'فؤاد', 'PER', 'فؤاد', 4),
  entity(TEXT, 'فؤاد', 'ORG', 'فؤاد العلي', 5),
  QUOTATION,
];
const IDS = MARKS.map(markId);
const accept = (...which: number[]): AnnotationAction => ({
  kind: 'accept',
  ids: which.map((i) => IDS[i] ?? ''),
});
const rename = (which: number, name: string, everywhere: boolean): AnnotationAction => ({
  kind: 'rename',
  id: IDS[which] ?? '',
  name,
  everywhere,
});
const act = (...actions: AnnotationAction[]): Outcome => run(stateOf(TEXT, MARKS), ...actions);
const names = (outcome: Outcome): string[] =>
  outcome.done
    ? outcome.annotations.map(
        ({ label, decision, canonical }) => `${decision === 'rejected' ? '-' : ''}${label} ${canonical}`,
      )
    : [outcome.refusal.code];

describe('rename', () => {
  test('gives one mention another name, with plain blanks; a mark is accepted by it', () => {
    expect(names(act(rename(0, '  فؤاد\u00a0\n سعيد ', false)))).toEqual(['PER فؤاد سعيد']);
    expect(names(act(accept(0, 1), rename(0, 'فؤاد سعيد', false)))).toEqual([
      'PER فؤاد سعيد',
      'PER فؤاد العلي',
    ]);
  });

  test('everywhere: every mention with the label and the name, marks accepted by it, and quotations that it speaks', () => {
    const outcome = act(accept(1, 3, 4, 5), rename(1, 'فؤاد سعيد', true));
    expect(names(outcome)).toEqual([
      'PER فؤاد سعيد',
      'PER فؤاد سعيد',
      'direct فؤاد سعيد',
      'PER فؤاد سعيد',
      'PER فؤاد',
      'ORG فؤاد العلي',
    ]);
    expect(outcome.done && outcome.changed).toBe(4);
  });

  test('everywhere from a quotation: its speaker, with the label that the speaker has', () => {
    expect(names(act(rename(5, 'فؤاد سعيد', true)))).toEqual([
      'PER فؤاد سعيد',
      'PER فؤاد سعيد',
      'direct فؤاد سعيد',
      'PER فؤاد سعيد',
    ]);
  });

  test('open quotations stay open, and take the name when they are accepted', () => {
    expect(names(act(rename(0, 'فؤاد سعيد', true)))).toHaveLength(3);
    expect(names(act(rename(0, 'فؤاد سعيد', true), accept(5)))).toEqual([
      'PER فؤاد سعيد',
      'PER فؤاد سعيد',
      'direct فؤاد سعيد',
      'PER فؤاد سعيد',
    ]);
  });

  test('leaves rejections', () => {
    expect(names(act({ kind: 'reject', ids: [IDS[1] ?? ''] }, rename(0, 'فؤاد سعيد', true)))).toEqual([
      'PER فؤاد سعيد',
      '-PER فؤاد العلي',
      'PER فؤاد سعيد',
    ]);
  });

  test('refuses no name, the same name, boilerplate and what is not there', () => {
    expect(names(act(rename(0, ' \u00a0', false)))).toEqual(['empty-name']);
    expect(names(act(accept(0), rename(0, 'فؤاد العلي', false)))).toEqual(['no-change']);
    expect(names(act(rename(9, 'فؤاد', false)))).toEqual(['unknown-item']);
    const tag: AnnotationAction = { kind: 'tag', spans: [at(TEXT, 'شارك')], label: 'share' };
    const outcome = act(tag, {
      kind: 'rename',
      id: '2026-01-02T00:00:00Z#0',
      name: 'اسم',
      everywhere: false,
    });
    expect(told(outcome, TEXT)).toEqual(['refused: nameless']);
  });
});
