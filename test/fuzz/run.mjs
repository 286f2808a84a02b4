// `npm run fuzz [-- --minutes N] [--only NAME] [--seed S]`: every property of the tests, in rounds, each from another
// seed and more often than the one before, until the time is up or one does not hold. docs/fuzzing.md tells more.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readArguments } from '../../scripts/lib/arguments.mjs';
import { statusOf } from '../../scripts/lib/commands.mjs';
import { inRepository } from '../../scripts/lib/places.mjs';
import { Explained, duration, main } from '../../scripts/lib/steps.mjs';

/** Where tests with properties are. */
const FOLDERS = ['core', 'server', 'client', 'cli', 'training', 'test/unit', 'test/fuzz'];
/** The first round is so much longer than the suite, and each other one than the one before. */
const FIRST = 10;
const LONGER = 4;
/** Properties that cost much must leave time to the others: so long takes none in a round, in milliseconds. */
const AT_MOST = 15_000;

const help = `Usage: npm run fuzz [-- --minutes N] [--only NAME] [--seed S]

Runs every property of the tests in rounds until the time is up, each round longer than the last and from another seed.
Stops at the first round in which one does not hold, shows the smallest counterexample, and ends with status 1.

  --minutes N   how long, 5 unless given
  --only NAME   only the test files whose path has NAME in it: protocol, formats, core/text
  --seed S      begin with this seed: what was found with it is found again
`;

/** @param {string} folder @returns {string[]} the test files below it that have properties */
const withProperties = (folder) =>
  readdirSync(inRepository(folder), { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
    .filter(
      (file) => file.endsWith('.test.ts') && readFileSync(inRepository(file), 'utf8').includes('fc.assert('),
    )
    .sort();

/**
 * @param {string} name of an option
 * @param {string | undefined} value
 * @param {number} otherwise
 */
function numberOf(name, value, otherwise) {
  const number = value === undefined ? otherwise : Number(value);
  if (!Number.isFinite(number) || number < 0) throw new Explained(`--${name} takes a number.\n\n${help}`);
  return number;
}

await main(async () => {
  const { values, showHelp } = readArguments(help, ['minutes', 'only', 'seed']);
  if (showHelp) return console.log(help);
  const minutes = numberOf('minutes', values['minutes'], 5);
  const first = Math.trunc(numberOf('seed', values['seed'], Date.now() % 1_000_000));
  const only = values['only'] ?? '';
  const files = FOLDERS.flatMap(withProperties).filter((file) => file.includes(only));
  if (files.length === 0) throw new Explained(`No test file with properties has “${only}” in its path.`);
  const began = Date.now();
  const until = began + minutes * 60_000;
  let isStopped = false;
  process.on('SIGINT', () => {
    if (isStopped) process.exit(130);
    isStopped = true;
  });
  for (let n = 0, times = FIRST; n === 0 || (Date.now() < until && !isStopped); n++, times *= LONGER) {
    const seed = first + n;
    console.log(
      `\n━━ Round ${n + 1}: ${files.length} files, seed ${seed}, ${times} times as often as in the suite`,
    );
    const vitest = inRepository('node_modules/vitest/vitest.mjs');
    const status = await statusOf(
      process.execPath,
      [vitest, 'run', '--project=unit', '--testTimeout=0', '--reporter=default', ...files],
      { env: { HASHIYA_FUZZ: JSON.stringify({ seed, times, atMost: AT_MOST, until }) } },
    );
    if (isStopped) break;
    if (status !== 0) {
      const same = `npm run fuzz -- --seed ${seed}${only === '' ? '' : ` --only ${only}`}`;
      console.log(`\nNot everything held. The same again: ${same}`);
      return 1;
    }
  }
  const took = duration(Date.now() - began);
  console.log(isStopped ? `\nStopped after ${took}; all held till then.` : `\nAll held, for ${took}.`);
});
