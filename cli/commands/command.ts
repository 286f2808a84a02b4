import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { encodingExists } from '../decode.ts';

/** A command of the command line: adds itself to the program. */
export type AddCommand = (program: Command) => void;

/** Exit statuses: all well; a file or finding is not; nothing could be done. */
export const EXIT = { fine: 0, found: 1, usage: 2 } as const;

/** Says something on stderr about a file. */
export function complain(file: string, message: string): void {
  process.stderr.write(`hashiya: ${file}: ${message}\n`);
}

/** Something went wrong, yet the rest goes on: the program ends with this status. */
export function failWith(status: (typeof EXIT)[keyof typeof EXIT]): void {
  process.exitCode = Math.max(Number(process.exitCode ?? 0), status);
}

/** The option --encoding, a new one for each command that has it. */
export const encodingOption = (): Option =>
  new Option('--encoding <name>', 'encoding of files that are not UTF-8, such as windows-1256').argParser(
    (name) => {
      if (!encodingExists(name))
        throw new InvalidArgumentError(
          'For Arabic there are utf-8, utf-16le, utf-16be, windows-1256 and iso-8859-6.',
        );
      return name;
    },
  );
