// `node scripts/manifest.mjs [--check]`: writes what is made from the lists of commands, labels, colours and settings:
// parts of package.json, its texts in both languages, and tables of README.md. With --check nothing is written; the
// exit status is 1 where something differs.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import esbuild from 'esbuild';
import prettier from 'prettier';
import { inCache, inRepository } from './lib/places.mjs';
import { Explained, main } from './lib/steps.mjs';

await main(async () => {
  const { values } = parseArgs({ options: { check: { type: 'boolean' } } });
  const differing = [];
  for (const [file, content] of Object.entries(await generated())) {
    if (read(file) === content) continue;
    differing.push(file);
    if (!values.check) writeFileSync(inRepository(file), content);
  }
  if (!values.check)
    return console.log(differing.length > 0 ? `Wrote ${differing.join(', ')}.` : 'Nothing differs.');
  if (differing.length > 0)
    throw new Explained(`${differing.join(', ')}: not what the lists say. Run: node scripts/manifest.mjs`);
});

/** @returns {Promise<Record<string, string>>} every file that has generated parts, as it ought to be */
async function generated() {
  const { contributions, nls, readmeTables } = await lists();
  const manifest = JSON.parse(read('package.json'));
  Object.assign(manifest.contributes, contributions());
  /** @type {Record<string, string>} */
  const files = {
    'package.json': JSON.stringify(manifest),
    'package.nls.json': JSON.stringify(nls('en')),
    'package.nls.ar.json': JSON.stringify(nls('ar')),
    'README.md': Object.entries(readmeTables()).reduce(withRegion, read('README.md')),
  };
  for (const [file, content] of Object.entries(files)) files[file] = await formatted(file, content);
  return files;
}

/**
 * The functions of client/manifest.ts. The commands beside it import vscode, which only an editor has; nothing of it is
 * used before a command runs.
 * @returns {Promise<typeof import('../client/manifest.ts')>}
 */
async function lists() {
  const outfile = inCache('manifest.mjs');
  await esbuild.build({
    entryPoints: [inRepository('client/manifest.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    // jsonc-parser's own main cannot be bundled.
    mainFields: ['module', 'main'],
    platform: 'node',
    plugins: [
      {
        name: 'no-editor',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^(?:vscode|vscode-languageclient)$/ }, ({ path }) => ({
            path,
            namespace: 'none',
          }));
          onLoad({ filter: /./, namespace: 'none' }, () => ({
            contents: 'module.exports = {}',
            loader: 'js',
          }));
        },
      },
    ],
  });
  return import(`${pathToFileURL(outfile)}?${Date.now()}`);
}

/**
 * Puts a table between the comments `<!-- name -->` and `<!-- /name -->`.
 * @param {string} text
 * @param {[string, string]} region
 */
function withRegion(text, [name, table]) {
  const [before, rest] = text.split(`<!-- ${name} -->`);
  const after = rest?.split(`<!-- /${name} -->`)[1];
  if (before === undefined || after === undefined)
    throw new Explained(`README.md has no region <!-- ${name} --> … <!-- /${name} --> for the table.`);
  return `${before}<!-- ${name} -->\n\n${table}\n\n<!-- /${name} -->${after}`;
}

/** @param {string} file */
function read(file) {
  return existsSync(inRepository(file)) ? readFileSync(inRepository(file), 'utf8') : '';
}

/**
 * @param {string} file
 * @param {string} content
 */
async function formatted(file, content) {
  const options = await prettier.resolveConfig(inRepository(file));
  return prettier.format(content, { ...options, filepath: inRepository(file) });
}
