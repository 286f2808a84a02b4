import { fileURLToPath } from 'node:url';
import { setImmediate } from 'node:timers/promises';
import { pMapIterable } from 'p-map';
import { loadEngine } from '../engine.ts';
import type { EngineData } from '../engine.ts';
import { analyseInput, countInput, digestOf, readInput } from './article.ts';
import type { ArticleInput, CountedFile, Outcome, ReportOptions } from './article.ts';

/** Who does the work: this thread, or some others. */
export interface Workers {
  readonly analyse: (input: ArticleInput, options: ReportOptions) => Promise<Outcome>;
  readonly count: (file: string, encoding: string | undefined) => Promise<CountedFile>;
  /** Does something with many things, several at a time, and gives the results in the things' order. */
  readonly inOrder: <T, R>(
    things: Iterable<T> | AsyncIterable<T>,
    work: (thing: T) => Promise<R>,
  ) => AsyncIterable<R>;
  readonly end: () => Promise<void>;
}

/** The threads' program, beside this one. */
const PROGRAM = 'cli-worker.mjs';

/** So many articles of each thread are given out, one to go on with at once, and wait for a long one before them. */
const AHEAD = { given: 2, done: 16 };

/** `jobs` threads with an engine each, over the same data; one is this thread itself, which starts at once. */
export async function startWorkers(jobs: number, data: EngineData): Promise<Workers> {
  const work = jobs === 1 ? workHere(data) : await workInThreads(jobs, data);
  return { ...work, inOrder: (things, perform) => inOrder(jobs, things, perform) };
}

/** Does `work` for things, as many at a time as `jobs` threads need, and gives the results in the things' order; reads no more things than that ahead of who takes the results. */
export function inOrder<T, R>(
  jobs: number,
  things: Iterable<T> | AsyncIterable<T>,
  work: (thing: T) => Promise<R>,
): AsyncIterable<R> {
  const [concurrency, backpressure] = jobs === 1 ? [1, 1] : [jobs * AHEAD.given, jobs * AHEAD.done];
  return pMapIterable(things, work, { concurrency, backpressure });
}

type Work = Omit<Workers, 'inOrder'>;

/** The work in this thread; between two articles others have their turn: signals, streams. */
function workHere(data: EngineData): Work {
  const engine = loadEngine(data);
  return {
    async analyse(input, options) {
      await setImmediate();
      return analyseInput(engine, input, options);
    },
    async count(file, encoding) {
      await setImmediate();
      return countInput(file, encoding);
    },
    end: () => Promise.resolve(),
  };
}

async function workInThreads(jobs: number, data: EngineData): Promise<Work> {
  // What one thread does not need does not make it start later.
  const { default: workerpool } = await import('workerpool');
  const pool = workerpool.pool(fileURLToPath(new URL(PROGRAM, import.meta.url)), {
    workerType: 'thread',
    minWorkers: jobs,
    maxWorkers: jobs,
    workerThreadOpts: { workerData: data },
  });
  return {
    async analyse(input, options) {
      try {
        return (await pool.exec('analyse', [input, options])) as Outcome;
      } catch (error) {
        return await lost(input, error);
      }
    },
    count: async (file, encoding) => (await pool.exec('count', [file, encoding])) as CountedFile,
    async end() {
      await pool.terminate();
    },
  };
}

/** What becomes of an article over which a thread died, for want of memory most likely; the pool starts another thread. */
async function lost(input: ArticleInput, error: unknown): Promise<Outcome> {
  const bytes = await readInput(input);
  const [digest, size] = 'error' in bytes ? [null, 0] : [digestOf(bytes), bytes.length];
  const why = error instanceof Error ? error.message : String(error);
  return { name: input.name, report: null, error: `the analysis broke off: ${why}`, digest, size };
}
