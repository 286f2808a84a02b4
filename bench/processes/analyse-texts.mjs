/**
 * Analyses texts by analysers that remember no lines, and prints as JSON for each the least milliseconds of processor time
 * of as many rounds as half a second has. It gets `bundle`, core, `texts`, a file of groups of articles as a JSON array of
 * arrays, and `practice`, another file of articles, which is read first to have the code compiled.
 */
import { readFileSync } from 'node:fs';
import { importCore } from '../lib/core.mjs';
import { processorTimeOf } from '../lib/processes.mjs';

const { bundle, texts, practice } = JSON.parse(process.argv[2] ?? '');
const { createAnalyserOf, createEntityModels, lexicon, weights } = await importCore(bundle);
const models = createEntityModels(weights);
const analyse = (/** @type {readonly string[]} */ articles) =>
  articles.forEach((article) => createAnalyserOf(lexicon, models).analyse(article));
const read = (/** @type {string} */ file) => JSON.parse(readFileSync(file, 'utf8'));

analyse(read(practice));
/** Milliseconds. */
const ENOUGH = 500;

const times = [];
for (const articles of read(texts)) {
  let [least, spent] = [Infinity, 0];
  while (spent < ENOUGH) {
    const time = await processorTimeOf(() => analyse(articles));
    least = Math.min(least, time);
    spent += time;
  }
  times.push(least);
}
console.log(JSON.stringify({ times }));
