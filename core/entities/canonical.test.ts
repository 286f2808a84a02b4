import { describe, expect, it } from 'vitest';
import { lexicon } from '../../test/unit/lexicon.ts';
import { entitiesOf } from './testing.ts';

describe('the canonical name of a mention', () => {
  const cases: [what: string, text: string, mention: string, canonical: string][] = [
    ['a short form', 'قال فلاديمير بوتين ذلك\nغادر بوتين', 'بوتين', 'فلاديمير بوتين'],
    ['an acronym', 'قرر حلف شمال الأطلسي (الناتو) ذلك\nنفى الناتو', 'الناتو', 'حلف شمال الأطلسي'],
    ['the alef of the article', 'قال للأمم المتحدة', 'لأمم المتحدة', 'الأمم المتحدة'],
    ['its own ل', 'سافر للبنان وغادر لبنان', 'لبنان', 'لبنان'],
    ['its own ل alone', 'سافر للبنان', 'لبنان', 'لبنان'],
    ['its own ل in a list of towns', 'سافر للندن وللرياض', 'لرياض', 'الرياض'],
    ['an adjective', 'قال للمصريين', 'لمصريين', 'المصريين'],
    ['a country behind its town', 'احتج في صفاقس (تونس) المئات', 'صفاقس', 'صفاقس'],
    ['a sum in other money', 'بلغ 1.28 مليار ريال (341 مليون دولار)', '341 مليون دولار', '341 مليون دولار'],
    ['another country', 'في ألمانيا وفي اليمن', 'اليمن', 'اليمن'],
    [
      'a family name with and without its article',
      'قال إلياس خوري ذلك\nوأضاف الخوري',
      'الخوري',
      'إلياس خوري',
    ],
    ['two persons side by side', 'قال كيم جونغ أون ذلك\nوشكر بوتين كيم على دعمه', 'كيم', 'كيم جونغ أون'],
    ['عبد apart', 'قال محمد عبد المنعم\nقال محمد عبدالمنعم', 'محمد عبدالمنعم', 'محمد عبد المنعم'],
  ];
  it.each(cases)('%s: %s', (_what, text, mention, canonical) => {
    const found = entitiesOf(text, lexicon).filter(({ start, end }) => text.slice(start, end) === mention);
    expect(
      found.map((mark) => mark.canonical),
      text,
    ).toContain(canonical);
    for (const mark of found) expect(mark.canonical, text).toBe(canonical);
  });
});
