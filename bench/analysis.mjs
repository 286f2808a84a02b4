/**
 * What the engine's time goes to: `npm run bench [-- FILE…]`. Two tables of processor time by stage: over the sample
 * articles (or the given files) repeated, where every word has been met before, and over some 5 MB of raw news, each
 * article read once, where that lies beside the project. Nothing is remembered of a line but within its article. Times
 * are of the process, so that other work on the machine counts little; the last column has each stage's time as a
 * multiple of the floor's in the same run: the least that any reader does, looking at each letter once.
 */
import { loadCore } from './core.mjs';
import { bytesOf, newsArticles, sampleArticles } from './texts.mjs';

const { lexicon, ...core } = await loadCore({
  createAnalyser: 'analysis/analysis.ts',
  findTextProblems: 'analysis/text-problems.ts',
  findBoilerplate: 'boilerplate/boilerplate.ts',
  findEntities: 'entities/entities.ts',
  findMentions: 'entities/entities.ts',
  viewLine: 'entities/line-view.ts',
  RECOGNISERS: 'entities/recognisers.ts',
  readLine: 'lexicon/article.ts',
  findQuotations: 'quotations/quotations.ts',
  classOf: 'text/characters.ts',
  splitLines: 'text/lines.ts',
  tokenise: 'text/tokens.ts',
});

/** Some articles on their way through the stages. */
const openBatch = (/** @type {string[]} */ texts) => {
  const lines = texts.map((text) => core.splitLines(text));
  const read = () => lines.flat().map((line) => core.readLine(line.text, lexicon));
  return { texts, lines, readings: [], fresh: read(), articles: [], mentions: [], entities: [], found: [] };
};

const articlesOf = (/** @type {any} */ batch) => {
  let next = 0;
  return batch.texts.map((/** @type {string} */ text, /** @type {number} */ i) => ({
    text,
    lines: batch.lines[i].map((/** @type {any} */ line) => ({ ...line, reading: batch.fresh[next++] })),
  }));
};

/** Stages that build on one another: each does its part for a batch. */
/** @type {[name: string, run: (batch: any) => void][]} */
const STAGES = [
  ['floor: each letter once', (batch) => batch.texts.forEach(countLetters)],
  ['tokens', (batch) => batch.lines.flat().forEach((line) => core.tokenise(line.text))],
  [
    'tokens, sentences, names of the lists',
    (batch) => (batch.readings = batch.lines.flat().map((line) => core.readLine(line.text, lexicon))),
  ],
  ['view of a line', (batch) => batch.readings.forEach(core.viewLine)],
  ...core.RECOGNISERS.map((recogniser) => [
    `  ${recogniser.name}`,
    (batch) => batch.readings.forEach((line) => recogniser.find(line)),
  ]),
  [
    'mentions: view, recognisers, merge',
    (batch) => (batch.mentions = batch.fresh.map((line) => core.findMentions(line))),
  ],
  ['problems of spelling', (batch) => batch.readings.forEach((line) => core.findTextProblems(line))],
  ['boilerplate', (batch) => (batch.found = batch.articles.map((article) => core.findBoilerplate(article)))],
  [
    'entities of an article',
    (batch) => {
      let next = 0;
      batch.entities = batch.articles.map((article, i) => {
        const own = batch.mentions.slice(next, (next += article.lines.length));
        return core.findEntities(article, own, batch.found[i].published);
      });
    },
  ],
  [
    'quotations',
    (batch) =>
      batch.articles.forEach((article, i) =>
        core.findQuotations(article, batch.found[i].classes, batch.entities[i]),
      ),
  ],
];

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
  const batches = [[]];
  let bytes = 0;
  for (const text of texts) {
    batches[batches.length - 1].push(text);
    bytes += Buffer.byteLength(text);
    if (bytes < BATCH) continue;
    batches.push([]);
    bytes = 0;
  }
  return batches.filter((batch) => batch.length > 0);
}

/** Milliseconds by stage for all of the texts, and for the whole analysis, one analyser for each batch. */
function measure(/** @type {readonly string[]} */ texts) {
  const total = new Map([...STAGES.map(([name]) => [name, 0]), ['the whole analysis, cold', 0]]);
  for (const part of batchesOf(texts)) {
    const batch = openBatch(part);
    batch.articles = articlesOf(batch);
    for (const [name, run] of STAGES) total.set(name, total.get(name) + cost(() => run(batch)));
    const { analyse } = core.createAnalyser(lexicon);
    const name = 'the whole analysis, cold';
    total.set(name, total.get(name) + cost(() => part.forEach((text) => analyse(text))));
  }
  return total;
}

function print(/** @type {string} */ title, /** @type {readonly string[]} */ texts) {
  const bytes = bytesOf(texts);
  const times = measure(texts);
  const floor = times.get(STAGES[0][0]);
  console.log(`\n${title}: ${texts.length} articles, ${(bytes / 1e6).toFixed(1)} MB`);
  console.log(`${''.padEnd(40)} ${'ms/MB'.padStart(8)} ${'MB/s'.padStart(8)} ${'floor'.padStart(8)}`);
  for (const [name, time] of times) {
    const cells = [(time * 1e6) / bytes, bytes / 1e3 / time, time / floor];
    console.log(`${name.padEnd(40)} ${cells.map((cell) => cell.toFixed(1).padStart(8)).join(' ')}`);
  }
}

/** UTF-8 bytes of the article in which a key is pressed again and again. */
const TYPED = 10_000;
const KEYS = 400;

/** A letter typed into the middle of an article of some 10 kB, the analyser warm: median and 95th percentile. */
function printKeystroke(/** @type {readonly string[]} */ texts) {
  let text = '';
  for (const next of texts) if (Buffer.byteLength(text) < TYPED) text += `${text && '\n'}${next}`;
  while (Buffer.byteLength(text) > TYPED * 1.1) text = text.slice(0, text.lastIndexOf(' '));
  const { analyse } = core.createAnalyser(lexicon);
  const middle = text.indexOf(' ', text.length / 2);
  const whole = Math.min(
    ...[1, 2, 3, 4, 5].map(() => cost(() => core.createAnalyser(lexicon).analyse(text))),
  );
  const times = [];
  for (let i = 0, typed = ''; i < KEYS; i++, typed = typed.length > 60 ? '' : `${typed}${'كتب '[i % 4]}`)
    times.push(cost(() => analyse(`${text.slice(0, middle)} ${typed}${text.slice(middle)}`)));
  const sorted = times.slice(KEYS / 4).sort((a, b) => a - b);
  const [median, p95] = [0.5, 0.95].map((share) => sorted[Math.floor(sorted.length * share)]);
  console.log(
    `\na letter typed into ${(Buffer.byteLength(text) / 1e3).toFixed(1)} kB: median ${median.toFixed(2)} ms, ` +
      `95th percentile ${p95.toFixed(2)} ms; the whole of it anew ${whole.toFixed(2)} ms`,
  );
}

const samples = sampleArticles(process.argv.slice(2));
const repeated = Array.from({ length: Math.ceil(2e6 / bytesOf(samples)) }, () => samples).flat();
measure(repeated.slice(0, repeated.length / 4));
print('Samples, repeated', repeated);
const news = process.argv.length > 2 ? null : newsArticles();
if (news) {
  measure(news.filter((_, i) => i % 10 === 0));
  print('Raw news, once', news);
}
printKeystroke(news ?? samples);
