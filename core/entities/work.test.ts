import { describe, expect, it } from 'vitest';
import { lexicon } from '../../test/unit/lexicon.ts';
import { entitiesOf, plainText, written } from './testing.ts';

describe('event, product, law: named wars, cups, apps, weapons, treaties', () => {
  const cases: string[] = [
    'قبل [EVENT الحرب العالمية الثانية] بعامين',
    'يشارك في [EVENT كأس العالم 2022]',
    'أنهى [EVENT الدوري الإنجليزي] موسمه',
    'افتتح مهرجان «[EVENT جدة شو]» أمس',
    'أسقطت طائرة من طراز [PRODUCT إف-16]',
    'نشر تغريدة على [PRODUCT تويتر] أمس',
    'فاز ب[PRODUCT جائزة نوبل للسلام]',
    'عودة إلى [LAW الاتفاق النووي]',
    'أقر البرلمان [LAW قانون مكافحة الإرهاب]',
    'الحرب في أوكرانيا مستمرة',
  ];
  it.each(cases)('%s', (specification) => {
    const text = plainText(specification);
    expect(written(text, entitiesOf(text, lexicon), ['EVENT', 'PRODUCT', 'LAW'])).toBe(specification);
  });
});
