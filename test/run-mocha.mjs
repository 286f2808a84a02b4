import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import { inRepository } from '../scripts/lib/places.mjs';

/**
 * Runs every `*.test.mjs` of a folder, and writes the totals to the file that HASHIYA_TEST_TOTALS names.
 * @param {string} folder in the repository
 * @param {number} timeout of one test, in milliseconds
 * @returns {Promise<number>} how many tests failed
 */
export async function runMocha(folder, timeout) {
  const mocha = new Mocha({ ui: 'bdd', timeout, slow: 10_000 });
  for (const file of readdirSync(inRepository(folder))) {
    if (file.endsWith('.test.mjs')) mocha.addFile(path.join(inRepository(folder), file));
  }
  await mocha.loadFilesAsync();
  return new Promise((resolve) => {
    /** @type {string[]} */
    const titles = [];
    const runner = mocha.run((failures) => {
      const totals = process.env.HASHIYA_TEST_TOTALS;
      if (totals) writeFileSync(totals, JSON.stringify({ ...runner.stats, titles }));
      resolve(failures);
    });
    runner.on('fail', (test) => titles.push(test.fullTitle()));
  });
}
