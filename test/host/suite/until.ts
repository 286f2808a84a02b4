import { setTimeout as pause } from 'node:timers/promises';

/**
 * Waits for something that comes by itself, such as diagnostics.
 * @param what named when it does not come
 * @param look gives a value once it is there, and `undefined` or `false` until then
 * @param milliseconds how long to wait
 * @throws when the time is over
 */
export async function until<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
  milliseconds = 20_000,
): Promise<T> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    const value = await look();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > deadline) throw new Error(`Waited ${milliseconds / 1000} s in vain for ${what}.`);
    await pause(50);
  }
}
