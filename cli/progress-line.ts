/** How far a long work is. */
export interface Advance {
  readonly done: number;
  /** Null where it is not known, as of a stream. */
  readonly total: number | null;
  /** What was worked on since the start, of items and of their bytes; less than `done` where work was taken up again. */
  readonly worked: number;
  readonly workedBytes: number;
  /** How much of the work is left, from 0 to 1, by bytes where they are known; null where it is not known. */
  readonly left: number | null;
  /** How much of the work was worked on since the start, from 0 to 1. */
  readonly share: number;
  /** Seconds since the start. */
  readonly seconds: number;
  /** What is worked on now. */
  readonly item: string;
}

/** "1200/20000 · 6% · 152/s · 0.5 MB/s · 2 min 4 s left · x.txt"; what is not known is left out. */
export function progressLine(advance: Advance): string {
  const { done, total, worked, workedBytes, left, share, seconds, item } = advance;
  const parts = [total === null ? `${done} done` : `${done}/${total}`];
  if (left !== null) parts.push(`${Math.floor((1 - left) * 100)}%`);
  if (seconds > 0 && worked > 0) {
    parts.push(`${rate(worked / seconds)}/s`);
    if (workedBytes > 0) parts.push(`${rate(workedBytes / 1e6 / seconds)} MB/s`);
    if (left !== null && share > 0) parts.push(`${duration((left / share) * seconds)} left`);
  }
  return [...parts, item].join(' · ');
}

/** Three figures at the most behind leading zeros. */
const rate = (number: number): string =>
  number >= 100 ? number.toFixed(0) : number >= 10 ? number.toFixed(1) : number.toFixed(2);

/** "3 d 4 h", "2 h 5 min", "2 min 4 s", "8 s": the two largest units. */
export function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  const units: readonly [name: string, seconds: number][] = [
    ['d', 86_400],
    ['h', 3600],
    ['min', 60],
    ['s', 1],
  ];
  const first = units.findIndex(([, size]) => whole >= size);
  if (first < 0) return '0 s';
  let rest = whole;
  return units
    .slice(first, first + 2)
    .flatMap(([name, size]) => {
      const count = Math.floor(rest / size);
      rest -= count * size;
      return count > 0 ? [`${count} ${name}`] : [];
    })
    .join(' ');
}
