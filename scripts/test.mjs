// `npm test -- [PART…]`: everything from a fresh clone to the totals of all tests. Until the packages are installed
// it may import only Node's own modules and scripts/lib files that do the same.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { readArguments } from './lib/arguments.mjs';
import { installCodeServer } from './lib/code-server.mjs';
import { run, statusOf } from './lib/commands.mjs';
import { browserPackages, buildTools, installDebianPackages } from './lib/debian.mjs';
import { installPackages, npm } from './lib/npm.mjs';
import { inOut, inRepository } from './lib/places.mjs';
import { Explained, duration, main, step } from './lib/steps.mjs';
import { inWords, sum, totalsFrom } from './lib/totals.mjs';

/** @typedef {import('./lib/totals.mjs').Totals} Totals */

/**
 * What several parts need, done once.
 * @type {Record<string, () => Promise<unknown>>}
 */
const preparations = {
  build: () =>
    step('Build', () => run(process.execPath, [inRepository('scripts/build.mjs')], { log: 'build' })),
  editor: async () => {
    await installDebianPackages([...buildTools, ...browserPackages]);
    await installCodeServer();
  },
};

/**
 * The preparations that were begun.
 * @type {Map<string, Promise<unknown>>}
 */
const prepared = new Map();

/**
 * The parts, in the order in which they run.
 * @type {{ name: string, title: string, needs: string[], run: () => Promise<Totals> }[]}
 */
const parts = [
  { name: 'check', title: 'format, lint rules, types, unused code', needs: [], run: runChecks },
  { name: 'unit', title: 'tests in Node', needs: ['build'], run: () => runVitest('unit') },
  {
    name: 'program',
    title: 'the command line as a program',
    needs: ['build'],
    run: () => runVitest('program'),
  },
  {
    name: 'web',
    title: 'the server in a web worker of a browser',
    needs: ['build'],
    run: () => runScript('web', 'test/web/run.mjs'),
  },
  {
    name: 'host',
    title: 'in the extension host of VS Code',
    needs: ['build', 'editor'],
    run: () => runHost(),
  },
  {
    name: 'vsix',
    title: 'the same, with the package installed',
    needs: ['build', 'editor'],
    run: () => runHost('--vsix'),
  },
  {
    name: 'workbench',
    title: 'VS Code driven by keys and mouse',
    needs: ['build', 'editor'],
    run: () => runScript('workbench', 'test/workbench/run.mjs'),
  },
];

const help = `Usage: npm test -- [PART…]

Runs all tests, or only the parts named:

${parts.map(({ name, title }) => `  ${name.padEnd(10)} ${title}`).join('\n')}

What they take is installed first: npm packages, a VS Code that is served to a browser (in the folder .cache), and
Debian packages where this user may install them. VSCODE_PATH names a desktop VS Code to use instead.`;

await main(async () => {
  const { positionals, showHelp } = readArguments(help);
  if (showHelp) return console.log(help);
  const chosen = partsNamed(positionals);
  await installPackages();
  mkdirSync(inOut('totals'), { recursive: true });
  const results = [];
  for (const part of chosen) results.push({ name: part.name, ...(await timed(part)) });
  console.log();
  for (const { name, totals, took } of results)
    console.log(`  ${name.padEnd(10)} ${inWords(totals)} (${took})`);
  const total = sum(results.map(({ totals }) => totals));
  console.log(`\n${inWords(total)}`);
  for (const { name, totals } of results)
    for (const test of totals.failures) console.log(`  ✗ ${name}: ${test}`);
  return total.failed > 0 ? 1 : 0;
});

/**
 * @param {readonly string[]} names
 * @returns {typeof parts} all when none is named
 * @throws {Explained} when there is no such part
 */
function partsNamed(names) {
  const unknown = names.find((name) => !parts.some((part) => part.name === name));
  if (unknown) throw new Explained(`There is no part “${unknown}”.\n\n${help}`);
  return names.length === 0 ? parts : parts.filter(({ name }) => names.includes(name));
}

/**
 * @param {string} name of a preparation
 * @returns {Promise<unknown>}
 */
function prepare(name) {
  const promise = prepared.get(name) ?? preparations[name]?.() ?? Promise.reject(new Error(`No ${name}`));
  prepared.set(name, promise);
  return promise;
}

/**
 * Runs a part. Whatever keeps it from running counts as one failure, so that the other parts still run.
 * @param {typeof parts[number]} part
 */
async function timed(part) {
  const began = performance.now();
  console.log(`\n━━ ${part.name}: ${part.title}`);
  let totals;
  try {
    for (const name of part.needs) await prepare(name);
    totals = await part.run();
  } catch (error) {
    console.error(error instanceof Explained ? error.message : error);
    const [why] = (error instanceof Error ? error.message : String(error)).split('\n', 1);
    totals = { passed: 0, failed: 1, skipped: 0, failures: [`(${why})`] };
  }
  return { totals, took: duration(performance.now() - began) };
}

/**
 * Runs each command of the script `check`, also after one has failed.
 * @returns {Promise<Totals>}
 */
async function runChecks() {
  /** @type {{ scripts: Record<string, string> }} */
  const { scripts } = JSON.parse(readFileSync(inRepository('package.json'), 'utf8'));
  const commands = (scripts.check ?? '').split('&&').map((command) => command.trim());
  /** @type {Totals} */
  const totals = { passed: 0, failed: 0, skipped: 0, failures: [] };
  for (const command of commands) {
    console.log(`$ ${command}`);
    await npm(['exec', '--call', command]).then(
      () => (totals.passed += 1),
      () => {
        totals.failed += 1;
        totals.failures.push(command);
      },
    );
  }
  return totals;
}

/**
 * @param {string} project of vitest.config.mjs
 * @returns {Promise<Totals>}
 */
function runVitest(project) {
  return runForTotals(project, (file) =>
    statusOf(process.execPath, [
      inRepository('node_modules/vitest/vitest.mjs'),
      'run',
      `--project=${project}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ]),
  );
}

/**
 * @param {...string} args
 * @returns {Promise<Totals>}
 */
function runHost(...args) {
  return runScript(args.length > 0 ? 'vsix' : 'host', 'test/host/run.mjs', ...args);
}

/**
 * Runs a script that writes mocha's totals to the file named by HASHIYA_TEST_TOTALS.
 * @param {string} name
 * @param {string} script
 * @param {...string} args
 * @returns {Promise<Totals>}
 */
function runScript(name, script, ...args) {
  return runForTotals(name, (file) =>
    statusOf(process.execPath, [inRepository(script), ...args], { env: { HASHIYA_TEST_TOTALS: file } }),
  );
}

/**
 * @param {string} name
 * @param {(file: string) => Promise<number>} runner takes the file for its totals, gives its exit status
 * @returns {Promise<Totals>}
 */
async function runForTotals(name, runner) {
  const file = inOut('totals', `${name}.json`);
  rmSync(file, { force: true });
  return totalsFrom(file, await runner(file));
}
