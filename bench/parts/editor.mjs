/**
 * How long the extension takes in a real VS Code: from the order to activate it to its answer, the server's start
 * included, and from the order to open an article of 10 kB to its first marks among the diagnostics; the editor's own
 * work on the way is in both. A desktop VS Code is taken where there is one, else one that is served to a browser.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from '../../scripts/build.mjs';
import { installCodeServer } from '../../scripts/lib/code-server.mjs';
import { browserPackages, buildTools, installDebianPackages } from '../../scripts/lib/debian.mjs';
import { packExtension } from '../../scripts/lib/extension-package.mjs';
import { runInExtensionHost } from '../../scripts/lib/extension-host.mjs';
import { inOut, inRepository } from '../../scripts/lib/places.mjs';
import { percentile, rounded } from '../lib/tables.mjs';
import { linesOf, sampleArticles } from '../lib/texts.mjs';

/** The editor is started so often. */
const RUNS = 5;

/** Articles that are opened in each, one after the other. */
const ARTICLES = 8;

/** Bytes of each. */
const SIZE = 10_000;

export async function run() {
  await build();
  await installDebianPackages([...buildTools, ...browserPackages]);
  await installCodeServer();
  const vsix = await packExtension();
  const workspace = inOut('measured/workspace');
  rmSync(workspace, { recursive: true, force: true });
  mkdirSync(workspace, { recursive: true });
  const samples = sampleArticles();
  for (let i = 0; i < ARTICLES; i++) {
    const articles = [...samples.slice(i), ...samples.slice(0, i)];
    writeFileSync(path.join(workspace, `${i}.txt`), linesOf(articles, SIZE));
  }
  /** @type {{ activation: number, marks: number[] }[]} */
  const sessions = [];
  for (let i = 0; i < RUNS; i++) sessions.push(await openEditor(workspace, vsix));
  const row = (/** @type {string} */ name, /** @type {readonly number[]} */ times) => [
    name,
    rounded(percentile(times, 0.5), 0),
    rounded(Math.min(...times), 0),
    rounded(Math.max(...times), 0),
  ];
  return [
    {
      caption: `${RUNS} starts of the editor, ${ARTICLES} articles of ${SIZE / 1000} kB in each`,
      columns: ['ms', 'median', 'least', 'most'],
      rows: [
        row(
          'activation, with the start of the server',
          sessions.map(({ activation }) => activation),
        ),
        row(
          'opening to first marks, first article',
          sessions.map(({ marks }) => marks[0] ?? NaN),
        ),
        row(
          'opening to first marks, later ones',
          sessions.flatMap(({ marks }) => marks.slice(1)),
        ),
      ],
    },
  ];
}

/** Starts the editor once and gives what was measured in it. */
async function openEditor(/** @type {string} */ workspace, /** @type {string} */ vsix) {
  const file = inOut('measured/figures.json');
  rmSync(file, { force: true });
  process.env['HASHIYA_MEASURED'] = file;
  const status = await runInExtensionHost({
    name: 'measured',
    entryPoints: [inRepository('bench/processes/in-editor/index.mjs')],
    workspace,
    vsix,
  });
  if (status !== 0) throw new Error('The editor could not be measured; what it said stands above.');
  return JSON.parse(readFileSync(file, 'utf8'));
}
