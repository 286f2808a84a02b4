import { describe, expect, it } from 'vitest';
import { lexicon } from '../../test/unit/lexicon.ts';
import { readLine } from '../lexicon/article.ts';
import { findPhrases, parsePhraseValue } from './phrases.ts';

describe('findPhrases: what phrases a line has, and where they must stand', () => {
  const cases: [line: string, strongest: string | null][] = [
    ['إعلان', 'ad whole'],
    ['- إعلان -', 'ad whole'],
    ['إعلان حالة الطوارئ في الجزيرة', null],
    ['المصدر: وكالات', 'source label'],
    ['المصدر المسؤول نفى الخبر', null],
    ['اقرأ أيضا: عنوان آخر', 'read-also label'],
    ['اقرأ أيضا عنوان آخر', 'read-also lead'],
    ['مرتبط', 'read-also whole'],
    ['مرتبط بما سبق أن أعلنه', null],
    ['*خدمة «واشنطن بوست»', 'source starred'],
    ['خدمة جديدة في البريد', null],
    ['الوزير يقص الشريط (رويترز)', 'caption credit'],
    ['سفينة في الميناء – AFP/Jane Doe', 'caption credit'],
    ['قالت رويترز إن الميناء أغلق', null],
    ['جميع الحقوق محفوظة © 2024', 'legal within'],
    ['حول الشركة:', 'about heading'],
    ['حول المدفأة جلس الأطفال', null],
    ['قال الوزير ذلك. تابع الجزيرة نت على:', 'share tail'],
    ['والمصدر: وكالات', null],
    ['', null],
  ];
  it.each(cases)('%s', (line, strongest) => {
    const [phrase] = findPhrases(readLine(line, lexicon));
    expect(phrase ? `${phrase.class} ${phrase.rule}` : null).toBe(strongest);
  });
});

describe('parsePhraseValue', () => {
  it('reads every value of the shipped list', () => {
    const values = lexicon.groups
      .flat()
      .filter((entry) => entry.list === 'boilerplate-phrase')
      .map((entry) => entry.value);
    expect(values.length).toBeGreaterThan(20);
    for (const value of values) expect(() => parsePhraseValue(value), value).not.toThrow();
  });

  it.each(['', 'ad', 'ad nowhere', 'advert whole', 'ad toString'])('refuses "%s", naming it', (value) => {
    expect(() => parsePhraseValue(value)).toThrow(`"${value}"`);
  });
});
