import { describe, expect, it } from 'vitest';
import { lexicon } from '../../test/unit/lexicon.ts';
import { entitiesOf, plainText, written } from './testing.ts';

describe('place: countries, towns, regions and buildings, without particles, with or without the word in front', () => {
  const cases: string[] = [
    'وصل الوفد إلى [GPE موسكو] قادما من [GPE فيتنام] و[GPE الصين]',
    'غادر ل[GPE لبنان] ثم عاد ل[GPE لسعودية]',
    'تقع مدينة [GPE فلاديفوستوك] في أقصى البلاد',
    'انفجار في محافظة [GPE درعا]',
    'سكان مدينة [GPE كروشينيا] ينتظرون',
    'تحدث رئيس [GPE دولة قطر] عن الاتفاق',
    'أعلنت [GPE جمهورية كوريا الشعبية الديمقراطية] إطلاق صاروخ',
    'المعارك في [GPE قطاع غزة] و[GPE الضفة الغربية]',
    'قصف على [GPE كوريا الشمالية] و[GPE کوریا الشمالیة]',
    'تتجه السفن إلى [LOC البحر الأحمر] و[LOC مضيق هرمز]',
    'تشهد [LOC شبه الجزيرة الكورية] توترا',
    'أقلعت الطائرة من [FAC مطار القاهرة الدولي]',
    'نقل الجرحى إلى [FAC مستشفى الملك فهد]',
    'أصيب شخصان قرب [FAC جسر كيرتش]',
    'يقترب المذنب من [LOC الشمس] ببطء',
    'يعتمد الجهاز على الشمس في كل كوكب',
    'يمر المسار بمدينة [GPE الرطبة]، ثم يعود',
    'في المدينة القديمة، وفي مدينة الملاهي',
    'غيرت مواعيد الري في الحدائق',
    'أقيم الحفل في [FAC قصر المنيل] أمس',
    'هذا الخبر ورد قبل ليل أمس',
  ];
  it.each(cases)('%s', (specification) => {
    const text = plainText(specification);
    expect(written(text, entitiesOf(text, lexicon), ['GPE', 'LOC', 'FAC'])).toBe(specification);
  });
});
