/**
 * An error whose message is all that a person needs: it says what went wrong and what to do.
 * {@link main} prints it without a stack.
 */
export class Explained extends Error {}

/**
 * A duration in words.
 * @param {number} milliseconds
 * @returns {string} such as `4.2 s` or `2 min 05 s`
 */
export function duration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}

/**
 * Does one step of a longer job, saying on standard output what it is and how long it took.
 * @template T
 * @param {string} title in the imperative, without a final stop
 * @param {() => T | Promise<T>} action
 * @returns {Promise<T>} what the action gives
 */
export async function step(title, action) {
  const began = performance.now();
  process.stdout.write(`• ${title} … `);
  try {
    const result = await action();
    console.log(duration(performance.now() - began));
    return result;
  } catch (error) {
    console.log(`failed after ${duration(performance.now() - began)}`);
    throw error;
  }
}

/**
 * Runs the main function of a script: an error ends the process with status 1, an {@link Explained}
 * one with its message alone.
 * @param {() => Promise<number | void>} action gives the exit status, 0 when it gives nothing
 * @returns {Promise<void>}
 */
export async function main(action) {
  try {
    process.exitCode = (await action()) ?? 0;
  } catch (error) {
    console.error(error instanceof Explained ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
