// What the tests know of an article apart from the editor: what the command line says of it, and what lies on disk.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inRepository } from '../../scripts/lib/places.mjs';

/**
 * @typedef {object} Article
 * @property {string} file absolute path
 * @property {string} name the file's name
 * @property {string} text
 * @property {{ start: number, end: number, label: string, text: string, canonical: string }[]} entities offsets in
 *   UTF-16 code units, end exclusive
 * @property {{ start: number, end: number, kind: string, speaker: { text: string } | null }[]} quotations
 * @property {{ start: number, end: number }[]} boilerplate
 * @property {{ line: number, class: string }[]} lines
 */

/**
 * Reads and analyses an article.
 * @param {string} folder of the samples
 * @param {string} name of its file
 * @returns {Article}
 */
export function articleOf(folder, name) {
  const file = path.join(folder, 'articles', name);
  const args = [inRepository('dist/cli.mjs'), 'analyze', '--offsets', 'utf16', file];
  const output = execFileSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { ...JSON.parse(output), file, name, text: readFileSync(file, 'utf8') };
}

/**
 * Where an offset of a text is for a person: line and column from 1.
 * @param {string} text
 * @param {number} offset in UTF-16 code units
 * @returns {{ line: number, column: number }}
 */
export function placeOf(text, offset) {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/**
 * A word of the body that lies in no mark.
 * @param {Article} article
 * @returns {{ start: number, words: string }}
 */
export function plainWord({ text, entities, boilerplate, lines }) {
  const body = new Set(lines.filter((line) => line.class === 'body').map(({ line }) => line));
  const marked = [...entities, ...boilerplate];
  for (const { 0: words, index: start } of text.matchAll(/(?<=\s)[\u0621-\u064a]{4,}(?=\s)/g)) {
    const free = marked.every((mark) => mark.end <= start || mark.start >= start + words.length);
    if (free && body.has(placeOf(text, start).line)) return { start, words };
  }
  throw new Error('Every word of the article is marked.');
}

/**
 * The annotations of an article on disk, by all annotators.
 * @param {string} folder of the samples
 * @param {Article} article
 * @returns {{ label: string, exact: string, decision: string }[]}
 */
export function storedFor(folder, { name }) {
  const annotations = path.join(folder, 'annotations');
  const annotators = existsSync(annotations) ? readdirSync(annotations) : [];
  return annotators
    .map((annotator) => path.join(annotations, annotator, 'articles', `${name}.jsonl`))
    .filter((file) => existsSync(file))
    .flatMap((file) => readFileSync(file, 'utf8').split('\n').filter(Boolean))
    .map((line) => JSON.parse(line))
    .filter(({ body, target }) => body && target)
    .map((line) => ({
      label: line.body.value,
      decision: line['hashiya:decision'],
      exact: line.target.selector.find(
        (/** @type {{ type: string }} */ one) => one.type === 'TextQuoteSelector',
      ).exact,
    }));
}
