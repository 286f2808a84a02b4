import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText, newsText } from '../../test/unit/arbitrary.ts';
import { lexicon } from '../../test/unit/lexicon.ts';
import type { LineClass } from '../labels/line-classes.ts';
import { readArticle, readLine } from '../lexicon/article.ts';
import type { LineReading } from '../lexicon/article.ts';
import { snapToGraphemes } from '../text/graphemes.ts';
import { findQuotations } from './quotations.ts';
import { HADDAD, mentions, readerOf, SAMI } from './testing.ts';
import type { Case } from './testing.ts';

const { find, rows } = readerOf(lexicon);

describe('direct speech', () => {
  const cases: Case[] = [
    [
      'وقال الحداد: "لن نقبل بهذا العرض أبدا".',
      [HADDAD],
      ['direct | لن نقبل بهذا العرض أبدا | الحداد = سامي الحداد | قال'],
    ],
    ['وقالت الوزارة “لا علم لنا بالأمر”.', [], ['direct | لا علم لنا بالأمر | الوزارة | قالت']],
    [
      'وأضاف وزير النقل سامي الحداد، في مؤتمر صحفي، «سنفتح الطريق غدا».',
      ['OCC وزير النقل', SAMI],
      ['direct | سنفتح الطريق غدا | سامي الحداد | أضاف'],
    ],
    [
      'وقال وزير النقل، سامي الحداد، للصحفيين: "سنفتح الطريق غدا."',
      ['OCC وزير النقل', SAMI],
      ['direct | سنفتح الطريق غدا. | سامي الحداد | قال'],
    ],
    [
      '"سنفتح الطريق قبل نهاية العام"، قال الحداد.',
      [HADDAD],
      ['direct | سنفتح الطريق قبل نهاية العام | الحداد = سامي الحداد | قال'],
    ],
    [
      'ووصف الحداد القرار بأنه "خطأ فادح"، ودعا البرلمان إلى "وقفة جادة".',
      [HADDAD, 'ORG البرلمان'],
      ['direct | خطأ فادح | الحداد = سامي الحداد | وصف', 'direct | وقفة جادة | الحداد = سامي الحداد | دعا'],
    ],
    [
      'ونقلت صحيفة "الصباح" عن الحداد قوله: "انتهى الأمر بالنسبة لنا".',
      [HADDAD, 'ORG الصباح'],
      ['term | الصباح | - | -', 'direct | انتهى الأمر بالنسبة لنا | الحداد = سامي الحداد | قوله'],
    ],
    [
      'ونُقل عن الحداد قوله "انتهى الأمر بالنسبة لنا".',
      [HADDAD],
      ['direct | انتهى الأمر بالنسبة لنا | الحداد = سامي الحداد | قوله'],
    ],
    [
      'وجاء في بيان صادر عن الهيئة: "توقف العمل في المصنع مؤقتا".',
      [],
      ['direct | توقف العمل في المصنع مؤقتا | الهيئة | جاء'],
    ],
    [
      'وأكد الحداد أن "المشروع سيكتمل في موعده المحدد".',
      [HADDAD],
      ['direct | المشروع سيكتمل في موعده المحدد | الحداد = سامي الحداد | أكد'],
    ],
  ];
  it.each(cases)('%s', (text, names, expected) => {
    expect(rows(text, names)).toEqual(expected);
  });
});

describe('speech in two halves and in clauses', () => {
  const cases: Case[] = [
    [
      '«ينقصها حصان»، يقول الحداد مبتسما، «نلعب مكانه بحبة جوز».',
      [HADDAD],
      [
        'direct | ينقصها حصان | الحداد = سامي الحداد | يقول',
        'direct | نلعب مكانه بحبة جوز | الحداد = سامي الحداد | يقول',
      ],
    ],
    [
      'ورأى الحداد أن اللقب "ليس لنا وحدنا بل لكل من جلس هنا حتى النهاية".',
      [HADDAD],
      [
        'indirect | اللقب "ليس لنا وحدنا بل لكل من جلس هنا حتى النهاية" | الحداد = سامي الحداد | رأى',
        'direct | ليس لنا وحدنا بل لكل من جلس هنا حتى النهاية | الحداد = سامي الحداد | رأى',
      ],
    ],
    [
      'وردت الوزارة بأن التقرير "قيد المراجعة".',
      [],
      ['indirect | التقرير "قيد المراجعة" | الوزارة | ردت', 'direct | قيد المراجعة | الوزارة | ردت'],
    ],
    [
      'وقال الحداد إن الشركة تعتقد أن السوق "لن تهدأ".',
      [HADDAD],
      [
        'indirect | الشركة تعتقد أن السوق "لن تهدأ" | الحداد = سامي الحداد | قال',
        'indirect | السوق "لن تهدأ" | الشركة | تعتقد',
        'direct | لن تهدأ | الحداد = سامي الحداد | قال',
      ],
    ],
  ];
  it.each(cases)('%s', (text, names, expected) => {
    expect(rows(text, names)).toEqual(expected);
  });
});

describe('terms in marks: names, titles, scare quotes', () => {
  const cases: Case[] = [
    ['نشرت صحيفة "الصباح" الخبر أمس.', [], ['term | الصباح | - | -']],
    [
      'حصل فيلم «ليالي الشمال» على جائزة «النخلة الفضية».',
      [],
      ['term | ليالي الشمال | - | -', 'term | النخلة الفضية | - | -'],
    ],
    ['وأعلنت الشركة إطلاق هاتف "نجم 5" في السوق.', [], ['term | نجم 5 | - | -']],
    [
      'عقدت ندوة بعنوان: "كيف نقرأ تاريخ المدينة القديمة في زمن الشاشات".',
      [],
      ['term | كيف نقرأ تاريخ المدينة القديمة في زمن الشاشات | - | -'],
    ],
    ['تسلل ما يعرف بـ"الطابور الخامس" إلى المدينة.', [], ['term | الطابور الخامس | - | -']],
    ['وأعلن الحداد انطلاق "المبادرة الخضراء" في المدينة.', [HADDAD], ['term | المبادرة الخضراء | - | -']],
    [
      'وقال رئيس "جيل الضفة" سامي الحداد إن "الطريق ما زال طويلا أمامنا".',
      [SAMI, 'OCC رئيس'],
      ['term | جيل الضفة | - | -', 'direct | الطريق ما زال طويلا أمامنا | سامي الحداد | قال'],
    ],
    ['واجه اللاعب رقم "10" خصمه القديم.', [], ['term | 10 | - | -']],
  ];
  it.each(cases)('%s', (text, names, expected) => {
    expect(rows(text, names)).toEqual(expected);
  });
});

describe('who speaks', () => {
  const cases: Case[] = [
    [
      'وكان الحداد قد وصف القرار بأنه "خطأ فادح".',
      [HADDAD],
      ['direct | خطأ فادح | الحداد = سامي الحداد | وصف'],
    ],
    ['وأفاد بيان صادر عن الهيئة بأن المصنع أغلق.', [], ['indirect | المصنع أغلق | الهيئة | أفاد']],
    [
      'وقال الرئيس التنفيذي لشركة "نجم" (Najm) سامي الحداد إن الهاتف جاهز.',
      ['OCC الرئيس التنفيذي', 'ORG نجم', SAMI],
      ['term | نجم | - | -', 'indirect | الهاتف جاهز | سامي الحداد | قال'],
    ],
    [
      'وأكد مدير المصنع، رئيس الغرفة التجارية، المهندس سامي الحداد، أن الإنتاج مستمر.',
      ['OCC مدير المصنع', 'OCC رئيس الغرفة', SAMI],
      ['indirect | الإنتاج مستمر | سامي الحداد | أكد'],
    ],
    [
      'وقالت سلوى، التي ترأس الفريق، لـ«الصباح»: «لا وقت لدينا لنضيعه».',
      ['PER سلوى', 'ORG الصباح'],
      ['term | الصباح | - | -', 'direct | لا وقت لدينا لنضيعه | سلوى | قالت'],
    ],
    [
      'وعلق الحداد على السباق بالقول: "كان سباقا صعبا على الجميع".',
      [HADDAD],
      ['direct | كان سباقا صعبا على الجميع | الحداد = سامي الحداد | بالقول'],
    ],
    [
      'وفي سياق آخر، تطرق الحداد إلى الأسعار، فقال إنها سترتفع.',
      [HADDAD],
      ['indirect | سترتفع | الحداد = سامي الحداد | قال'],
    ],
    ['وكشف محامي سامي الحداد أن موكله بريء.', [SAMI], ['indirect | موكله بريء | محامي سامي الحداد | كشف']],
  ];
  it.each(cases)('%s', (text, names, expected) => {
    expect(rows(text, names)).toEqual(expected);
  });
});

describe('indirect speech', () => {
  const cases: Case[] = [
    [
      'وقالت الوزيرة إنها لا تحب الفوز السريع: "إذا انتهت المباراة فماذا نفعل بباقي النهار؟".',
      [],
      [
        'indirect | لا تحب الفوز السريع | الوزيرة | قالت',
        'direct | إذا انتهت المباراة فماذا نفعل بباقي النهار؟ | الوزيرة | قالت',
      ],
    ],
    ['إعلانوقال المدير إن العمل انتهى.', [], ['indirect | العمل انتهى | المدير | قال']],
    [
      'وقال الحداد إن الطريق سيفتح غدا.',
      [HADDAD],
      ['indirect | الطريق سيفتح غدا | الحداد = سامي الحداد | قال'],
    ],
    ['وقالت الهيئة إنها ستراجع القرار.', [], ['indirect | ستراجع القرار | الهيئة | قالت']],
    ['الحداد قال إنه لا يعلم شيئا.', [HADDAD], ['indirect | لا يعلم شيئا | الحداد = سامي الحداد | قال']],
    [
      'وكان الحداد قد أعلن أن المصنع سيغلق.',
      [HADDAD],
      ['indirect | المصنع سيغلق | الحداد = سامي الحداد | أعلن'],
    ],
    ['الحداد كان أكد أن المصنع سيغلق.', [HADDAD], ['indirect | المصنع سيغلق | الحداد = سامي الحداد | أكد']],
    ['وأشارت الهيئة إلى أن الأسعار ارتفعت.', [], ['indirect | الأسعار ارتفعت | الهيئة | أشارت']],
    [
      'وشدد الحداد، الثلاثاء، على أن الأسعار ستنخفض.',
      [HADDAD, 'DATE الثلاثاء'],
      ['indirect | الأسعار ستنخفض | الحداد = سامي الحداد | شدد'],
    ],
    ['وأفاد مصدر مطلع بأن المفاوضات توقفت.', [], ['indirect | المفاوضات توقفت | مصدر مطلع | أفاد']],
    ['ويقول الخبراء إن المياه ملوثة.', [], ['indirect | المياه ملوثة | الخبراء | يقول']],
    ['أما الحداد فقال إن الحل قريب.', [HADDAD], ['indirect | الحل قريب | الحداد = سامي الحداد | قال']],
    [
      'وقال الحداد إن الحل قريب، مضيفا أن الوفد سيعود، فيما غادر الضيوف.',
      [HADDAD],
      [
        'indirect | الحل قريب | الحداد = سامي الحداد | قال',
        'indirect | الوفد سيعود | الحداد = سامي الحداد | مضيفا',
      ],
    ],
    [
      'وقالت وكالة النيل إن سبعة أشخاص أصيبوا، نقلا عن الحداد.',
      ['ORG وكالة النيل', HADDAD],
      ['indirect | سبعة أشخاص أصيبوا | وكالة النيل | قالت'],
    ],
    [
      'وقال الحداد إن الخطة "غير واقعية" في هذه الظروف.',
      [HADDAD],
      [
        'indirect | الخطة "غير واقعية" في هذه الظروف | الحداد = سامي الحداد | قال',
        'direct | غير واقعية | الحداد = سامي الحداد | قال',
      ],
    ],
    [
      'وقال الحداد: الطريق سيفتح غدا.',
      [HADDAD],
      ['indirect | الطريق سيفتح غدا | الحداد = سامي الحداد | قال'],
    ],
    [
      'وأظهرت دراسة حديثة أن النوم القليل يضر القلب.',
      [],
      ['indirect | النوم القليل يضر القلب | دراسة حديثة | أظهرت'],
    ],
  ];
  it.each(cases)('%s', (text, names, expected) => {
    expect(rows(text, names)).toEqual(expected);
  });
});

describe('frames: بحسب, وفقا لـ, كما ذكر', () => {
  const cases: Case[] = [
    ['والخطة "مجنونة تماما"، على حد تعبير المدرب.', [], ['direct | مجنونة تماما | المدرب | على حد تعبير']],
    ['وبحسب الهيئة، فإن الأسعار ارتفعت كثيرا.', [], ['indirect | الأسعار ارتفعت كثيرا | الهيئة | بحسب']],
    [
      'وبلغت الخسائر مليون دولار، بحسب الحداد.',
      [HADDAD],
      ['indirect | بلغت الخسائر مليون دولار | الحداد = سامي الحداد | بحسب'],
    ],
    [
      'وبلغت الخسائر مليون دولار، وفقا للهيئة العامة.',
      [],
      ['indirect | بلغت الخسائر مليون دولار | لهيئة العامة | وفقا'],
    ],
    [
      'وبلغت الخسائر مليون دولار، وفق ما ذكرت الهيئة.',
      [],
      ['indirect | بلغت الخسائر مليون دولار | الهيئة | وفق ما'],
    ],
    [
      'وقال الحداد إن الخسائر كبيرة، وفقا لوكالة النيل.',
      [HADDAD, 'ORG وكالة النيل'],
      ['indirect | الخسائر كبيرة | الحداد = سامي الحداد | قال'],
    ],
    ['سارت الأمور وفق الخطة المقررة.', [], []],
  ];
  it.each(cases)('%s', (text, names, expected) => {
    expect(rows(text, names)).toEqual(expected);
  });
});

describe('speakers that stand earlier', () => {
  const cases: Case[] = [
    [
      'استقبل الأمير سامي الحداد رئيس الاتحاد ماجد الفضل.\nوقال سموه إن الملعب جاهز.',
      [SAMI, 'PER ماجد الفضل', 'OCC الأمير', 'OCC رئيس الاتحاد', 'OCC سموه'],
      ['indirect | الملعب جاهز | سموه = سامي الحداد | قال'],
    ],
    [
      'وقال الحداد إن الحل قريب.\n\nوأضاف أن الوفد سيعود.',
      [HADDAD],
      [
        'indirect | الحل قريب | الحداد = سامي الحداد | قال',
        'indirect | الوفد سيعود | الحداد = سامي الحداد | أضاف',
      ],
    ],
    [
      'أعلنت وزارة الصحة أن اللقاح متوفر.\nوقالت الوزارة في بيان إنه مجاني.',
      ['ORG وزارة الصحة'],
      ['indirect | اللقاح متوفر | وزارة الصحة | أعلنت', 'indirect | مجاني | الوزارة = وزارة الصحة | قالت'],
    ],
    [
      'قال المتحدث باسم الهيئة سامي الحداد إن الحل قريب.\nوأوضح المتحدث أن الوفد سيعود.',
      ['OCC المتحدث', SAMI],
      ['indirect | الحل قريب | سامي الحداد | قال', 'indirect | الوفد سيعود | المتحدث = سامي الحداد | أوضح'],
    ],
    [
      'وقال الحداد: "هذا أول القول الطويل.\n"وهذا آخره بلا شك".',
      [HADDAD],
      [
        'direct | هذا أول القول الطويل. | الحداد = سامي الحداد | قال',
        'direct | وهذا آخره بلا شك | الحداد = سامي الحداد | قال',
      ],
    ],
  ];
  it.each(cases)('%s', (text, names, expected) => {
    expect(rows(text, names)).toEqual(expected);
  });
  it('takes no speaker over from another part of the page', () => {
    const text = 'وقال الحداد إن الحل قريب.\nوأضاف أن الوفد سيعود.';
    expect(rows(text, [HADDAD], ['body', 'appended-article'])).toEqual([
      'indirect | الحل قريب | الحداد = سامي الحداد | قال',
    ]);
  });
});

describe('headlines', () => {
  const headline = (text: string, names: string[]): string[] => rows(text, names, ['headline']);
  it('takes "X: …" for speech', () => {
    expect(headline('الحداد: لن نتراجع عن الخطة.. والحل قريب', [HADDAD])).toEqual([
      'indirect | لن نتراجع عن الخطة.. والحل قريب | الحداد = سامي الحداد | :',
    ]);
  });
  it('takes a quotation before two dots for the words of whom the rest names', () => {
    expect(headline('"لسنا للبيع".. الحداد يرفض عرض الشركة', [HADDAD])).toEqual([
      'direct | لسنا للبيع | الحداد = سامي الحداد | -',
    ]);
  });
  it('knows a name by the article that lets it speak', () => {
    const text = 'بيكرمان: خسرنا أمام الأفضل\nوقال بيكرمان إن فريقه تعب.';
    expect(rows(text, [], ['headline', 'body'])).toEqual([
      'indirect | خسرنا أمام الأفضل | بيكرمان | :',
      'indirect | فريقه تعب | بيكرمان | قال',
    ]);
  });
  it('takes no topic for a speaker', () => {
    expect(headline('السودان: تسجيل 30 إصابة جديدة', ['GPE السودان'])).toEqual([]);
    expect(headline('رئيس التحرير: سامي الحداد', ['OCC رئيس التحرير', SAMI])).toEqual([]);
  });
});

describe('what looks like a cue and is none', () => {
  const cases: [text: string][] = [
    ['يذكر أن المدينة شهدت زلزالا قبل عام.'],
    ['ويشار إلى أن المباراة تقام غدا.'],
    ['وصلت الحالات المؤكدة إلى تسع.'],
    ['جلس الوزير بين المدعوين.'],
    ['زار الحداد المصنع بعد نشر التقرير.'],
    ['يجب أن نعود إلى البيت.'],
  ];
  it.each(cases)('%s', (text) => {
    expect(rows(text)).toEqual([]);
  });
});

describe('problems', () => {
  const problems = (text: string): string[] =>
    find(text, [HADDAD]).problems.map(({ code, start, end }) => `${code} ${text.slice(start, end)}`);
  it('names a mark without partner, and closes the quotation on demand', () => {
    const text = 'وقال الحداد: "لن نعود إلى هنا.';
    expect(problems(text)).toEqual(['unbalanced-quotation "']);
    const [problem] = find(text, [HADDAD]).problems;
    const mended = (problem?.fixes ?? []).map(({ edits }) =>
      edits.reduce((t, { start, end, replacement }) => t.slice(0, start) + replacement + t.slice(end), text),
    );
    expect(mended).toEqual(['وقال الحداد: "لن نعود إلى هنا."', 'وقال الحداد: لن نعود إلى هنا.']);
    for (const fixed of mended) expect(problems(fixed)).toEqual([]);
  });
  it('keeps the Arabic of a message apart from the words round it', () => {
    for (const { message, fixes } of find('قال "لن نعود إلى هذه المدينة مرة أخرى أبدا').problems)
      for (const text of [message.en, message.ar, ...fixes.flatMap((fix) => [fix.title.en, fix.title.ar])])
        expect(text).toMatch(/\u2068[^\u2068\u2069]+\u2069/);
  });
  it('names direct speech that nobody speaks', () => {
    const text = '"لن نعود إلى هذه المدينة القديمة مرة أخرى أبدا".';
    expect(problems(text)).toEqual([
      'quotation-without-speaker لن نعود إلى هذه المدينة القديمة مرة أخرى أبدا',
    ]);
  });
  it('finds nothing wrong with a quotation over paragraphs', () => {
    expect(problems('وقال الحداد: "هذا أول القول الطويل.\n"وهذا آخره بلا شك".')).toEqual([]);
  });
});

describe('findQuotations on any text', () => {
  const FAMILY = /^rule\/[a-z-]+$/;
  it.each([
    ['news', newsText],
    ['anything', anyText],
  ])('is ordered, within the text, and says its grounds (%s)', (_name, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const { quotations, problems } = find(text, ['PER فلاديمير بوتين', 'ORG وزارة الدفاع']);
        let before = 0;
        for (const { start, end, speaker, cue, kind, source, confidence } of quotations) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          for (const span of [{ start, end }, speaker, cue])
            if (span)
              expect(snapToGraphemes(text, span), 'the span cuts a grapheme').toEqual({
                start: span.start,
                end: span.end,
              });
          for (const span of [speaker, cue])
            if (span)
              expect([span.start >= 0, span.start < span.end, span.end <= text.length]).toEqual([
                true,
                true,
                true,
              ]);
          if (kind === 'indirect') expect(speaker).not.toBeNull();
          if (kind === 'term') expect(speaker).toBeNull();
          expect(source).toMatch(FAMILY);
          expect(confidence > 0 && confidence <= 1).toBe(true);
          before = start;
        }
        for (const problem of problems) expect(problem.end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('finds in an edited article what it finds in one that it sees for the first time', () => {
    fc.assert(
      fc.property(
        fc.array(newsText, { minLength: 1, maxLength: 4 }),
        newsText,
        fc.nat(),
        (parts, part, at) => {
          const readings = new Map<string, LineReading>();
          const remembering = (line: string): LineReading => {
            let reading = readings.get(line);
            if (!reading) readings.set(line, (reading = readLine(line, lexicon)));
            return reading;
          };
          const names = ['PER فلاديمير بوتين', 'ORG وزارة الدفاع'];
          const edited = parts.with(at % parts.length, part).join('\n');
          for (const text of [parts.join('\n'), edited]) {
            const article = readArticle(text, remembering);
            const classes = article.lines.map((line): LineClass | null =>
              line.text.trim() === '' ? null : 'body',
            );
            expect(findQuotations(article, classes, mentions(text, names))).toEqual(find(text, names));
          }
        },
      ),
    );
  });

  it('looks at each token of a line about as often, however long the line', () => {
    const dirt = [
      'قال "',
      'أن قال ',
      '«',
      'بحسب قوله، ',
      "'",
      'وأضاف: “',
      'إن ',
      'قالت إنها "نعم" و',
      'وزير ',
    ];
    const looks = (text: string): number => {
      let count = 0;
      const reading = readLine(text, lexicon);
      const tokens = new Proxy(reading.tokens, {
        get: (target, key) => {
          count++;
          return Reflect.get(target, key) as unknown;
        },
      });
      const line = {
        number: 1,
        start: 0,
        end: text.length,
        text,
        reading: { ...reading, tokens, facts: [] },
      };
      findQuotations({ text, lines: [line] }, ['body'], []);
      return count / reading.tokens.length;
    };
    for (const piece of dirt) {
      // Longer than the longest clause that is looked through for its end.
      const few = looks(piece.repeat(700));
      const many = looks(piece.repeat(2800));
      // A step for every pair of cues or marks would look four times as often.
      expect(many / few, `${few} and ${many} looks a token for ${piece}`).toBeLessThan(1.5);
    }
  }, 60_000);
});
