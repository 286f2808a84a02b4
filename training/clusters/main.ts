import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { learnWordClasses, LARGE } from './learn.ts';
import { readNews } from './news.ts';
import { readWordClasses, writeWordClasses } from './word-classes.ts';
import type { WordClassTable } from './word-classes.ts';
import { collectWords } from './word-stream.ts';

/** Where the raw news lies, and where the table learnt from it is kept, from the project's folder. */
const NEWS = '../shared/data/text/news.jsonl.xz';
const TABLE = 'training/.cache/word-classes.tsv';

/**
 * The word classes of the raw news: those kept from the last time, or learnt now (some minutes) and kept.
 * @param root the project's folder
 * @param again whether to learn even where a table is kept
 * @throws Error where neither the table nor the news is there
 */
export async function loadWordClasses(root: string, again = false): Promise<WordClassTable> {
  const file = path.join(root, TABLE);
  if (!again && existsSync(file)) return readWordClasses(readFileSync(file, 'utf8'));
  const news = path.join(root, NEWS);
  if (!existsSync(news)) throw new Error(`There is no raw news at ${NEWS} to learn word classes from.`);
  const collected = collectWords();
  for await (const { lines } of readNews(news)) for (const line of lines) collected.add(line);
  const table = learnWordClasses(collected.finish(), LARGE, (what) => console.log(what));
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.tmp`, writeWordClasses(table));
  renameSync(`${file}.tmp`, file);
  return table;
}

/** `node training/run.mjs clusters`: learns the word classes anew. */
export async function main(_args: readonly string[], root: string): Promise<number> {
  const { words, columns } = await loadWordClasses(root, true);
  console.log(`${words.length} words with ${columns.join(', ')} in ${TABLE}`);
  return 0;
}
