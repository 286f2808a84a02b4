/**
 * How fast the engine reads: `npm run bench [-- FILE…]`, by default over the sample articles repeated to 2 MB, each
 * time as an article of its own so that nothing is remembered. Printed beside two floors of the same run: counting the
 * text's letters, and one look-up pass over its tokens. The last column is the share of the first floor's speed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadCore, ROOT } from './core.mjs';

const SAMPLES = path.join(ROOT, 'samples/articles');
const TARGET = 2_000_000;

const files = process.argv.slice(2);
const paths = files.length > 0 ? files : readdirSync(SAMPLES).map((file) => path.join(SAMPLES, file));
const articles = paths.filter((file) => file.endsWith('.txt')).map((file) => readFileSync(file, 'utf8'));

const { lexicon, ...core } = await loadCore({
  createAnalyser: 'analysis/analysis.ts',
  readLine: 'lexicon/article.ts',
  splitLines: 'text/lines.ts',
  classOf: 'text/characters.ts',
  tokenise: 'text/tokens.ts',
  findMentions: 'entities/entities.ts',
});
const lines = articles.flatMap((text) => core.splitLines(text));
const readings = lines.map((line) => core.readLine(line.text, lexicon));

/** @type {[name: string, pass: () => unknown][]} */
const passes = [
  [
    'count the letters',
    () => {
      let letters = 0;
      for (const text of articles)
        for (let i = 0; i < text.length; i++) if (core.classOf(text.charCodeAt(i)) === 2) letters++;
      return letters;
    },
  ],
  ['cut into tokens', () => lines.map((line) => core.tokenise(line.text))],
  ['tokens, sentences and names of the lists', () => lines.map((line) => core.readLine(line.text, lexicon))],
  ['mentions of entities, from readings', () => readings.map((reading) => core.findMentions(reading))],
  ['the whole analysis, cold', () => articles.map((text) => core.createAnalyser(lexicon).analyse(text))],
  [
    'the whole analysis again, nothing changed',
    (() => {
      const warm = core.createAnalyser(lexicon);
      return () => articles.map((text) => warm.analyse(text));
    })(),
  ],
  [
    'the whole analysis again, one line edited',
    (() => {
      const warm = core.createAnalyser(lexicon);
      let edits = 0;
      return () =>
        articles.map((text) => {
          const middle = text.indexOf('\n', text.length / 2);
          const at = middle < 0 ? text.length : middle;
          return warm.analyse(`${text.slice(0, at)} ${++edits}${text.slice(at)}`);
        });
    })(),
  ],
];

const bytes = articles.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
const rounds = Math.max(3, Math.ceil(TARGET / bytes));
let floor = 0;
console.log(`${articles.length} articles, ${(bytes / 1e3).toFixed(0)} kB, ${rounds} rounds`);
for (const [name, pass] of passes) {
  for (let i = 0; i < Math.ceil(rounds / 4); i++) pass();
  const started = performance.now();
  for (let i = 0; i < rounds; i++) pass();
  const rate = (bytes * rounds) / 1e3 / (performance.now() - started);
  floor ||= rate;
  console.log(
    `${name.padEnd(44)} ${rate.toFixed(1).padStart(8)} MB/s   ${((100 * rate) / floor).toFixed(1).padStart(5)} %`,
  );
}
