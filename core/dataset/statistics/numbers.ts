/** A number with one decimal, so that a column of them lines up: 12.0, 12.5. */
export const decimal = (value: number): string => value.toFixed(1);

/** A part of a whole as a percentage with one decimal; 0 % of nothing. */
export const percent = (part: number, whole: number): string =>
  `${decimal(whole === 0 ? 0 : (part / whole) * 100)} %`;
