/** The server's start in a web worker of a browser. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import esbuild from 'esbuild';
import { openBrowser } from '../../scripts/lib/browser.mjs';
import { ROOT } from './core.mjs';
import { percentile, rounded } from './tables.mjs';

/**
 * Starts the server in a new worker so many times.
 * @param {number} runs
 * @param {string} text of the article that is opened in each
 * @returns {Promise<import('./tables.mjs').Table>} medians of all but the first
 */
export async function startInWorkers(runs, text) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [path.join(ROOT, 'bench/lib/worker-page.mjs')],
    bundle: true,
    format: 'iife',
    platform: 'browser',
    write: false,
  });
  const site = await serve({
    '/': ['text/html', '<!doctype html><meta charset="utf-8"><script src="/page.js"></script>'],
    '/page.js': ['text/javascript', outputFiles[0]?.text ?? ''],
    '/empty.js': ['text/javascript', 'postMessage(0)'],
    '/worker.js': ['text/javascript', readFileSync(path.join(ROOT, 'dist/worker.js'))],
    '/lexicon.bin': ['application/octet-stream', readFileSync(path.join(ROOT, 'dist/lexicon.bin'))],
    '/weights.bin': ['application/octet-stream', readFileSync(path.join(ROOT, 'dist/weights.bin'))],
  });
  const browser = await openBrowser();
  try {
    await browser.page.goto(site.address);
    /** @type {Record<'empty' | 'ready' | 'marks', number>[]} */
    const starts = [];
    for (let run = 0; run < runs; run++)
      starts.push(await browser.page.evaluate((article) => Reflect.get(globalThis, 'start')(article), text));
    const of = (/** @type {'empty' | 'ready' | 'marks'} */ what) =>
      rounded(
        percentile(
          starts.slice(1).map((start) => start[what]),
          0.5,
        ),
        0,
      );
    return {
      caption: 'The server in a web worker of Chromium',
      columns: ['', 'ms'],
      rows: [
        ['a worker that does nothing: to its first word', of('empty')],
        ['ready', of('ready')],
        ['opening to first marks', of('marks')],
      ],
      notes: [
        'Lists and weights come from the page, as they come from the editor: as text, through messages. The time to first marks has that in it.',
      ],
    };
  } finally {
    await browser.close();
    site.close();
  }
}

/** A site on this machine with these pages, by path: type and content. */
async function serve(/** @type {Record<string, readonly [string, string | Uint8Array]>} */ pages) {
  const server = createServer((request, response) => {
    const page = pages[request.url ?? ''];
    if (!page) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': page[0] }).end(page[1]);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The page is not served.');
  return { address: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}
