/**
 * How words are used in running Arabic text, counted from public data in ../shared/data: what the import scripts clean
 * the lists with. The data itself stays there; only names of other, freely licensed lists are kept or dropped by it.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';

export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
export const DATA = path.join(ROOT, '../shared/data');

/**
 * @typedef {object} Usage
 * @property {(word: string) => number} count How often the folded word stands in 20 million words of news.
 * @property {(word: string) => number} plain How often it stands outside any name in text with names marked.
 * @property {(word: string, label?: string) => number} named How often it stands inside a name (of the label; "GPE alone": being
 *   the whole name).
 * @property {() => Iterable<string>} words Every word of the tagged text.
 * @property {() => Iterable<string>} newsWords Every word of the news.
 * @property {(words: string) => string[]} keys The keys of words with blanks between.
 * @property {(name: string) => string} key The form under which the lexicon looks a name up.
 */

/** @returns {Promise<{ fold: (text: string) => string, tokenise: (line: string) => { kind: string, folded: string }[], lexiconKey: (name: string) => string }>} */
async function loadCore() {
  const { outputFiles } = await esbuild.build({
    stdin: {
      contents: `export { fold } from './core/text/fold.ts';
        export { tokenise } from './core/text/tokens.ts';
        export { lexiconKey } from './core/lexicon/compile.ts';`,
      resolveDir: ROOT,
    },
    bundle: true,
    format: 'esm',
    write: false,
  });
  const code = outputFiles[0]?.text ?? '';
  return import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
}

/** The names of the tagged corpora's classes in our labels; what is missing is no name, or a mixed class. */
const LABELS = new Map(
  Object.entries({
    PER: 'PERS PER Politician Athlete Businessperson Artist Scientist Police Religious-PER Engineer Lawyer Other-PER',
    ORG: 'ORG Government Non-Governmental Commercial Educational Media Religious-ORG Sports Medical-Science Entertainment',
    GPE: 'LOC GPE Nation State-or-Province County-or-District Population-Center Continent GPE-Cluster Water-Body Land-Region-Natural',
    NORP: 'NORP Group',
  }).flatMap(([label, names]) => names.split(' ').map((name) => [name, label])),
);

const TAGGED = ['cleananercorp-train', 'wikifane', 'aqmar-train', 'wojood-sample-train'];

/** The form under which the lexicon looks a name up, without the counts. */
export async function loadKeys() {
  const { lexiconKey } = await loadCore();
  return { key: lexiconKey };
}

/** @returns {Promise<Usage>} */
export async function readUsage() {
  const { fold, tokenise, lexiconKey } = await loadCore();
  const plain = new Map();
  const named = new Map();
  const add = (/** @type {Map<string, number>} */ map, /** @type {string} */ key) =>
    map.set(key, (map.get(key) ?? 0) + 1);
  for (const corpus of TAGGED) {
    const rows = readFileSync(path.join(DATA, `ner/${corpus}.conll`), 'utf8').split('\n');
    for (const [at, row] of rows.entries()) {
      const [word = '', tag = ''] = row.split(/\s+/);
      if (!word || !tag) continue;
      const label = LABELS.get(tag.slice(2).replaceAll('_', '-'));
      if (tag === 'O') add(plain, fold(word));
      else if (label) {
        add(named, fold(word));
        add(named, `${fold(word)}\t${label}`);
        if (tag.startsWith('B') && !/\sI/.test(rows[at + 1] ?? ''))
          add(named, `${fold(word)}\t${label} alone`);
      }
    }
  }
  const counts = await countNews(tokenise);
  return {
    count: (word) => counts.get(word) ?? 0,
    plain: (word) => plain.get(word) ?? 0,
    named: (word, label) => named.get(label ? `${word}\t${label}` : word) ?? 0,
    words: () => plain.keys(),
    newsWords: () => counts.keys(),
    keys: (words) => words.split(/\s+/).map(lexiconKey),
    key: lexiconKey,
  };
}

/** Counts the news once and remembers the counts in the machine's temporary folder. */
async function countNews(/** @type {(line: string) => { kind: string, folded: string }[]} */ tokenise) {
  const cache = path.join(os.tmpdir(), 'hashiya-news-counts.json');
  if (existsSync(cache)) return new Map(JSON.parse(readFileSync(cache, 'utf8')));
  /** @type {Map<string, number>} */
  const counts = new Map();
  const unpack = spawn('xz', ['-dc', path.join(DATA, 'text/news.jsonl.xz')]);
  for await (const line of readline.createInterface({ input: unpack.stdout })) {
    for (const token of tokenise(JSON.parse(line).text))
      if (token.kind === 'word') counts.set(token.folded, (counts.get(token.folded) ?? 0) + 1);
  }
  const kept = [...counts].filter(([, count]) => count > 1);
  writeFileSync(cache, JSON.stringify(kept));
  return new Map(kept);
}
