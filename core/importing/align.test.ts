import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleText } from '../../test/unit/arbitrary-annotations.ts';
import { alignTexts } from './align.ts';

const ARTICLE =
  'جريدة المرفأ | الرئيسية | رياضة\nافتتاح ميناء جديد في اللاذقية\nقال المحافظ، سامر حداد: "سنبدأ العمل غداً".\nاقرأ أيضا\n' +
  'وأضاف أنّ الميناء سيستقبل عشر سفن كل يوم.\nنعم\nوقال حداد: "سنبدأ".';

/** The words that a span of words in the dataset's text is found as. */
const found = (text: string, words: string): string | null => {
  const start = text.indexOf(words);
  const place = alignTexts(text, ARTICLE)({ start, end: start + words.length });
  return place && ARTICLE.slice(place.start, place.end);
};

describe('the words of a dataset are found in the article', () => {
  const cases: readonly [how: string, text: string, words: string, expected: string | null][] = [
    ['the same text', ARTICLE, 'سامر حداد', 'سامر حداد'],
    [
      'tokens parted by blanks',
      'قال المحافظ ، سامر حداد : " سنبدأ العمل غداً " .',
      'سنبدأ العمل غداً',
      'سنبدأ العمل غداً',
    ],
    ['particles split off', 'و أضاف أنّ ال ميناء سيستقبل عشر سفن كل يوم .', 'ميناء', 'ميناء'],
    [
      'without boilerplate',
      'افتتاح ميناء جديد في اللاذقية\nقال المحافظ، سامر حداد: "سنبدأ العمل غداً".\nوأضاف أنّ الميناء سيستقبل عشر سفن كل يوم.',
      'الميناء سيستقبل',
      'الميناء سيستقبل',
    ],
    ['a short line between its neighbours', 'وأضاف أنّ الميناء سيستقبل عشر سفن كل يوم.\nنعم', 'نعم', 'نعم'],
    ['lines that were joined differ', 'وقال المدير: "لن نبدأ".', 'المدير', null],
    ['a blank is no word', 'افتتاح ميناء جديد في اللاذقية', ' ', null],
  ];
  test.each(cases)('%s', (_how, text, words, expected) => {
    expect(found(text, words)).toBe(expected);
  });

  test('two sentences of the same words are told apart by their order', () => {
    const text = 'فاز الفريق الأول بالمباراة\nخسر الفريق الثاني مباراته\nفاز الفريق الأول بالمباراة';
    const wide = text.replaceAll(' ', '  ');
    const [at, wideAt] = [text.lastIndexOf('الأول'), wide.lastIndexOf('الأول')];
    expect(alignTexts(wide, text)({ start: wideAt, end: wideAt + 5 })).toEqual({ start: at, end: at + 5 });
  });
});

test('other blanks change no place', () => {
  fc.assert(
    fc.property(articleText, fc.nat(60), fc.nat(60), (text, a, b) => {
      const wide = text.replaceAll(' ', '  ');
      const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
      const place = alignTexts(text, wide)({ start, end });
      const words = (of: string): string => of.replace(/[\s\u200b-\u200f]/g, '');
      if (place) expect(words(wide.slice(place.start, place.end))).toBe(words(text.slice(start, end)));
    }),
  );
});
