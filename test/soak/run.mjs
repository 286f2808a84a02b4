/**
 * `npm run soak [-- --minutes N] [--articles N] [--seed N] [--program FOLDER]`: bundles main.ts and calls it. The server
 * is built anew, unless a folder is named that has one.
 */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import esbuild from 'esbuild';
import { build } from '../../scripts/build.mjs';

const ROOT = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

const args = process.argv.slice(2);
const folder = path.join(ROOT, '.cache', 'soak');
const outfile = path.join(folder, `soak-${process.pid}.mjs`);
mkdirSync(folder, { recursive: true });
await esbuild.build({
  entryPoints: [path.join(ROOT, 'test/soak/main.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'es2023',
  mainFields: ['module', 'main'],
  banner: {
    js: "import { createRequire as soakRequire } from 'node:module';\nconst require = soakRequire(import.meta.url);",
  },
  sourcemap: 'inline',
  logLevel: 'warning',
  outfile,
});
if (!args.some((arg) => arg.startsWith('--program'))) await build();
try {
  const { main } = await import(pathToFileURL(outfile).href);
  process.exitCode = await main(args, ROOT);
} finally {
  rmSync(outfile, { force: true });
}
