import { cpSync, rmSync } from 'node:fs';
import { inRepository } from '../scripts/lib/places.mjs';

/**
 * Makes a new copy of the sample articles for a test to write in, without the annotations that they come with.
 * @param {string} folder made anew
 * @returns {string} the folder
 */
export function copySamples(folder) {
  const annotations = inRepository('samples/annotations');
  rmSync(folder, { recursive: true, force: true });
  cpSync(inRepository('samples'), folder, { recursive: true, filter: (source) => source !== annotations });
  return folder;
}
