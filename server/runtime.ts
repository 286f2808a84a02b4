import type { Steps } from '../core/text/steps.ts';
import type { FileAccess } from './files.ts';

/** What the server needs of the machine it runs on: Node and the web worker each give their own. */
export interface Runtime {
  readonly files: FileAccess;
  /** The bytes of the compiled lists. Asked for once; `uri` is where the client said that they are. */
  readonly lexicon: (uri: string | undefined) => Promise<Uint8Array>;
  /** The bytes of what was learnt, likewise. */
  readonly weights: (uri: string | undefined) => Promise<Uint8Array>;
  /** The time of day. */
  readonly now: () => Date;
  /** Milliseconds from an arbitrary origin, to measure durations. */
  readonly elapsed: () => number;
  /** A new UUID. */
  readonly newId: () => string;
  /** Runs something later; the function that comes back calls it off. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
  /** Gives memory that nothing holds any more back to the machine, where it can be asked to. */
  readonly tidyUp: () => void;
}

/** Lets what else waits, requests and cancellations among it, have its turn. */
export const breathe = (runtime: Runtime): Promise<void> =>
  new Promise((resolve) => {
    runtime.after(0, resolve);
  });

/** How long the server works before it looks whether something else waits, in milliseconds. */
const SLICE = 5;

/** Takes the steps of some work in slices. Null where it was not wanted any more. */
export async function inSlices<T>(
  runtime: Runtime,
  steps: Steps<T>,
  wanted: () => boolean,
): Promise<T | null> {
  let since = runtime.elapsed();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (runtime.elapsed() - since < SLICE) continue;
    await breathe(runtime);
    if (!wanted()) return null;
    since = runtime.elapsed();
  }
}
