/** What the soak measures: how long answers take, and how much memory the server has. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Resident memory of a process in MB; NaN where it has ended or the system does not tell. */
export function residentMegabytes(pid: number): number {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    try {
      return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
    } catch {
      return NaN;
    }
  }
}

/** A look at the server's memory. */
export interface MemorySample {
  /** Milliseconds since the soak began. */
  readonly at: number;
  readonly megabytes: number;
  /** Gestures done by then. */
  readonly gestures: number;
}

/** How a soak's memory is judged: this share of the time is warm-up, and the share behind it is held against the last. */
const WARM_UP = 1 / 6;
const COMPARED = 1 / 6;
/** Late memory may be above early memory by a tenth, and by the room that a garbage collector takes at its pleasure. */
const FACTOR = 1.1;
const ROOM = 24;

export const MARGIN = `a tenth and ${ROOM} MB`;

/** Memory early, behind the same warm-up in every run, and late: medians, so that no single collection counts. */
export function memoryVerdict(
  samples: readonly MemorySample[],
  milliseconds: number,
): { readonly early: number; readonly late: number; readonly isFlat: boolean } {
  const between = (from: number, to: number): number =>
    quantile(
      samples.filter(({ at }) => at >= from * milliseconds && at < to * milliseconds).map((s) => s.megabytes),
      0.5,
    );
  const early = between(WARM_UP, WARM_UP + COMPARED);
  const late = between(1 - COMPARED, Infinity);
  return { early, late, isFlat: late <= early * FACTOR + ROOM };
}

/** The value below which this share of the values lies; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}
