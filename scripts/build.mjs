/** Builds everything that ships: the lexicon, the weights and the bundles of client, pages, server, web worker and command line, in dist/. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { licencesOf } from './lib/licences.mjs';
import { buildLexicon } from './lexicon.mjs';
import { buildWeights } from './weights.mjs';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** @type {import('esbuild').BuildOptions} */
const COMMON = {
  bundle: true,
  absWorkingDir: ROOT,
  sourcemap: 'linked',
  minify: true,
  logLevel: 'warning',
  target: 'es2023',
  // jsonc-parser's CommonJS build asks for its parts in a way that cannot be bundled; its module build can.
  mainFields: ['module', 'main'],
};

/** @type {import('esbuild').BuildOptions[]} */
export const BUNDLES = [
  {
    entryPoints: { client: 'client/extension.ts' },
    outExtension: { '.js': '.cjs' },
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    entryPoints: { server: 'server/node/main.ts' },
    outExtension: { '.js': '.cjs' },
    platform: 'node',
    format: 'cjs',
  },
  { entryPoints: { worker: 'server/browser/main.ts' }, platform: 'browser', format: 'iife' },
  // Each with its style sheet beside it.
  {
    entryPoints: {
      dashboard: 'client/dashboard/view/main.ts',
      adjudication: 'client/adjudication/view/main.ts',
      reader: 'client/reader/view/main.ts',
    },
    loader: { '.woff2': 'file' },
    assetNames: '[name]',
    platform: 'browser',
    format: 'iife',
  },
  {
    entryPoints: { cli: 'cli/main.ts', 'cli-worker': 'cli/analyze/worker.ts' },
    outExtension: { '.js': '.mjs' },
    platform: 'node',
    format: 'esm',
    // Bundled CommonJS packages ask for require(), which a module lacks.
    banner: {
      js: "#!/usr/bin/env node\nimport { createRequire as hashiyaRequire } from 'node:module';\nconst require = hashiyaRequire(import.meta.url);",
    },
  },
];

/**
 * Builds one bundle into a folder.
 * @param {import('esbuild').BuildOptions} bundle
 * @param {string} [folder]
 */
export const buildBundle = (bundle, folder = 'dist') =>
  esbuild.build({ ...COMMON, ...bundle, outdir: folder, metafile: true });

/** Builds the lexicon, the weights, every bundle, and the licences of what is in the bundles. */
export async function build() {
  const lexicon = await buildLexicon();
  await buildWeights();
  const built = await Promise.all(BUNDLES.map((bundle) => buildBundle(bundle)));
  const licences = licencesOf(
    built.map(({ metafile }) => metafile),
    ROOT,
  );
  await writeFile(path.join(ROOT, 'dist/THIRD-PARTY-LICENCES.txt'), licences);
  return lexicon;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const started = performance.now();
  const { names, bytes } = await build();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `Built dist/ in ${seconds} s; the lexicon has ${names} names in ${(bytes / 1e6).toFixed(1)} MB.`,
  );
}
