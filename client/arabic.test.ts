import { describe, expect, it } from 'vitest';
import { isMostlyArabic } from './arabic.ts';

const PARAGRAPH = 'أعلنت الوزارة في بيان أن الاجتماع سيعقد غدا';

describe('isMostlyArabic', () => {
  it.each([
    ['an Arabic paragraph', PARAGRAPH, true],
    ['Arabic with a web address', `${PARAGRAPH} https://example.org/news`, true],
    ['Arabic with diacritics, tatweel and digits', `قَالَ مُحَمَّدٌ ${PARAGRAPH} ١٢٣ 2026 ــــ`, true],
    ['Arabic presentation forms', 'ﺃﻋﻠﻨﺖ ﺍﻟﻮﺯﺍﺭﺓ ﻓﻲ ﺑﻴﺎﻥ ﺃﻥ ﺍﻻﺟﺘﻤﺎﻉ', true],
    ['English', 'The minister said on Tuesday that the talks would go on', false],
    [
      'English that quotes an Arabic name',
      `The minister, وزير الخارجية, said on Tuesday that talks go on`,
      false,
    ],
    ['English of the same length', `${PARAGRAPH} ${'word '.repeat(20)}`, false],
    ['too few letters to tell', 'نعم', false],
    ['nothing', '', false],
    ['digits and marks alone', '١٢٣٤٥٦٧٨٩٠ «» — ۱۲۳۴۵۶۷۸۹۰', false],
    ['Hebrew', 'הודעת המשרד על הפגישה שתתקיים מחר בבוקר', false],
    ['half a surrogate pair', `${PARAGRAPH}\ud83d`, true],
  ])('%s: %s → %s', (_, text, expected) => {
    expect(isMostlyArabic(text), text).toBe(expected);
  });

  it('looks at the beginning alone, so that a big file costs no more', () => {
    expect(isMostlyArabic('a'.repeat(20_000) + PARAGRAPH.repeat(2000))).toBe(false);
  });
});
