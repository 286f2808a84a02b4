import { describe, expect, test } from 'vitest';
import { at, stateOf } from '../../test/unit/acting.ts';
import { occurrencesOf, soughtWords } from './occurrences.ts';
import { lineAt } from './words.ts';

/** The words of `sought` looked for in `text`, where they stand first; each place with the letters glued to its start. */
function placesOf(text: string, sought: string, takesArticle = false): string[] {
  const { article } = stateOf(text);
  const words = soughtWords(article, at(text, sought), takesArticle);
  if (!words) throw new Error(`nothing to look for in "${sought}"`);
  return occurrencesOf(words, article).map(({ start, end }) => {
    const line = lineAt(article, start);
    const token = line?.reading.tokens.findLast((one) => line.start + one.start <= start);
    const before = line && token ? text.slice(line.start + token.start, start) : '?';
    return `${before}${before === '' ? '' : '+'}${text.slice(start, end)}`;
  });
}

describe('words are found', () => {
  const cases: readonly [what: string, text: string, sought: string, expected: string[]][] = [
    [
      'behind the particles و ف ب ل ك and two of them, which stay outside',
      'زار طنطا ثم وطنطا فطنطا بطنطا لطنطا كطنطا وبطنطا فلطنطا',
      'طنطا',
      ['طنطا', 'و+طنطا', 'ف+طنطا', 'ب+طنطا', 'ل+طنطا', 'ك+طنطا', 'وب+طنطا', 'فل+طنطا'],
    ],
    [
      'with the article inside, also where ل swallows its ا',
      'في الكرملين وقال للكرملين إنه بالكرملين وللكرملين',
      'الكرملين',
      ['الكرملين', 'ل+لكرملين', 'ب+الكرملين', 'ول+لكرملين'],
    ],
    [
      'from a place where the article has lost its ا',
      'مبعوث للأمم المتحدة في الأمم المتحدة والأمم المتحدة',
      'لأمم المتحدة',
      ['ل+لأمم المتحدة', 'الأمم المتحدة', 'و+الأمم المتحدة'],
    ],
    [
      'with hamza on alef or without, ى and ي, ة and ه',
      'أحمد المصرى زار أسوان. احمد المصري زار اسوان. إحمد المصرى',
      'أحمد المصرى',
      ['أحمد المصرى', 'احمد المصري', 'إحمد المصرى'],
    ],
    ['with harakat and tatweel', 'مُحَمَّد ثم محمد ثم محـــمد', 'محمد', ['مُحَمَّد', 'محمد', 'محـــمد']],
    ['in Persian letters', 'جاء كريم منصوري مع کریم منصوری', 'كريم منصوري', ['كريم منصوري', 'کریم منصوری']],
    ['with digits of either kind', 'طائرة سو 35 وطائرة سو ٣٥', 'سو 35', ['سو 35', 'سو ٣٥']],
    ['in Latin letters of any case', 'شركة OpenAI ثم openai', 'OpenAI', ['OpenAI', 'openai']],
    [
      'over blanks of whatever width, but not over a line’s end or a mark',
      'سامح شكري ثم سامح  شكري ثم سامح\u00a0شكري ثم سامح، شكري ثم سامح\nشكري',
      'سامح شكري',
      ['سامح شكري', 'سامح  شكري', 'سامح\u00a0شكري'],
    ],
    ['as whole words alone', 'عمان ثم عمانية ثم معمان ثم عمان', 'عمان', ['عمان', 'عمان']],
    ['not in a name that begins with a particle’s letter', 'ريم مع كريم ومع ريم', 'ريم', ['ريم', 'ريم']],
    ['not where too little would be left of a word', 'علي بدور فعلي، وعلي', 'علي', ['علي', 'و+علي']],
    ['in what could be a word, where enough is left', 'في أبها ثم بأبها', 'أبها', ['أبها', 'ب+أبها']],
    ['not behind the future س, which verbs have', 'يمان ثم سيمان ثم ويمان', 'يمان', ['يمان', 'و+يمان']],
    ['with their article, which makes them a name', 'صحيفة الوطن في وطن جميل', 'الوطن', ['الوطن']],
    ['once where they follow upon themselves', 'تن تن تن تن تن', 'تن تن', ['تن تن', 'تن تن']],
    [
      'with a mark inside',
      'مسلسل "ألف (ليلة)" ثم ألف (ليلة) ثم ألف ليلة',
      'ألف (ليلة)',
      ['ألف (ليلة)', 'ألف (ليلة)'],
    ],
  ];
  test.each(cases)('%s', (_what, text, sought, expected) => {
    expect(placesOf(text, sought)).toEqual(expected);
  });

  test('with and without the article, word by word, where the label is one of words that take it', () => {
    const text = 'اللاعب الكوري الشمالي مع لاعب كوري شمالي والكوري الشمالي';
    expect(placesOf(text, 'كوري شمالي', true)).toEqual(['الكوري الشمالي', 'كوري شمالي', 'و+الكوري الشمالي']);
    expect(placesOf(text, 'كوري شمالي')).toEqual(['كوري شمالي']);
  });
});
