/**
 * Newsrooms spell foreign names in many ways: g as غ ج ق ك, t as ت ط, long vowels written or not (جونغ, جونج; زيلينسكي,
 * زيلنسكي). The skeleton of a folded word leaves out what they differ in: vowels, doubled letters and final ه go, and
 * the letters of a family become one. Words of the same skeleton may be spellings of one name.
 */
export function skeletonOf(folded: string): string {
  let skeleton = '';
  let last = '';
  let first = true;
  for (const letter of folded) {
    if (first || !VOWELS.has(letter)) {
      const sound = FAMILIES.get(letter) ?? letter;
      if (sound !== last) skeleton += sound;
      last = sound;
    }
    first = false;
  }
  return skeleton;
}

const VOWELS = new Set('اويىه');

const FAMILIES: ReadonlyMap<string, string> = new Map([
  ['غ', 'ك'],
  ['ج', 'ك'],
  ['ق', 'ك'],
  ['ط', 'ت'],
  ['ث', 'س'],
  ['ص', 'س'],
  ['ذ', 'ز'],
  ['ظ', 'ز'],
  ['ض', 'د'],
]);

/** Shorter skeletons are met by chance. */
export const SHORTEST_SKELETON = 4;
