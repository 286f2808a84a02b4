/** Builds everything that ships: the lexicon, the weights and the bundles of client, server, web worker and command line, in dist/. */
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
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
  {
    entryPoints: { cli: 'cli/main.ts' },
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
  esbuild.build({ ...COMMON, ...bundle, outdir: folder });

/** Builds the lexicon, the weights and every bundle. */
export async function build() {
  const lexicon = await buildLexicon();
  await buildWeights();
  await Promise.all(BUNDLES.map((bundle) => buildBundle(bundle)));
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
