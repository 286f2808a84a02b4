import { NAME_LABELS } from '../../labels/entity-labels.ts';

/**
 * The states of a token in the BIO scheme (Ramshaw and Marcus 1995): outside every name, or, for label `l` by its index
 * in NAME_LABELS, the beginning of a name or inside one.
 */
export const OUTSIDE = 0;
export const beginOf = (label: number): number => 1 + 2 * label;
export const insideOf = (label: number): number => 2 + 2 * label;
export const STATES = 1 + 2 * NAME_LABELS.length;

/** The label of a state other than OUTSIDE, by index in NAME_LABELS. */
export const labelOf = (state: number): number => (state - 1) >> 1;

export const isInside = (state: number): boolean => state !== OUTSIDE && state % 2 === 0;

/** Whether state `to` can come right after state `from`: a name is entered by its beginning alone. */
export const canFollow = (from: number, to: number): boolean =>
  !isInside(to) || from === to || from === to - 1;

/** Whether a line can begin with a state. */
export const canBegin = (state: number): boolean => !isInside(state);

/** A word tells of the tokens up to so many before it and behind it. */
export const OFFSETS = 2;
/** So many offsets there are, from -OFFSETS to OFFSETS. */
export const SIDES = 2 * OFFSETS + 1;
