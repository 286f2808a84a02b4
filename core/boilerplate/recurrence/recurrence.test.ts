import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lexicon } from '../../../test/unit/lexicon.ts';
import { readArticle, readLine } from '../../lexicon/article.ts';
import { findBoilerplate } from '../boilerplate.ts';
import type { BoilerplateFinding } from '../boilerplate.ts';
import { createLineCounts } from './line-counts.ts';
import { lineKey, lineKeys } from './line-keys.ts';

const TOPICS = [
  'الطريق',
  'الجسر',
  'المدرسة',
  'المستشفى',
  'السوق',
  'الميناء',
  'المسرح',
  'الحديقة',
  'المصنع',
  'الملعب',
];
const PLACES = [
  'القرية',
  'البلدة',
  'المدينة',
  'الجزيرة',
  'الواحة',
  'الضاحية',
  'الساحل',
  'الوادي',
  'الهضبة',
  'السهل',
];

/** The lines of an article of our own, `n` telling what it is about. */
const story = (n: number): { headline: string; text: string[] } => {
  const topic = TOPICS[n % 10];
  const place = PLACES[(n * 3 + Math.floor(n / 10)) % 10];
  return {
    headline: `افتتاح ${topic} في ${place} بعد ${n + 2} أشهر من العمل`,
    text: [
      `قال رئيس بلدية ${place} إن ${topic} سيفتح أبوابه أمام السكان بعد ${n + 2} أشهر من العمل المتواصل.`,
      `وأضاف أن كلفة ${topic} بلغت ${n + 5} ملايين دينار دفعتها بلدية ${place} من ميزانيتها الخاصة.`,
      `وكان العمل في ${topic} قد توقف ${n + 3} مرات بسبب الأمطار التي هطلت على ${place} في الشتاء.`,
    ],
  };
};

/** What is found in each file of a folder. */
function findInFolder(files: readonly string[]): BoilerplateFinding[] {
  const counts = createLineCounts();
  const keys = files.map(lineKeys);
  for (const one of keys) counts.add(one);
  return files.map((text, i) =>
    findBoilerplate(
      readArticle(text, (line) => readLine(line, lexicon)),
      undefined,
      counts.forFile(keys[i] as ReadonlySet<number>),
    ),
  );
}

/** A folder of `size` files; each is made from its number's story. */
const folderOf = (size: number, make: (headline: string, text: string[], n: number) => string[]): string[] =>
  Array.from({ length: size }, (_, n) => {
    const { headline, text } = story(n);
    return make(headline, text, n).join('\n');
  });

const MASTHEAD = 'سهل نيوز صوت الفلاحين منذ نصف قرن';
const PITCH = 'ألق نظرة على الألبوم';
const BUTTON = 'بدل اللون';
const PROMISE = 'نرافق أهل السهل في أفراحهم وأحزانهم ونحمل همومهم إلى كل بيت في البلاد.';

describe('lines that recur in the files of a folder', () => {
  const cases: [what: string, files: string[], line: string, expected: string][] = [
    [
      'a slogan above the headline',
      folderOf(6, (headline, text) => [MASTHEAD, headline, ...text]),
      MASTHEAD,
      'crawl-header',
    ],
    [
      'a button above the text',
      folderOf(6, (headline, text) => [headline, BUTTON, ...text]),
      BUTTON,
      'share',
    ],
    [
      'a pitch between paragraphs',
      folderOf(6, (headline, [lead = '', ...rest]) => [headline, lead, PITCH, ...rest]),
      PITCH,
      'share',
    ],
    [
      'a headline of another article below the text',
      folderOf(6, (headline, text) => [headline, ...text, 'مهرجان الزيتون يبدأ غدا في ساحة البلدة القديمة']),
      'مهرجان الزيتون يبدأ غدا في ساحة البلدة القديمة',
      'related',
    ],
    [
      'a paragraph of the outlet on itself below the text',
      folderOf(6, (headline, text) => [headline, ...text, PROMISE]),
      PROMISE,
      'subscribe',
    ],
    [
      'counters that differ in the number',
      folderOf(6, (headline, text, n) => [headline, ...text, `${n + 11} زائرا مر من هنا`]),
      '11 زائرا مر من هنا',
      'related',
    ],
    [
      'the same line in two files only',
      folderOf(6, (headline, text, n) => [headline, ...text, ...(n < 2 ? [PROMISE] : [])]),
      PROMISE,
      'body',
    ],
    [
      "a paragraph within the text: somebody's standing phrase",
      folderOf(6, (headline, [lead = '', ...rest]) => [headline, lead, PROMISE, ...rest]),
      PROMISE,
      'body',
    ],
    [
      "a subheading that opens a list stays the article's own",
      folderOf(6, (headline, [lead = '', ...rest]) => [headline, lead, 'ماذا يقول السكان:', ...rest]),
      'ماذا يقول السكان:',
      'body',
    ],
    [
      "a byline that recurs stays the article's own",
      folderOf(6, (headline, text) => [headline, 'سعاد الراوي - السهل', ...text]),
      'سعاد الراوي - السهل',
      'byline',
    ],
    [
      "a column's title over every text, and no other headline",
      folderOf(6, (_, text) => ['حديث السهل كل صباح', ...text]),
      'حديث السهل كل صباح',
      'headline',
    ],
  ];
  it.each(cases)('%s', (_, files, line, expected) => {
    const [first] = findInFolder(files);
    expect(first?.classes[files[0]?.split('\n').indexOf(line) ?? -1], line).toBe(expected);
  });

  it('the headline under a slogan is found', () => {
    const files = folderOf(6, (headline, text) => [MASTHEAD, headline, ...text]);
    for (const { classes } of findInFolder(files))
      expect(classes).toEqual(['crawl-header', 'headline', 'body', 'body', 'body']);
  });

  it('copies of one article lose nothing', () => {
    const { headline, text } = story(0);
    const copies = Array.from({ length: 8 }, (_, n) =>
      [headline, ...text, `نسخة رقم ${PLACES[n]}`].join('\n'),
    );
    for (const { classes } of findInFolder(copies))
      expect(classes.slice(0, 4)).toEqual(['headline', 'body', 'body', 'body']);
  });

  it('the mark says in how many files', () => {
    const files = folderOf(6, (headline, text) => [headline, ...text, PROMISE]);
    const sources = findInFolder(files)[0]?.marks.map(({ source }) => source);
    expect(sources).toEqual(['folder/recurring-6']);
  });
});

describe('lineKey', () => {
  const cases: [string, string, boolean][] = [
    ['3 تعليقات', '12 تعليقات:', true],
    ['• تابِعُنا', 'تابعنا', true],
    ['إقرأ أيضاً:', 'اقرا ايضا', true],
    ['تابعنا على تويتر', 'تابعنا على فيسبوك', false],
    ['ab', 'ba', false],
  ];
  it.each(cases)('"%s" and "%s": %s', (a, b, same) => {
    expect(lineKey(a) === lineKey(b)).toBe(same);
  });
  it.each(['', ' ', '***', '12:30', 'ا', 'كلمة '.repeat(70)])('"%s" has none', (line) => {
    expect(lineKey(line)).toBeNull();
  });
});

describe('createLineCounts', () => {
  const keys = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 6 }).map((list) => new Set(list));

  it('counts the other files alone, whatever came and went before', () => {
    fc.assert(
      fc.property(fc.array(keys, { minLength: 1 }), fc.array(keys), (files, gone) => {
        const counts = createLineCounts();
        for (const file of gone) counts.add(file);
        for (const file of files) counts.add(file);
        for (const file of gone) counts.remove(file);
        const [own = new Set<number>(), ...others] = files;
        const { files: count, filesWith } = counts.forFile(own);
        expect(count).toBe(others.length);
        for (let key = 0; key < 10; key++)
          expect(filesWith(key), `key ${key}`).toBe(others.filter((file) => file.has(key)).length);
      }),
    );
  });
});
