import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { repository } from './places.mjs';

/**
 * How many tests passed, failed and were skipped, and the names of those that failed.
 * @typedef {object} Totals
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} failures
 */

/**
 * @param {readonly Totals[]} all
 * @returns {Totals}
 */
export const sum = (all) => ({
  passed: all.reduce((count, totals) => count + totals.passed, 0),
  failed: all.reduce((count, totals) => count + totals.failed, 0),
  skipped: all.reduce((count, totals) => count + totals.skipped, 0),
  failures: all.flatMap(({ failures }) => failures),
});

/**
 * @param {Totals} totals
 * @returns {string} such as `12 passed, 0 failed, 1 skipped`
 */
export const inWords = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/**
 * Reads what a test runner has written, and trusts its exit status over its numbers: a runner that ended badly has
 * at least one failure, and one that ran no test has failed too.
 * @param {string} file written by vitest's JSON reporter, or of mocha its `stats` with the titles of what failed
 * @param {number} status of the runner
 * @returns {Totals}
 */
export function totalsFrom(file, status) {
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const totals = 'numTotalTests' in report ? totalsOfVitest(report) : totalsOfMocha(report);
  const ranNothing = totals.passed + totals.failed + totals.skipped === 0;
  if ((status === 0 && !ranNothing) || totals.failed > 0) return totals;
  const why = ranNothing ? 'no test ran' : `the runner ended with status ${status}`;
  return { ...totals, failed: 1, failures: totals.failures.length > 0 ? totals.failures : [`(${why})`] };
}

/**
 * @param {{ passes?: number, failures?: number, pending?: number, titles?: string[] }} report
 * @returns {Totals}
 */
const totalsOfMocha = ({ passes = 0, failures = 0, pending = 0, titles = [] }) => ({
  passed: passes,
  failed: failures,
  skipped: pending,
  failures: titles,
});

/**
 * A file that could not be run at all counts as one failure.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: { name: string, status: string, message: string,
 *     assertionResults: { status: string, fullName: string }[] }[] }} report
 * @returns {Totals}
 */
function totalsOfVitest(report) {
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = path.relative(repository, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0 && status === 'failed') return [`${file}: ${message.split('\n', 1)[0]}`];
    return failed.map(({ fullName }) => `${file}: ${fullName}`);
  });
  return {
    passed: report.numPassedTests,
    failed: Math.max(report.numFailedTests, failures.length),
    skipped: report.numPendingTests + report.numTodoTests,
    failures,
  };
}
