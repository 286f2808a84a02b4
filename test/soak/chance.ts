/** Numbers by chance that are the same for the same seed. */
export interface Chance {
  /** A whole number from 0, below the bound. */
  readonly below: (bound: number) => number;
  /** One of a list that is not empty. */
  readonly of: <T>(list: readonly T[]) => T;
}

/** Park and Miller's generator. */
export function chance(seed: number): Chance {
  let state = (seed % 2_147_483_646) + 1;
  const below = (bound: number): number => (state = (state * 48_271) % 2_147_483_647) % bound;
  return {
    below,
    of: <T>(list: readonly T[]): T => list[below(list.length)] as T,
  };
}
