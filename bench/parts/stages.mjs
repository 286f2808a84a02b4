/**
 * What the engine's time goes to, in processor time by stage: over the sample articles repeated, where every word has
 * been met before, and over some 5 MB of raw news, each article read once, where that lies beside the project. Nothing
 * is remembered of a line but within its article. The last column has each stage's time as a multiple of the floor's in
 * the same run: the least that any reader does, looking at each letter once.
 */
import { loadCore } from '../lib/core.mjs';
import { rounded } from '../lib/tables.mjs';
import { bytesOf, newsArticles, sampleArticles } from '../lib/texts.mjs';

const { lexicon, weights, ...core } = await loadCore({
  createAnalyserOf: 'analysis/analysis.ts',
  findTextProblems: 'analysis/text-problems.ts',
  findBoilerplate: 'boilerplate/boilerplate.ts',
  lookAtLine: 'boilerplate/boilerplate.ts',
  findEntities: 'entities/entities.ts',
  findInLine: 'entities/entities.ts',
  createEntityModels: 'entities/entities.ts',
  viewLine: 'entities/line-view.ts',
  RECOGNISERS: 'entities/recognisers.ts',
  tagLine: 'entities/tagger/tagger.ts',
  readLine: 'lexicon/article.ts',
  findQuotations: 'quotations/quotations.ts',
  classOf: 'text/characters.ts',
  splitLines: 'text/lines.ts',
  tokenise: 'text/tokens.ts',
  createWords: 'text/words.ts',
});

const words = core.createWords();
const models = core.createEntityModels(weights);

/**
 * Some articles on their way through the stages, which build on one another.
 * @typedef {Record<'lines' | 'readings' | 'fresh' | 'articles' | 'mentions' | 'found' | 'entities', any[]>} Work
 * @typedef {Work & { texts: readonly string[] }} Batch
 */

/** @returns {Batch} */
function openBatch(/** @type {readonly string[]} */ texts) {
  const lines = texts.map((text) => core.splitLines(text));
  const read = (/** @type {{ text: string }} */ line) => ({
    ...line,
    reading: core.readLine(line.text, lexicon),
  });
  const articles = texts.map((text, i) => ({ text, lines: lines[i].map(read) }));
  const fresh = articles.flatMap((article) => article.lines.map((/** @type {any} */ line) => line.reading));
  return { texts, lines: lines.flat(), readings: [], fresh, articles, mentions: [], found: [], entities: [] };
}

/** @type {[name: string, run: (batch: Batch) => void][]} */
const STAGES = [
  ['floor: each letter once', ({ texts }) => texts.forEach(countLetters)],
  ['tokens', ({ lines }) => lines.forEach((line) => core.tokenise(line.text, words))],
  [
    'tokens, sentences, names of the lists',
    (batch) => (batch.readings = batch.lines.map((line) => core.readLine(line.text, lexicon))),
  ],
  ['view of a line', ({ readings }) => readings.forEach(core.viewLine)],
  ...core.RECOGNISERS.map((/** @type {{ name: string, find: (line: any) => unknown }} */ { name, find }) => [
    `  ${name}`,
    (/** @type {Batch} */ { readings }) => readings.forEach(find),
  ]),
  [
    '  tagger',
    ({ readings }) => models.tagger && readings.forEach((line) => core.tagLine(line, models.tagger)),
  ],
  [
    'view, recognisers, tagger, choice',
    (batch) => (batch.mentions = batch.fresh.map((line) => core.findInLine(line, models))),
  ],
  ['problems of spelling', ({ readings }) => readings.forEach((line) => core.findTextProblems(line))],
  [
    'boilerplate',
    (batch) =>
      (batch.found = batch.articles.map((article) =>
        core.findBoilerplate(
          article,
          article.lines.map((/** @type {any} */ line) => core.lookAtLine(line.reading)),
        ),
      )),
  ],
  [
    'entities of an article',
    (batch) => {
      let next = 0;
      batch.entities = batch.articles.map((article, i) => {
        const own = batch.mentions.slice(next, (next += article.lines.length));
        return core.findEntities(article, own, batch.found[i].published, models).entities;
      });
    },
  ],
  [
    'quotations',
    ({ articles, found, entities }) =>
      articles.forEach((article, i) => core.findQuotations(article, found[i].classes, entities[i])),
  ],
];

const FLOOR = STAGES[0]?.[0] ?? '';
const WHOLE = 'the whole analysis, cold';

function countLetters(/** @type {string} */ text) {
  let letters = 0;
  for (let i = 0; i < text.length; i++) if (core.classOf(text.charCodeAt(i)) === 2) letters++;
  return letters;
}

/** Milliseconds of processor time that the process took in `run`. */
function cost(/** @type {() => void} */ run) {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e3;
}

/** So many bytes pass a stage together: enough to be timed, few enough to be dropped young. */
const BATCH = 200_000;

function batchesOf(/** @type {readonly string[]} */ texts) {
  /** @type {string[][]} */
  const batches = [];
  let batch = [];
  let bytes = 0;
  for (const [i, text] of texts.entries()) {
    batch.push(text);
    bytes += Buffer.byteLength(text);
    if (bytes < BATCH && i < texts.length - 1) continue;
    batches.push(batch);
    batch = [];
    bytes = 0;
  }
  return batches;
}

/** Milliseconds by stage for all of the texts, and for the whole analysis, an analyser for each batch that remembers no lines yet. */
function measure(/** @type {readonly string[]} */ texts) {
  /** @type {Map<string, number>} */
  const total = new Map();
  const add = (/** @type {string} */ name, /** @type {() => void} */ run) =>
    total.set(name, (total.get(name) ?? 0) + cost(run));
  for (const part of batchesOf(texts)) {
    const batch = openBatch(part);
    for (const [name, run] of STAGES) add(name, () => run(batch));
    const { analyse } = core.createAnalyserOf(lexicon, models);
    add(WHOLE, () => part.forEach((text) => analyse(text)));
  }
  return total;
}

/** @returns {import('../lib/tables.mjs').Table} */
function tableOf(/** @type {string} */ title, /** @type {readonly string[]} */ texts) {
  const bytes = bytesOf(texts);
  const times = measure(texts);
  const floor = times.get(FLOOR) ?? 1;
  return {
    caption: `${title}: ${texts.length} articles, ${rounded(bytes / 1e6)} MB`,
    columns: ['stage', 'ms/MB', 'MB/s', '× floor'],
    rows: [...times].map(([name, time]) => [
      name,
      rounded((time * 1e6) / bytes),
      rounded(bytes / 1e3 / time),
      rounded(time / floor),
    ]),
  };
}

/** Times of the process's processor, a tenth of each text having been read for practice before. */
export function run() {
  const samples = sampleArticles();
  const repeated = Array.from({ length: Math.ceil(2e6 / bytesOf(samples)) }, () => samples).flat();
  measure(repeated.slice(0, repeated.length / 4));
  const tables = [tableOf('Samples, repeated', repeated)];
  const news = newsArticles();
  if (news) {
    measure(news.filter((_, i) => i % 10 === 0));
    tables.push(tableOf('Raw news, once', news));
  }
  return Promise.resolve(tables);
}
