import { UsageError } from '../files.ts';
import { digestOf, readInput } from './article.ts';
import type { ArticleInput } from './article.ts';
import type { JournalEntry } from './journal.ts';

/**
 * The inputs that are not done yet. Those that are, the first ones, are read and compared with what they were, so that
 * the results are those of one run over the inputs as they are.
 * @param skip is told of each that is done
 * @throws UsageError if one has changed, or is no longer where it was.
 */
export async function* notDone(
  inputs: AsyncIterable<ArticleInput>,
  done: AsyncIterable<JournalEntry>,
  skip: (input: ArticleInput, size: number) => void,
): AsyncGenerator<ArticleInput> {
  const entries = done[Symbol.asyncIterator]();
  let entry = await entries.next();
  for await (const input of inputs) {
    if (entry.done) {
      yield input;
      continue;
    }
    if (entry.value.input !== input.name)
      throw changed(`"${entry.value.input}" was done where "${input.name}" is now`);
    const bytes = await readInput(input);
    const digest = 'error' in bytes ? null : digestOf(bytes);
    if (entry.value.sha256 !== digest) throw changed(`"${input.name}" is not what it was`);
    skip(input, 'error' in bytes ? 0 : bytes.length);
    entry = await entries.next();
  }
  if (!entry.done) throw changed(`"${entry.value.input}" was done and is gone`);
}

const changed = (what: string): UsageError =>
  new UsageError(
    `the inputs have changed since the run began (${what}); delete the .part file and its journal to begin anew`,
  );
