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
    'حضر مسؤولون وخبراء وصحفيون',
    'وقف أمام العالم',
  ];
  it.each(cases)('%s', (specification) => {
    const text = plainText(specification);
    expect(written(text, entitiesOf(text, lexicon), ['OCC'])).toBe(specification);
  });
});
