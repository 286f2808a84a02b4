import { existsSync, readFileSync } from 'node:fs';

/**
 * How many tests passed, failed and were skipped.
 * @typedef {object} Totals
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * @param {readonly Totals[]} all
 * @returns {Totals}
 */
export const sum = (all) => ({
  passed: all.reduce((count, totals) => count + totals.passed, 0),
  failed: all.reduce((count, totals) => count + totals.failed, 0),
  skipped: all.reduce((count, totals) => count + totals.skipped, 0),
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
 * @param {string} file written by vitest's JSON reporter, or mocha's `stats` as JSON
 * @param {number} status of the runner
 * @returns {Totals}
 */
export function totalsFrom(file, status) {
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const totals =
    'numTotalTests' in report
      ? {
          passed: report.numPassedTests,
          failed: report.numFailedTests,
          skipped: report.numPendingTests + report.numTodoTests,
        }
      : { passed: report.passes ?? 0, failed: report.failures ?? 0, skipped: report.pending ?? 0 };
  const ranNothing = totals.passed + totals.failed + totals.skipped === 0;
  return (status !== 0 || ranNothing) && totals.failed === 0 ? { ...totals, failed: 1 } : totals;
}
