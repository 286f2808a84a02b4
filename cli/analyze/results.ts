import { once } from 'node:events';
import { complain, EXIT, failWith } from '../commands/command.ts';
import { counted } from '../counted.ts';
import type { Outcome } from './article.ts';
import type { PartFile } from './part-file.ts';

/** Where results go. */
export interface Results {
  readonly add: (outcome: Outcome) => Promise<void> | void;
  readonly finish: () => Promise<void> | void;
}

/** Results go to standard output, as fast as it takes them. */
export const printedResults = (): Results => ({
  async add({ report }) {
    if (report !== null && !process.stdout.write(`${report}\n`)) await once(process.stdout, 'drain');
  },
  finish: () => undefined,
});

/** Results go to a file; errors of the part of the run that was done before count, too. */
export function filedResults(part: PartFile, output: string): Results {
  return {
    add: part.add,
    async finish() {
      await part.finish();
      if (part.failed === 0) return;
      complain(
        output,
        `${counted(part.failed, 'input')} could not be read before the run was taken up again`,
      );
      failWith(EXIT.found);
    },
  };
}
