import { describe, expect, it } from 'vitest';
import { lexicon } from '../../test/unit/lexicon.ts';
import { entitiesOf, plainText, written } from './testing.ts';

describe('furtherMentions: a name seen in full makes its other mentions known', () => {
  const cases: [what: string, specification: string][] = [
    [
      'the family name of an unknown person',
      'قال الصحفي [PER يورن بريتسكو] ذلك\nوأضاف [PER بريتسكو] أن الأمر صعب',
    ],
    ['a name with a particle', 'أكد الوزير [PER بيتر دي لورنتيس] ذلك\nورأى [PER دي لورنتيس] غير ذلك'],
    ['another spelling', 'قال المدرب [PER ماوريتسيو بوكيتينهو] ذلك\nوأضاف [PER بوكتينهو] أمس'],
    ['the family name before the name in full', '[PER بريتسكو] يغادر\nقال الصحفي [PER يورن بريتسكو] ذلك'],
    [
      'with a particle of grammar in front',
      'قال الصحفي [PER يورن بريتسكو] ذلك\nشكر الحضور ل[PER بريتسكو] جهوده',
    ],
    ['an ordinary word stays one', 'قال [PER أحمد سلام] ذلك\nيريدون السلام مع الجميع'],
  ];
  it.each(cases)('%s', (_what, specification) => {
    const text = plainText(specification);
    expect(written(text, entitiesOf(text, lexicon), ['PER'])).toBe(specification);
  });

  it('finds a town again that one line introduces', () => {
    const specification = 'تقع مدينة [GPE شيخانوف] على النهر\nوصلوا إلى [GPE شيخانوف] مساء';
    const text = plainText(specification);
    expect(written(text, entitiesOf(text, lexicon), ['GPE'])).toBe(specification);
  });
});

describe('canonicalNames: the fullest form of the same entity', () => {
  const canonicalOf = (text: string): [string, string][] =>
    entitiesOf(text, lexicon)
      .filter(({ label }) => ['PER', 'ORG', 'GPE'].includes(label))
      .map((mark) => [text.slice(mark.start, mark.end), mark.canonical]);

  const cases: [what: string, text: string, expected: [string, string][]][] = [
    [
      'shorter forms and spellings of a person',
      'الزعيم كيم جونغ أون في روسيا\nقال كيم جونج أون ذلك\nغادر كيم أمس',
      [
        ['كيم جونغ أون', 'كيم جونغ أون'],
        ['روسيا', 'روسيا'],
        ['كيم جونج أون', 'كيم جونغ أون'],
        ['كيم', 'كيم جونغ أون'],
      ],
    ],
    [
      'spellings of a town, and Persian letters',
      'في بيونغ يانغ\nمن بيونج يانج\nفي كوريا الشمالية\nفي کوریا الشمالیة',
      [
        ['بيونغ يانغ', 'بيونغ يانغ'],
        ['بيونج يانج', 'بيونغ يانغ'],
        ['كوريا الشمالية', 'كوريا الشمالية'],
        ['کوریا الشمالیة', 'كوريا الشمالية'],
      ],
    ],
    [
      'a short name in brackets',
      'قال حلف شمال الأطلسي (الناتو) ذلك\nغادر الناتو',
      [
        ['حلف شمال الأطلسي', 'حلف شمال الأطلسي'],
        ['الناتو', 'حلف شمال الأطلسي'],
        ['الناتو', 'حلف شمال الأطلسي'],
      ],
    ],
    [
      'two persons of one family name: the one last named in full',
      'الرئيس بشار الأسد والسيدة أسماء الأسد\nقال الأسد ذلك',
      [
        ['بشار الأسد', 'بشار الأسد'],
        ['أسماء الأسد', 'أسماء الأسد'],
        ['الأسد', 'أسماء الأسد'],
      ],
    ],
  ];
  it.each(cases)('%s', (_what, text, expected) => {
    expect(canonicalOf(text)).toEqual(expected);
  });
});
