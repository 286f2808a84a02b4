import { describe, expect, it } from 'vitest';
import { lexicon } from '../../test/unit/lexicon.ts';
import { entitiesOf } from './testing.ts';

describe('clubMentions: what a name means depends on what the article is about', () => {
  const labelsOf = (text: string, name: string): string[] =>
    entitiesOf(text, lexicon)
      .filter(({ start, end }) => text.slice(start, end) === name)
      .map(({ label }) => label);

  it('takes the name for the club in a report on sports', () => {
    const text = 'سجل المهاجم هدف الفوز في المباراة على ملعب الفريق\nقال المدرب إن ليفربول يستحق نقاط الموسم';
    expect(labelsOf(text, 'ليفربول')).toEqual(['ORG']);
  });

  it('takes it for the town elsewhere', () => {
    expect(
      labelsOf('أعلنت الشرطة حالة الطوارئ بعد الحريق الذي شب أمس، وقالت ليفربول إنها مستعدة', 'ليفربول'),
    ).toEqual(['GPE']);
  });
});
