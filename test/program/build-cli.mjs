/** Builds the command line as it ships, with its lexicon and weights beside it: `node test/program/build-cli.mjs FOLDER`. */
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { BUNDLES, buildBundle } from '../../scripts/build.mjs';

const [, , folder = ''] = process.argv;
const bundle = BUNDLES.find(({ entryPoints }) => entryPoints && 'cli' in entryPoints);
if (!folder || !bundle) throw new Error('Say where to; scripts/build.mjs must have the bundle "cli".');
await buildBundle(bundle, folder);
for (const file of ['lexicon.bin', 'weights.bin'])
  copyFileSync(new URL(`../../dist/${file}`, import.meta.url), path.join(folder, file));
