/**
 * Newsrooms spell foreign names in many ways: g as غ ج ق ك, t as ت ط, long vowels written or not (جونغ, جونج; زيلينسكي,
 * زيلنسكي). The skeleton of a folded word leaves out what they differ in: vowels, doubled letters and final ه go, and
 * the letters of a family become one. Words of the same skeleton may be spellings of one name.
 */
export function skeletonOf(folded: string): string {
  let skeleton = '';
  let last = -1;
  for (let i = 0; i < folded.length; i++) {
    const sound = SOUNDS[folded.charCodeAt(i)] as number;
    if (i > 0 && sound === SILENT) continue;
    const heard = sound === SILENT ? folded.charCodeAt(i) : sound;
    if (heard !== last) skeleton += String.fromCharCode(heard);
    last = heard;
  }
  return skeleton;
}

const SILENT = 0;

/** By letter, the letter of its family; the vowels are silent. */
const SOUNDS = new Uint16Array(65536);
for (let unit = 0; unit < SOUNDS.length; unit++) SOUNDS[unit] = unit;

const FAMILIES: readonly (readonly [letters: string, sound: number])[] = [
  ['غجق', 'ك'.charCodeAt(0)],
  ['ط', 'ت'.charCodeAt(0)],
  ['ثص', 'س'.charCodeAt(0)],
  ['ذظ', 'ز'.charCodeAt(0)],
  ['ض', 'د'.charCodeAt(0)],
  ['اويىه', SILENT],
];

for (const [letters, sound] of FAMILIES) for (const letter of letters) SOUNDS[letter.charCodeAt(0)] = sound;

/** Shorter skeletons are met by chance. */
export const SHORTEST_SKELETON = 4;
