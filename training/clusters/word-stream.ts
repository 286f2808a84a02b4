import { tokenise } from '../../core/text/tokens.ts';
import { withProclitics } from '../../core/text/clitics.ts';
import type { Token } from '../../core/text/tokens.ts';

/** Words of a text in order, as numbers: the first look at a collection, before rare words are dropped. */
export interface WordStream {
  /** The words as first met: folded; marks as they stand; every number is `NUMBER`. */
  readonly words: readonly string[];
  /** How often each of `words` stands in the stream. */
  readonly counts: readonly number[];
  /** Indices into `words` in order of the text; `BREAK` at the end of each line. */
  readonly stream: Int32Array;
  /** For each of `words` its readings without proclitics, as the tokeniser's clitics have them. */
  readonly readings: readonly (readonly Reading[])[];
}

/** A reading of a word as particles and a stem, both folded. */
export interface Reading {
  readonly proclitics: string;
  readonly stem: string;
}

/** What every number is in a stream. */
const NUMBER = '0';

/** In a stream: the end of a line. */
export const BREAK = -1;

const NONE: readonly Reading[] = [];

/** Collects lines into a stream; `add` takes a line, `finish` gives what was collected. */
export function collectWords(): { add(line: string): void; finish(): WordStream } {
  const ids = new Map<string, number>();
  const words: string[] = [];
  const counts: number[] = [];
  const readings: (readonly Reading[])[] = [];
  let stream = new Int32Array(1 << 16);
  let length = 0;
  const push = (id: number): void => {
    if (length === stream.length) {
      const longer = new Int32Array(length * 2);
      longer.set(stream);
      stream = longer;
    }
    stream[length++] = id;
  };
  const idOf = (token: Token): number => {
    const word = token.kind === 'number' ? NUMBER : token.folded;
    const known = ids.get(word);
    if (known !== undefined) return known;
    ids.set(word, words.length);
    words.push(word);
    counts.push(0);
    const found = withProclitics(token);
    readings.push(found.length > 0 ? found.map(({ proclitics, stem }) => ({ proclitics, stem })) : NONE);
    return words.length - 1;
  };
  return {
    add(line) {
      const tokens = tokenise(line);
      if (tokens.length === 0) return;
      for (const token of tokens) {
        const id = idOf(token);
        counts[id] = (counts[id] ?? 0) + 1;
        push(id);
      }
      push(BREAK);
    },
    finish: () => ({ words, counts, readings, stream: stream.slice(0, length) }),
  };
}
