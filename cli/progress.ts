import { progressLine } from './progress-line.ts';

/** How long work may take before a terminal shows how far it is, and any other stderr does. */
const PATIENCE_MS = { terminal: 500, log: 10_000 };

/** Tells on stderr how far a long work is. */
export interface Progress {
  /** `item`, which has so many bytes, is worked on now. */
  readonly step: (item: string, bytes?: number) => void;
  /** `item`, which has so many bytes, was done before. */
  readonly skip: (item: string, bytes: number) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

/** Says nothing: where results go to the terminal meanwhile, they tell enough. */
export const NO_PROGRESS: Progress = { step: () => undefined, skip: () => undefined, end: () => undefined };

/**
 * Progress through `total` items (null: nobody knows how many), which have `totalBytes` together where that is known: on
 * a terminal one line that changes, once half a second has passed; elsewhere a line every ten seconds, so that short
 * runs in scripts are silent.
 */
export function startProgress(total: number | null, totalBytes: number | null = null): Progress {
  const isTerminal = process.stderr.isTTY;
  const start = performance.now();
  const done = { items: 0, bytes: 0 };
  const skipped = { items: 0, bytes: 0 };
  let next = start + (isTerminal ? PATIENCE_MS.terminal : PATIENCE_MS.log);
  let isShown = false;
  const show = (item: string): void => {
    const now = performance.now();
    if (now < next) return;
    next = now + (isTerminal ? 100 : PATIENCE_MS.log);
    isShown = true;
    const [all, through, before] = totalBytes
      ? [totalBytes, done.bytes, skipped.bytes]
      : [total, done.items, skipped.items];
    const line = progressLine({
      done: done.items,
      total,
      worked: done.items - skipped.items,
      workedBytes: done.bytes - skipped.bytes,
      left: all ? Math.max(0, 1 - through / all) : null,
      share: all ? (through - before) / all : 0,
      seconds: (now - start) / 1000,
      item,
    });
    process.stderr.write(
      isTerminal ? `\r\x1b[K${line.slice(0, (process.stderr.columns || 80) - 1)}` : `hashiya: ${line}\n`,
    );
  };
  return {
    step(item, bytes = 0) {
      done.items++;
      done.bytes += bytes;
      show(item);
    },
    skip(item, bytes) {
      skipped.items++;
      skipped.bytes += bytes;
      done.items++;
      done.bytes += bytes;
      show(item);
    },
    end() {
      if (isShown && isTerminal) process.stderr.write('\r\x1b[K');
    },
  };
}
