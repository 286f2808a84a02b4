import { describe, expect, it } from 'vitest';
import { lexicon } from '../../test/unit/lexicon.ts';
import { entitiesOf, plainText, written } from './testing.ts';

describe('person: without titles, with particles, hyphens and initials', () => {
  const cases: string[] = [
    'التقى الرئيس [PER فلاديمير بوتين] الزعيم [PER كيم جونغ أون]',
    'قال [PER جون إف. كيربي] للصحفيين',
    'استقبل الأمير [PER محمد بن سلمان] الضيوف',
    'وصرح المهندس [PER خالد الحميدان] بذلك',
    'قال الدكتور [PER مساعد القصبي] إن العمل مستمر',
    'كتب الصحفي [PER يورن بريتسكو] مقالا',
    'التقى [PER أنور قرقاش] نظيره',
    'الرئيس المصري [PER عبدالفتاح السيسي]',
    'تحدث [PER لي جاي-ميونغ] طويلا',
    'حضر [PER عبد الله بن زايد] ل[PER بوتين] حفلا',
    'وأردف [PER ديفيد كاميرون]: لا تعليق',
    'لاعبون منهم ساني و[PER ديفيد سيلفا] وغيرهما',
    'شعراء منهم [PER عمر بن كلثوم] و[PER عمر بن الخطاب]',
    'وأضاف [PER دي لورينتيس] لمحطة محلية',
    'وقال الجنرال [PER بات رايدر] للصحفيين',
    'وقالت المتحدثة باسم إحداها، [PER أنيا فولكرس]، إن العمل توقف',
    'وقال [PER براين رايلي] إن الرسالة وصلت',
    'قال المترجم الإيطالي [PER باولو فيراري] ذلك',
    'وقالت مديرة المعرض [PER زوينة الكندية] إن الإقبال كبير',
    'قال الوزير الجديد إن العالم كله سيخاف',
    'قال على هامش الاجتماع',
    'أمام القضاء حكم جديد',
  ];
  it.each(cases)('%s', (specification) => {
    const text = plainText(specification);
    expect(written(text, entitiesOf(text, lexicon), ['PER'])).toBe(specification);
  });
});
