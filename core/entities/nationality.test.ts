import { describe, expect, it } from 'vitest';
import { lexicon } from '../../test/unit/lexicon.ts';
import { entitiesOf, plainText, written } from './testing.ts';

describe('nationality: adjectives outside other names; two words are one', () => {
  const cases: string[] = [
    'وصل الزعيم [NORP الكوري الشمالي] إلى العاصمة',
    'انتقد مسؤولون [NORP أمريكيون] و[NORP غربيون] الخطوة',
    'قتل أربعة [NORP فلسطينيين] برصاص الجنود',
    'احتج [NORP المسلمون] و[NORP الأكراد]',
    'قالت وزارة الدفاع الروسية',
    'تقع المدينة شمال غربي سوريا',
    'إن الرياح شمالية غربية في المساء',
    'تحدث بالعربية ثم باللغة الأمازيغية',
    'انتقدت الدول [NORP الغربية] الكبرى القرار',
    'كثفت أوكرانيا ضرباتها',
    'أكدت فصائل [NORP سورية] معارضة ذلك',
  ];
  it.each(cases)('%s', (specification) => {
    const text = plainText(specification);
    expect(written(text, entitiesOf(text, lexicon), ['NORP'])).toBe(specification);
  });
});
