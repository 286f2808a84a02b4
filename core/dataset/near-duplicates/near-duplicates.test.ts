import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lexicon } from '../../../test/unit/lexicon.ts';
import { findBoilerplate } from '../../boilerplate/boilerplate.ts';
import { readArticle, readLine } from '../../lexicon/article.ts';
import { createCounts } from './counts.ts';
import { COPIED, findNearDuplicates } from './near-duplicates.ts';
import { ownSentences } from './own-sentences.ts';
import type { ComparedArticle } from './own-sentences.ts';
import { createPostings } from './postings.ts';
import { findRelated } from './related.ts';
import { SHINGLE, sharedCount, shinglesOf } from './shingles.ts';
import { lightStem } from './stem.ts';

const read = (file: string, text: string): ComparedArticle => {
  const article = readArticle(text, (line) => readLine(line, lexicon));
  const { classes, marks } = findBoilerplate(article);
  return { file, sentences: ownSentences({ article, classes, boilerplate: marks }) };
};

const WIRE = [
  'أعلنت هيئة الموانئ أمس أن الرصيف الجديد في ميناء السهل سيستقبل أولى سفنه في مطلع الصيف المقبل بعد عامين من العمل.',
  'وقال مدير الميناء سالم الحقلي إن طول الرصيف يبلغ أربعمئة متر وإن كلفته جاءت دون ما رصد له في الميزانية.',
  'وأضاف أن الصيادين سينقلون مراكبهم إلى المرسى القديم حتى لا تعطل السفن الكبيرة خروجهم قبل الفجر.',
  'وكانت العواصف قد أوقفت العمل في الرصيف مرتين خلال الشتاء الماضي ولم يصب أحد من العمال بأذى.',
];
const OTHER = [
  'افتتحت مدرسة الواحة مكتبة صغيرة جمع أهالي القرية كتبها من بيوتهم خلال شهر واحد.',
  'وذكرت المعلمة ريم الساقي أن التلاميذ رتبوا الرفوف بأنفسهم وكتبوا أسماء الكتب بخط اليد على بطاقات ملونة.',
];

/** The second text is the same story as the first, in the way that is said. */
const CASES: readonly [what: string, text: string, isCopy: boolean][] = [
  ['the same text', ['رصيف جديد في ميناء السهل', ...WIRE].join('\n'), true],
  ['another headline over it', ['الميناء يستعد للصيف بمرسى أطول', ...WIRE].join('\n'), true],
  ['cut short to its first paragraph', ['رصيف ميناء السهل', WIRE[0]].join('\n'), true],
  ['paragraphs in another order', ['الرصيف الجديد', WIRE[2], WIRE[0], WIRE[3]].join('\n'), true],
  [
    'spelt otherwise, with harakat and tatweel',
    ['رصيف', ...WIRE].join('\n').replaceAll('أ', 'ا').replaceAll('ة', 'ه').replaceAll('قال', 'قَـــال'),
    true,
  ],
  ['a paragraph of its own more', ['رصيف ميناء السهل', ...WIRE, ...OTHER].join('\n'), true],
  ['another story', ['مكتبة في مدرسة الواحة', ...OTHER].join('\n'), false],
  ['the headline alone in common', ['رصيف جديد في ميناء السهل', ...OTHER].join('\n'), false],
  [
    'one sentence of four retold',
    [
      'سفن الصيف',
      'يستعد ميناء السهل لاستقبال سفن كبيرة على رصيف طوله أربعمئة متر كما أفاد مديره.',
      ...OTHER,
    ].join('\n'),
    false,
  ],
];

describe('findNearDuplicates', () => {
  test.each(CASES)('%s', (_, text, isCopy) => {
    const articles = [read('a.txt', ['رصيف جديد في ميناء السهل', ...WIRE].join('\n')), read('b.txt', text)];
    const { groups, links } = findNearDuplicates(articles);
    expect(groups).toEqual(isCopy ? [['a.txt', 'b.txt']] : []);
    expect(links.map(({ files }) => files)).toEqual(isCopy ? [['a.txt', 'b.txt']] : []);
  });

  test('counts exactly: containment in the shorter, resemblance over both', () => {
    const words = (from: number, to: number): string[] =>
      Array.from({ length: to - from }, (_, i) => `كلمة${from + i}`);
    const of = (file: string, from: number, to: number): ComparedArticle => ({
      file,
      sentences: [{ line: 1, start: 0, end: 1, words: words(from, to) }],
    });
    // 24 and 16 words have 20 and 12 runs of five; 12 to 23 are in both: 8 runs.
    expect(findNearDuplicates([of('a', 0, 24), of('b', 12, 28)]).links).toEqual([
      { files: ['a', 'b'], containment: 8 / 12, resemblance: 8 / 24 },
    ]);
  });

  test('what stands between copies joins them to one group', () => {
    const half = (at: number): ComparedArticle => ({
      file: `${at}`,
      sentences: [
        { line: 1, start: 0, end: 1, words: Array.from({ length: 100 }, (_, i) => `كلمة${at * 50 + i}`) },
      ],
    });
    expect(findNearDuplicates([half(2), half(0), half(1), half(9)]).groups).toEqual([['0', '1', '2']]);
  });

  test('hundreds of copies are one group, though each meets its neighbours alone', () => {
    const copies = Array.from({ length: 300 }, (_, i): ComparedArticle => ({
      file: `${1000 + i}`,
      sentences: [{ line: 1, start: 0, end: 1, words: WIRE.join(' ').split(' ') }],
    }));
    expect(findNearDuplicates(copies).groups.map(({ length }) => length)).toEqual([300]);
  });

  test('articles without words of their own are no copies of each other', () => {
    expect(findNearDuplicates([read('a', ''), read('b', '\n'), read('c', '…')]).groups).toEqual([]);
  });

  const anyArticles = fc
    .array(fc.array(fc.constantFrom('نص', 'خبر', 'ميناء', 'سفينة', 'بحر', 'مدينة'), { maxLength: 30 }), {
      maxLength: 8,
    })
    .map((texts) =>
      texts.map((words, i): ComparedArticle => ({
        file: `${i}.txt`,
        sentences: [{ line: 1, start: 0, end: 1, words }],
      })),
    );

  test('finds exactly the pairs that comparing all with all finds, in any order of the articles', () => {
    fc.assert(
      fc.property(anyArticles, fc.context(), (articles, log) => {
        const expected = articles.flatMap((a, i) =>
          articles.slice(i + 1).flatMap((b) => {
            const [x, y] = [a, b].map(({ sentences }) => shinglesOf(sentences.flatMap(({ words }) => words)));
            if (!x || !y) return [];
            const share = sharedCount(x, y) / Math.min(x.length, y.length);
            log.log(`${a.file} ${b.file} ${share}`);
            return share >= COPIED ? [[a.file, b.file]] : [];
          }),
        );
        const found = findNearDuplicates(articles);
        expect(found.links.map(({ files }) => files)).toEqual(expected);
        expect(findNearDuplicates([...articles].reverse())).toEqual(found);
      }),
    );
  });
});

describe('findRelated', () => {
  const TRANSLATED = [
    [
      'وزير الري يتحدث عن السد',
      'قال وزير الري نبيل الساقية للصحفيين "لدينا معلومات تفيد بأن منسوب البحيرة سيرتفع خلال أسابيع، ونحن مستعدون لفتح البوابات عند الحاجة".',
      'وزار الوزير ثلاث قرى على ضفة النهر صباح أمس.',
    ],
    [
      'استعداد لفتح بوابات السد',
      'شارك عشرات المزارعين في اجتماع عقد في قاعة البلدية.',
      'وأكد الوزير نبيل الساقية: "لدينا معلومات مفادها أن منسوب مياه البحيرة سوف يرتفع في غضون أسابيع، وإننا على استعداد لفتح البوابات إذا دعت الحاجة".',
    ],
    ['مكتبة في مدرسة الواحة', ...OTHER],
    ['رصيف جديد', ...WIRE],
  ].map((lines, i) => read(`${i}.txt`, lines.join('\n')));

  test('shows the same statement in two translations, with the two sentences', () => {
    const found = findRelated(TRANSLATED, findNearDuplicates(TRANSLATED));
    expect(found.map(({ files }) => files)).toEqual([['0.txt', '1.txt']]);
    expect(found[0]?.statements[0]?.sentences.map(({ line }) => line)).toEqual([2, 3]);
  });

  test('does not show copies of one group, which are kept together anyhow', () => {
    const copies = [
      read('a.txt', ['رصيف', ...WIRE].join('\n')),
      read('b.txt', ['ميناء', ...WIRE].join('\n')),
    ];
    expect(findNearDuplicates(copies).groups).toHaveLength(1);
    expect(findRelated(copies, findNearDuplicates(copies))).toEqual([]);
    expect(findRelated(copies, { groups: [] })).toHaveLength(1);
  });

  test('a name with its titles is no statement', () => {
    const title = 'وزير الري والموارد المائية والزراعة في جمهورية السهل الدكتور المهندس نبيل بن سالم الساقية';
    const articles = [
      `استقبل ${title} وفدا من الصيادين في مكتبه صباح أمس.`,
      `افتتح ${title} معرض الكتاب في قاعة البلدية مساء السبت.`,
      `غادر ${title} العاصمة متوجها إلى الجبال لقضاء إجازة قصيرة.`,
      `عاد ${title} إلى بيته بعد رحلة طويلة في القطار.`,
    ].map((text, i) => read(`${i}.txt`, `عنوان\n${text}`));
    expect(findRelated(articles, { groups: [] })).toEqual([]);
  });

  test('the order of the articles changes nothing', () => {
    const found = findRelated(TRANSLATED, { groups: [] });
    expect(findRelated([...TRANSLATED].reverse(), { groups: [] })).toEqual(found);
  });
});

describe('ownSentences', () => {
  test('the text alone: no headline, no byline, no boilerplate; offsets find the sentence', () => {
    const text = `عنوان الخبر عن الميناء\n${WIRE[0]} ${WIRE[1]}\nاقرأ أيضا:\nخبر آخر عن المدرسة`;
    const { sentences } = read('a.txt', text);
    expect(sentences.map(({ line, start, end }) => [line, text.slice(start, end)])).toEqual([
      [2, WIRE[0]],
      [2, WIRE[1]],
    ]);
    expect(sentences[0]?.words.slice(0, 3)).toEqual(['اعلنت', 'هييه', 'المواني']);
  });
});

test('shinglesOf: one number for each run of five words, sorted, each once', () => {
  const words = ['ا', 'ب', 'ج', 'د', 'ه', 'و'];
  expect(shinglesOf(words)).toHaveLength(2);
  expect(shinglesOf([...words, ...words, ...words])).toHaveLength(6);
  expect(shinglesOf(words.slice(0, SHINGLE - 1))).toHaveLength(1);
  expect(shinglesOf([])).toHaveLength(0);
  expect([...shinglesOf(words)]).toEqual([...shinglesOf(words)].sort((a, b) => a - b));
  expect(sharedCount(shinglesOf(words), shinglesOf(['س', ...words]))).toBe(2);
  expect(sharedCount(shinglesOf(words), shinglesOf([...words].reverse()))).toBe(0);
});

const STEMS: readonly [word: string, stem: string][] = [
  ['والمحادثات', 'محادث'],
  ['محادثه', 'محادث'],
  ['بالاسلحه', 'اسلح'],
  ['للروسيين', 'روس'],
  ['وزير', 'زير'],
  ['وهو', 'وهو'],
  ['ما', 'ما'],
];
test.each(STEMS)('lightStem: %s → %s', (word, stem) => expect(lightStem(word)).toBe(stem));

test('createCounts and createPostings agree with a Map, whatever the keys', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 0xffffffff }))),
      (keys) => {
        const counts = createCounts();
        const postings = createPostings();
        const known = new Map<number, number[]>();
        for (const [item, key] of keys.entries()) {
          const met: number[] = [];
          postings.enter(key, item, (earlier) => met.push(earlier));
          expect(met).toEqual([...(known.get(key) ?? [])].reverse().slice(0, 30));
          known.set(key, [...(known.get(key) ?? []), item]);
          counts.add(key);
        }
        for (const key of keys) expect(counts.of(key)).toBe(known.get(key)?.length);
        expect(counts.of(21)).toBe(keys.filter((key) => key === 21).length);
      },
    ),
  );
});

test('createCounts and createPostings grow', () => {
  const counts = createCounts();
  const postings = createPostings();
  for (let i = 0; i < 20_000; i++) {
    counts.add(i * 7919);
    postings.enter(i * 7919, i, () => expect.fail('no key came twice'));
  }
  for (let i = 0; i < 20_000; i++) expect(counts.of(i * 7919)).toBe(1);
  const met: number[] = [];
  postings.enter(7919 * 5, 20_000, (earlier) => met.push(earlier));
  expect(met).toEqual([5]);
});
