/**
 * Newsrooms spell foreign names in many ways: g as غ ج ق ك, t as ت ط, long vowels written or not (جونغ, جونج; زيلينسكي,
 * زيلنسكي). The skeleton of a folded word leaves out what they differ in: vowels, doubled letters and final ه go, and
 * the letters of a family become one. Words of the same skeleton may be spellings of one name.
 */
export function skeletonOf(folded: string): string {
  let skeleton = '';
  let last = '';
  for (const [i, letter] of Array.from(folded).entries()) {
    if ('اويىه'.includes(letter) && i > 0) continue;
    const sound = FAMILIES[letter] ?? letter;
    if (sound !== last) skeleton += sound;
    last = sound;
  }
  return skeleton;
}

const FAMILIES: Readonly<Record<string, string>> = {
  غ: 'ك',
  ج: 'ك',
  ق: 'ك',
  ط: 'ت',
  ث: 'س',
  ص: 'س',
  ذ: 'ز',
  ظ: 'ز',
  ض: 'د',
  و: 'و',
};

/** Shorter skeletons are met by chance. */
export const SHORTEST_SKELETON = 4;
