import { spawn } from 'node:child_process';
import { once } from 'node:events';
import readline from 'node:readline';

/** What is used of an article of raw news. */
export interface NewsArticle {
  /** The outlet or the part of it, as the collection calls it. */
  readonly source: string;
  /** The title, where there is one, and the text: lines. */
  readonly lines: readonly string[];
}

/**
 * Reads a collection of news, one JSON object with `src`, `title` and `text` a line, compressed as .xz, in the order
 * of the file. The program `xz` (XZ Utils) decompresses it.
 * @param file the path of the collection
 * @throws where `xz` is missing or the file is damaged: with what xz said
 */
export async function* readNews(file: string): AsyncGenerator<NewsArticle> {
  const xz = spawn('xz', ['-dc', file], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(xz, 'close');
  ended.catch(() => undefined);
  let complaint = '';
  xz.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  for await (const row of readline.createInterface({ input: xz.stdout, crlfDelay: Infinity })) {
    const { src, title, text } = JSON.parse(row) as { src: string; title?: string; text: string };
    yield { source: src, lines: [...(title ? [title] : []), ...text.split('\n')] };
  }
  const [code] = (await ended) as [number | null];
  if (code !== 0)
    throw new Error(`Could not decompress ${file}: ${complaint.trim() || `xz ended with ${code}`}`);
}
