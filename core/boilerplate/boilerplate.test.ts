import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lexicon } from '../../test/unit/lexicon.ts';
import { LINE_CLASSES } from '../labels/line-classes.ts';
import type { LineClass } from '../labels/line-classes.ts';
import { readArticle, readLine } from '../lexicon/article.ts';
import type { LineReading } from '../lexicon/article.ts';
import { graphemeStart } from '../text/graphemes.ts';
import { findBoilerplate, lookAtLine } from './boilerplate.ts';
import type { BoilerplateFinding, LineLook } from './boilerplate.ts';

const find = (text: string): BoilerplateFinding =>
  findBoilerplate(readArticle(text, (line) => readLine(line, lexicon)));

/** Rows "class | line": the text is the lines, the expectation the classes. */
function readPage(page: string): { text: string; classes: string[] } {
  const rows = page
    .trim()
    .split('\n')
    .map((row) => row.trim().split(' | '));
  return {
    text: rows.map(([, ...line]) => line.join(' | ')).join('\n'),
    classes: rows.map(([lineClass]) => lineClass ?? ''),
  };
}

const PARAGRAPH = 'قال الوزير إن الطريق الجديد سيفتح أمام السيارات في نهاية الشهر بعد أعمال دامت عامين.';
const SECOND = 'وأضاف أن كلفته بلغت خمسة ملايين دينار دفعتها البلدية من ميزانيتها الخاصة.';
const THIRD = 'وكانت الأعمال قد توقفت مرتين بسبب الأمطار التي هطلت على المنطقة في الشتاء.';
const OTHER = 'أعلن نادي المدينة أنه تعاقد مع حارس مرمى جديد لموسم واحد قابل للتمديد.';

const PAGES: [name: string, page: string][] = [
  [
    'an article and nothing else',
    `headline | افتتاح طريق جديد بين القريتين
     body | ${PARAGRAPH}
     body | ${SECOND}`,
  ],
  [
    'no headline: the first line is a paragraph',
    `body | ${PARAGRAPH}
     body | ${SECOND}`,
  ],
  [
    "a crawler's header, the headline twice, a stamp",
    `crawl-header | بوابة السهل:
     crawl-header | 2024-01-02@03:04:05 GMT
     headline | افتتاح طريق جديد بين القريتين
     dateline | تاريخ النشر: 2nd, January 2024 GMT
     headline-repeat | افتتاح طريق جديد بين القريتين
     body | ${PARAGRAPH}
     body | ${SECOND}`,
  ],
  [
    'byline, caption with credit, source, tags',
    `headline | افتتاح طريق جديد بين القريتين
     byline | كتبت: سعاد الراوي
     caption | الوزير يقص الشريط (رويترز)
     body | ${PARAGRAPH}
     body | ${SECOND}
     source | المصدر: وكالات
     keywords | كلمات دلالية: طريق بلدية وزير`,
  ],
  [
    'an article appended behind the tags, and a list behind that',
    `headline | افتتاح طريق جديد بين القريتين
     body | ${PARAGRAPH}
     body | ${SECOND}
     keywords | كلمات دلالية: طريق بلدية وزير
     read-also | إقرأ أيضاً:
     appended-article | حارس مرمى جديد في نادي المدينة
     dateline | يناير 2, 2024آخر تحديث: يناير 3, 2024
     appended-article | ${OTHER}
     appended-article | عقد لموسم واحد
     appended-article | وسيصل اللاعب إلى المدينة يوم الأحد المقبل لإجراء الفحص الطبي المعتاد.
     ad | إعلان
     share | شارك هذا المقال
     read-also | مقالات مشابهة
     related | • نادي المدينة يفوز بكأس الإقليم
     related | • ملعب المدينة يغلق أبوابه للصيانة`,
  ],
  [
    'related headlines in the midst of the text, which goes on',
    `headline | افتتاح طريق جديد بين القريتين
     body | ${PARAGRAPH}
     read-also | روابط ذات صلة
     related | نادي المدينة يفوز بكأس الإقليم
     related | مهرجان الزيتون يبدأ غدا
     body | ${SECOND}
     body | ${THIRD}`,
  ],
  [
    'a label with its headline in one line',
    `headline | افتتاح طريق جديد بين القريتين
     body | ${PARAGRAPH}
     related | اقرأ أيضا: نادي المدينة يفوز بكأس الإقليم
     body | ${SECOND}
     body | ${THIRD}`,
  ],
  [
    'two headlines run together between paragraphs',
    `headline | افتتاح طريق جديد بين القريتين
     body | ${PARAGRAPH}
     body | ${SECOND}
     related | نادي المدينة يفوز بكأس الإقليم للمرة الثالثة في تاريخه ومدربه يعتزل مهرجان الزيتون يبدأ غدا في الساحة الكبيرة وسط إقبال شديد
     body | ${THIRD}
     body | وشكر الوزير العمال على صبرهم وقال إنهم أصحاب الفضل في إنجاز المشروع.`,
  ],
  [
    'teasers of other articles below the text, with no heading',
    `headline | افتتاح طريق جديد بين القريتين
     body | ${PARAGRAPH}
     body | ${SECOND}
     body | ${THIRD}
     body | وشكر الوزير العمال على صبرهم وقال إنهم أصحاب الفضل في إنجاز المشروع.
     related | أعلن نادي المدينة، الأحد، أنه تعاقد مع حارس مرمى جديد لموسم واحد
     related | أكدت وزارة الزراعة، الإثنين، أن محصول الزيتون هذا العام هو الأوفر منذ عشر سنوات
     related | كشفت شركة ألمانية، السبت، عن سيارة كهربائية تسير ألف كيلومتر`,
  ],
  [
    "a list in the text, in the text's own words",
    `headline | افتتاح طريق جديد بين القريتين
     body | ${PARAGRAPH}
     body | ${SECOND}
     body | وفيما يلي مراحل العمل في الطريق كما أعلنها الوزير:
     body | - حفر الطريق ورصفه بين القريتين
     body | - بناء الجسر على الوادي
     body | - زرع الأشجار على جانبي الطريق
     body | ${THIRD}`,
  ],
  [
    'the beginning of the first paragraph, cut off, above it',
    `headline | افتتاح طريق جديد بين القريتين
     crawl-header | ${PARAGRAPH.slice(0, 66)}...
     body | ${PARAGRAPH}
     body | ${SECOND}`,
  ],
  [
    'a second headline is no caption',
    `headline | افتتاح طريق جديد بين القريتين
     body | خمسة ملايين دينار.. والوزير يشكر العمال
     body | ${PARAGRAPH}
     body | ${SECOND}`,
  ],
  [
    'a path to the article, hashtags, notices of copyright',
    `share | الرئيسية » أخبار محلية » طرق
     headline | افتتاح طريق جديد بين القريتين
     caption | الجسر الجديد © رويترز
     body | ${PARAGRAPH}
     body | ${SECOND}
     keywords | #طرق #وزارة_الأشغال
     share | 3 دقائق قراءة
     comments | هاتف: 0123456
     legal | © 2024 صحيفة السهل`,
  ],
  [
    'a portal: links above, footer below',
    `share | الرئيسية
     share | اقتصاد
     headline | افتتاح طريق جديد بين القريتين
     dateline | الثلاثاء 2 يناير 2024 - 10:30
     share | طباعة
     body | ${PARAGRAPH}
     body | ${SECOND}
     body | ${THIRD}
     read-also | الأكثر قراءة
     dateline | قبل 12 دقيقة
     related | نادي المدينة يفوز بكأس الإقليم
     comments | أضف تعليق
     subscribe | اشترك في نشرتنا البريدية
     legal | جميع الحقوق محفوظة © 2024`,
  ],
  [
    'ways to write to the author, and where to read on',
    `headline | افتتاح طريق جديد بين القريتين
     body | ${PARAGRAPH}
     related | شاهد أيضا كيف بدت الطريق قبل عامين
     body | ${SECOND}
     body | ${THIRD}
     comments | للتواصل مع الكاتب:
     comments | suad@example.org
     comments | تويتر: @suad_news`,
  ],
  [
    "an outlet's slogan and stamp above the headline",
    `crawl-header | صحيفة السهل صوت الناس في كل مكان
     crawl-header | 2024-01-02 03:04
     headline | الوزير: الطريق الجديد يفتح أمام السيارات نهاية الشهر
     body | ${PARAGRAPH}
     body | ${SECOND}`,
  ],
  [
    "a page's title and description above the headline",
    `crawl-header | افتتاح طريق جديد بين القريتين - صحيفة السهل
     crawl-header | يفتح الطريق الجديد أمام السيارات في نهاية الشهر بعد أعمال دامت عامين كاملين.
     share | الرئيسية
     headline | افتتاح طريق جديد بين القريتين
     body | ${PARAGRAPH}
     body | ${SECOND}`,
  ],
  [
    'a list of tags line by line',
    `headline | افتتاح طريق جديد بين القريتين
     body | ${PARAGRAPH}
     body | ${SECOND}
     keywords | الكلمات الدالة :
     keywords | طريق
     keywords | وزير الأشغال
     share | مشاركة الخبر :`,
  ],
  [
    "an agency's sign-off",
    `headline | افتتاح طريق جديد بين القريتين
     dateline | عمان 5 شوال 1436 هـ الموافق 21 يوليو 2015 م واس
     body | ${PARAGRAPH}
     source | // انتهى //
     source | 14:18 ت م`,
  ],
  [
    'subheadings are text',
    `headline | افتتاح طريق جديد بين القريتين
     body | ${PARAGRAPH}
     body | عامان من العمل
     body | ${SECOND}
     body | حول أسباب التأخير:
     body | ${THIRD}
     body | وشكر الوزير العمال على صبرهم وقال إنهم أصحاب الفضل في إنجاز المشروع.
     body | ونظمت البلدية حفلا صغيرا في الساحة حضره أهل القريتين وأطفال المدرسة.
     body | وانتهى الحفل قبل الغروب.`,
  ],
];

describe('findBoilerplate: the class of each line', () => {
  it.each(PAGES)('%s', (_, page) => {
    const { text, classes } = readPage(page);
    const lines = text.split('\n');
    const found = find(text).classes;
    expect(lines.map((line, i) => `${found[i]} | ${line}`)).toEqual(
      lines.map((line, i) => `${classes[i]} | ${line}`),
    );
  });

  it('blank lines have no class and change nothing', () => {
    const { text, classes } = readPage(PAGES[4]?.[1] ?? '');
    const found = find(text.replaceAll('\n', '\n\n\u200f\n')).classes;
    expect(found.filter((c) => c !== null)).toEqual(classes);
  });
});

describe('findBoilerplate: runs within a line', () => {
  const head = `افتتاح طريق جديد بين القريتين\n`;
  const cases: [line: string, lineClass: LineClass, run: string][] = [
    [`دمشق، سوريا (CNN) -- ${PARAGRAPH}`, 'byline', 'دمشق، سوريا (CNN) --'],
    [`(CNN)— ${PARAGRAPH}`, 'byline', '(CNN)—'],
    [`تونس- (ا ف ب): ${PARAGRAPH}`, 'byline', 'تونس- (ا ف ب):'],
    [`القاهرة - أ ف ب: ${PARAGRAPH}`, 'byline', 'القاهرة - أ ف ب:'],
    [`صفاقس (تونس) - رويترز: ${PARAGRAPH}`, 'byline', 'صفاقس (تونس) - رويترز:'],
    [`السهل/- ${PARAGRAPH}`, 'byline', 'السهل/-'],
    [`إعلانو${PARAGRAPH}`, 'ad', 'إعلان'],
    [`${PARAGRAPH} اعلان`, 'ad', 'اعلان'],
    [`${PARAGRAPH} تابع الجزيرة نت على:`, 'share', 'تابع الجزيرة نت على:'],
    ['اقرأ أيضا: نادي المدينة يفوز بكأس الإقليم', 'read-also', 'اقرأ أيضا:'],
  ];
  it.each(cases)('%s', (line, lineClass, run) => {
    const text = `${head}${line}\n${SECOND}`;
    const runs = find(text).marks.filter((mark) => mark.inline);
    expect(runs.map((mark) => [mark.class, text.slice(mark.start, mark.end)])).toEqual([[lineClass, run]]);
  });

  it.each([
    `إعلانات الوظائف كثيرة هذا الشهر وقد نشرت البلدية ثلاثة منها في صحيفة محلية.`,
    `إعلانها جاء مفاجئا لأهل القرية الذين لم يسمعوا به قبل يوم الأحد الماضي.`,
    `1 - الطريق: يفتح في نهاية الشهر بعد أعمال دامت عامين كاملين في الجبل.`,
    `قال الوزير (الأحد) إن الطريق سيفتح في نهاية الشهر بعد أعمال دامت عامين.`,
  ])('nothing in: %s', (line) => {
    expect(find(`${head}${line}\n${SECOND}`).marks).toEqual([]);
  });
});

describe('findBoilerplate: the day of publication', () => {
  const cases: [what: string, text: string, day: string | null][] = [
    ['the stamp', `عنوان الخبر هنا\nتاريخ النشر: 2nd, January 2024 GMT\n${PARAGRAPH}`, '2024-01-02'],
    ['no stamp', `عنوان الخبر هنا\n${PARAGRAPH}`, null],
    ["a crawler's stamp does not count", `2024-01-02@03:04:05 GMT\nعنوان الخبر هنا\n${PARAGRAPH}`, null],
    [
      "an appended article's does not count",
      `عنوان الخبر هنا\n${PARAGRAPH}\nالمصدر: وكالات\nإقرأ أيضاً:\nحارس مرمى جديد في النادي\nيناير 2, 2024\n${OTHER}`,
      null,
    ],
  ];
  it.each(cases)('%s', (_, text, day) => {
    expect(find(text).published).toBe(day);
  });
});

describe('findBoilerplate on any text', () => {
  const piece = fc.constantFrom(
    'إقرأ أيضاً:',
    'المصدر: وكالات',
    'كلمات دلالية:',
    'إعلان',
    'اعلانوقال',
    'تاريخ النشر: 2nd, January 2024',
    'عنوان الخبر',
    'الرئيسية',
    'حول الشركة:',
    '(رويترز)',
    '• ',
    '2024-01-02@03:04:05 GMT',
    ' | ',
    ' - ',
    '\n',
    '\n',
    '\u200f',
    'ك\u064f\u0651',
    '👨‍👩‍👧',
    PARAGRAPH,
    SECOND,
  );
  const anyText = fc.oneof(
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );

  it('gives every line with a token one class, and marks that lie in the text and cut no grapheme', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const article = readArticle(text, (line) => readLine(line, lexicon));
        const { classes, marks } = findBoilerplate(article);
        article.lines.forEach((line, i) => {
          if (line.reading.tokens.length === 0) expect(classes[i]).toBeNull();
          else expect(LINE_CLASSES).toContain(classes[i]);
        });
        for (const mark of marks) {
          expect(mark.start).toBeLessThan(mark.end);
          const line = article.lines.find(({ start, end }) => start <= mark.start && mark.end <= end);
          expect(line, `${mark.class} at ${mark.start}`).toBeDefined();
          expect([graphemeStart(text, mark.start), graphemeStart(text, mark.end)]).toEqual([
            mark.start,
            mark.end,
          ]);
        }
      }),
    );
  });

  it('reads the same text in the same way twice, and after others', () => {
    fc.assert(
      fc.property(anyText, anyText, (text, other) => {
        const first = find(text);
        find(other);
        expect(find(text)).toEqual(first);
      }),
      { numRuns: 30 },
    );
  });

  it('looks at each line about as often, however many there are', () => {
    const pages = [
      'كلمة\n',
      'إقرأ أيضاً:\nعنوان خبر آخر هنا\n',
      'عنوان خبر قصير هنا\n',
      `${OTHER}\n`,
      'المصدر: هنا\nعنوان\n',
    ];
    /** How often something is asked of a line. */
    const looks = (text: string): number => {
      let count = 0;
      const readings = new Map<string, LineReading>();
      const article = readArticle(text, (line) => {
        const reading = readings.get(line) ?? readLine(line, lexicon);
        readings.set(line, reading);
        return reading;
      });
      const counted = article.lines.map(({ reading }): LineLook | null => {
        const look = lookAtLine(reading);
        const shape = (look?.shape ?? {}) as object;
        const get = (target: object, key: string | symbol): unknown => {
          count++;
          return Reflect.get(target, key);
        };
        return look && { ...look, shape: new Proxy(shape, { get }) as LineLook['shape'] };
      });
      findBoilerplate(article, counted);
      return count / article.lines.length;
    };
    for (const page of pages) {
      const [few, many] = [looks(page.repeat(500)), looks(page.repeat(4000))];
      expect(few).toBeGreaterThan(1);
      // A step for every pair of lines would look eight times as often.
      expect(many / few, `${few} and ${many} looks a line of "${page.trim()}"`).toBeLessThan(1.5);
    }
  });
});
