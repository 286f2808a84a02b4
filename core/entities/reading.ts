import type { EntityLabel } from '../labels/entity-labels.ts';
import type { EntityCandidate } from './candidate.ts';
import type { Reach, Scan } from './scan.ts';

/** What a reader makes of the tokens from `first` to `last`. Offsets count from the start of the line. */
export interface Reading extends Reach {
  readonly label: EntityLabel;
  readonly value: EntityCandidate['value'];
  readonly confidence: number;
}

/** Reads the expression that begins at a token; null if none does. Looks ahead a bounded number of tokens. */
export type Reader = (scan: Scan, i: number) => Reading | null;

/** A reading over a reach. */
export const reading = (
  reach: Reach,
  label: EntityLabel,
  value: EntityCandidate['value'],
  confidence: number,
): Reading => ({
  first: reach.first,
  last: reach.last,
  start: reach.start,
  end: reach.end,
  label,
  value,
  confidence,
});

/** The reach from a token's offset `start` to the end of token `last`. */
export const reachTo = (scan: Scan, first: number, start: number, last: number): Reach => ({
  first,
  last,
  start,
  end: scan.tokens[last]?.end ?? start,
});
