import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { openBrowser } from '../../scripts/lib/browser.mjs';
import { inRepository } from '../../scripts/lib/places.mjs';

/** Words that would do something if anything read them as markup, as a link or as a template. */
export const HOSTILE = [
  '<img src=x onerror="window.harmed=true">',
  '<script>window.harmed=true</script>',
  '[اضغط](command:workbench.action.terminal.new)',
  '{a|نص} {0} {1}',
  '"><svg onload=window.harmed=true>',
  'بوتين',
];

/**
 * A page of the extension in a browser, with a stand-in for the editor that it talks to.
 * @typedef {object} OpenWebview
 * @property {import('playwright-core').Page} page
 * @property {(message: object) => Promise<void>} send tells the page something, as the editor would
 * @property {() => Promise<any[]>} posted what the page has said
 * @property {() => Promise<string[]>} refused what its content security policy and the browser have refused
 * @property {() => Promise<{ harmed: boolean, foreign: number, handlers: number }>} harm what hostile words have become
 * @property {() => Promise<string[]>} faults what axe finds
 * @property {() => Promise<void>} close
 */

/**
 * Opens a page as the extension makes it, and says hello to it.
 * @param {string} id the page's name, that of its folder in client/
 * @param {'en' | 'ar'} language
 * @returns {Promise<OpenWebview>}
 */
export async function openWebview(id, language) {
  const { pageHtml, texts } = await loaded(id, language);
  const site = createServer((request, response) => {
    const url = request.url ?? '';
    const type = /^\/[\w-]+\.woff2$/.test(url)
      ? 'font/woff2'
      : { [`/${id}.js`]: 'text/javascript', [`/${id}.css`]: 'text/css' }[url];
    if (type)
      return response
        .writeHead(200, { 'content-type': type })
        .end(readFileSync(inRepository(`dist${request.url}`)));
    const parts = { id, script: `${id}.js`, style: `${id}.css`, source: "'self'", nonce: 'abc123' };
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(pageHtml({ ...parts, language, title: HOSTILE[0] ?? '' }));
  });
  await /** @type {Promise<void>} */ (new Promise((resolve) => void site.listen(0, '127.0.0.1', resolve)));
  const address = site.address();
  if (typeof address !== 'object' || !address) throw new Error('The page is not served.');
  const browser = await openBrowser();
  const { page } = browser;
  await page.addInitScript(() => {
    const posted = /** @type {object[]} */ ([]);
    const violations = /** @type {string[]} */ ([]);
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      violations.push(`${violatedDirective} ${blockedURI}`),
    );
    Object.assign(globalThis, {
      posted,
      violations,
      acquireVsCodeApi: () => ({ postMessage: (/** @type {object} */ message) => posted.push(message) }),
    });
  });
  await page.goto(`http://127.0.0.1:${address.port}/`);
  const known = (/** @type {string} */ name) =>
    page.evaluate((key) => /** @type {any} */ (globalThis)[key], name);
  const send = async (/** @type {object} */ message) => {
    await page.evaluate((data) => window.postMessage(data, '*'), message);
    await page.waitForTimeout(50);
  };
  await send({ kind: 'hello', language, texts });
  return {
    page,
    send,
    posted: () => known('posted'),
    refused: async () => [...(await known('violations')), ...browser.refused],
    harm: () =>
      page.evaluate(
        (main) => ({
          harmed: 'harmed' in window,
          foreign: document.querySelectorAll(`#${main} :is(img, script, a, iframe, object, style, link)`)
            .length,
          handlers: [...document.querySelectorAll(`#${main} *`)].filter((one) =>
            [...one.attributes].some(({ name }) => name.startsWith('on')),
          ).length,
        }),
        id,
      ),
    faults() {
      // In the test's own world, where the page's policy does not count.
      const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
      return page.evaluate(`${axe}; axe.run('#${id}', { rules: {
        // The page of the test has no theme: its colours are the browser's.
        'color-contrast': { enabled: false } } }).then(({ violations }) =>
          violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 120)).join(' | ')))`);
    },
    async close() {
      await browser.close();
      site.close();
    },
  };
}

/**
 * The page and its texts as the extension makes them, with Arabic from the bundle.
 * @param {string} id
 * @param {'en' | 'ar'} language
 * @returns {Promise<Pick<typeof import('../../client/webview/html.ts'), 'pageHtml'> & { texts: object }>}
 */
async function loaded(id, language) {
  const { outputFiles } = await esbuild.build({
    stdin: {
      contents: `export { pageHtml } from './webview/html.ts'; export { texts } from './${id}/texts.ts';`,
      resolveDir: inRepository('client'),
    },
    bundle: true,
    format: 'esm',
    write: false,
    plugins: [
      {
        name: 'editor',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^vscode$/ }, () => ({ path: 'vscode', namespace: 'editor' }));
          onLoad({ filter: /.*/, namespace: 'editor' }, () => ({
            contents: 'export const l10n = { t: (text) => globalThis.translations?.[text] ?? text };',
          }));
        },
      },
    ],
  });
  const { pageHtml, texts } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0]?.text ?? '').toString('base64')}`
  );
  Object.assign(globalThis, {
    translations:
      language === 'ar' ? JSON.parse(readFileSync(inRepository('l10n/bundle.l10n.ar.json'), 'utf8')) : {},
  });
  return { pageHtml, texts: texts() };
}
