import { describe, expect, it } from 'vitest';
import { lexicon } from '../../test/unit/lexicon.ts';
import { entitiesOf, plainText, written } from './testing.ts';

describe('outlet: in the line of the source, and behind the word for its kind', () => {
  const cases: string[] = [
    'المصدر: [ORG بوابة المرفأ]',
    'المصدر: [ORG الجزيرة]',
    'المصدر: وكالات',
    'قال المصدر: لن يتغير شيء قبل نهاية هذا الأسبوع',
    'جميع الحقوق محفوظة لصحيفة [ORG النيل الجديد]',
    'كتبت [ORG البوابة نيوز] ذلك',
    'كتبت صحيفة (-) ذلك',
    'كتبت صحيفة «[ORG Правда].» ذلك',
  ];
  it.each(cases)('%s', (specification) => {
    const text = plainText(specification);
    expect(written(text, entitiesOf(text, lexicon), ['ORG'])).toBe(specification);
  });
});
