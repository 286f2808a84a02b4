import { describe, expect, it } from 'vitest';
import { lexicon } from '../../test/unit/lexicon.ts';
import { entitiesOf, plainText, written } from './testing.ts';

describe('post: titles and posts of particular persons, without the person and without another name', () => {
  const cases: string[] = [
    'قال [OCC وزير الخارجية] الروسي سيرغي لافروف',
    'أعلن [OCC المتحدث] باسم الكرملين',
    'التقى [OCC رئيس الوزراء] العراقي',
    'صرح [OCC مستشار الأمن القومي] جيك سوليفان',
    'وصل [OCC الأمين العام] للأمم المتحدة',
    'بعث [OCC صاحب السمو الملكي] [OCC الأمير] محمد بن سلمان برقية',
    'قال [OCC نائب وزير الخارجية] إن الأمر انتهى',
    'عين [OCC رئيسا للوزراء]',
    'وعزا [OCC الخبير في الأسواق المالية] ذلك إلى الطلب',
    'قال [OCC الخبير في اقتصاد النقل] إن الخط مربح',
    'قالت [OCC الباحثة] في المرصد إن السماء صافية',
    'وقالت يوليا، [OCC المتحدثة باسم الإدارة المحلية]، ذلك',
    'صرح [OCC المتحدث] باسم الخارجية الفرنسية',
    'وأكد [OCC المدير التنفيذي للشركة] ذلك',
    'وقال [OCC كبير مهندسي المشروع] إن العمل بدأ',
    'وقال [OCC رئيس الفريق] إن العمل بدأ',
    'حضر مسؤولون وخبراء وصحفيون',
    'وقف أمام العالم',
  ];
  it.each(cases)('%s', (specification) => {
    const text = plainText(specification);
    expect(written(text, entitiesOf(text, lexicon), ['OCC'])).toBe(specification);
  });
});
