// A person at the keyboard alone, whose strokes are counted.

/**
 * One thing that was done.
 * @typedef {object} Deed
 * @property {string} keys as the documentation spells them
 * @property {string} what
 * @property {number} strokes
 */

/**
 * A keyboard that counts. A stroke is one key, with the modifiers that are held: `Alt+A` `P` is two.
 * @typedef {object} Keyboard
 * @property {readonly Deed[]} deeds
 * @property {(keys: string, what: string) => Promise<void>} press keys parted by blanks, as a deed
 * @property {(text: string) => Promise<void>} type each letter is a stroke, counted to the deed before
 */

/**
 * @param {import('playwright-core').Page} page
 * @returns {Keyboard}
 */
export function countingKeyboard(page) {
  /** @type {Deed[]} */
  const deeds = [];
  return {
    deeds,
    async press(keys, what) {
      const strokes = keys.split(' ');
      for (const stroke of strokes) await page.keyboard.press(stroke);
      deeds.push({ keys, what, strokes: strokes.length });
    },
    async type(text) {
      await page.keyboard.type(text);
      const last = deeds.at(-1);
      if (!last) throw new Error('Nothing is being typed into.');
      deeds[deeds.length - 1] = {
        ...last,
        keys: `${last.keys} ${text}`,
        strokes: last.strokes + [...text].length,
      };
    },
  };
}

/**
 * The strokes of several deeds.
 * @param {readonly Deed[]} deeds
 * @returns {number}
 */
export const strokesOf = (deeds) => deeds.reduce((sum, { strokes }) => sum + strokes, 0);
