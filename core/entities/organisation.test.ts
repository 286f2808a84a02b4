import { describe, expect, it } from 'vitest';
import { lexicon } from '../../test/unit/lexicon.ts';
import { entitiesOf, plainText, written } from './testing.ts';

describe('organisation: bodies, parties, companies, media, with the nation that belongs to the name', () => {
  const cases: string[] = [
    'قالت [ORG وزارة الدفاع الكورية الجنوبية] إنها تراقب',
    'صرح المتحدث باسم [ORG وزارة الخارجية] أمس',
    'وأكدت [ORG الحكومة الإسبانية] موقفها',
    'استدعت [ORG الخارجية الإسرائيلية] السفير',
    'التقى وزير الخارجية الروسي نظيره',
    'بحث [ORG مجلس الأمن] التابع ل[ORG لأمم المتحدة] الوضع',
    'قالت صحيفة «[ORG هآرتس]» إن القرار نهائي',
    'أعلنت شركة [ORG غوغل] عن خدمة جديدة',
    'ذكرت وكالة [ORG رويترز] أن الاجتماع تأجل',
    'أعلنت [ORG الهيئة العامة للاستثمار] النتائج',
    'نشر [ORG المرصد السوري لحقوق الإنسان] تقريره',
    'درس في [ORG جامعة القاهرة] خمس سنوات',
    'انتقدت إدارة بايدن القرار',
    'ينشط [ORG الجيش الكوري الجنوبي] على الحدود',
    'قرأت البيان في الصباح',
    'قال مجلس إدارة النادي إنه وافق',
    'نفت [ORG شركة آل سعود] الخبر',
    'شركة آل 👩‍👩‍👧',
  ];
  it.each(cases)('%s', (specification) => {
    const text = plainText(specification);
    expect(written(text, entitiesOf(text, lexicon), ['ORG'])).toBe(specification);
  });
});
