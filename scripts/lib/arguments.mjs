import { parseArgs } from 'node:util';
import { Explained } from './steps.mjs';

/**
 * Reads a script's arguments; `--help` and `-h` are known to every script.
 * @param {string} help shown with a complaint
 * @param {readonly string[]} [options] those that take a value
 * @returns {{ values: Record<string, string | undefined>, positionals: string[], showHelp: boolean }}
 * @throws {Explained} when one is not known
 */
export function readArguments(help, options = []) {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        ...Object.fromEntries(options.map((name) => [name, { type: /** @type {const} */ ('string') }])),
      },
    });
    const { help: showHelp = false, ...given } = values;
    return {
      values: /** @type {Record<string, string | undefined>} */ (given),
      positionals,
      showHelp: Boolean(showHelp),
    };
  } catch (error) {
    throw new Explained(`${/** @type {Error} */ (error).message}\n\n${help}`);
  }
}
