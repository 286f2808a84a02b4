/** How much of a colour is left in its tint; the rest is white. */
const STRENGTH = 0.3;

/**
 * A light tint of a colour, on which black text is legible. Both are #rrggbb.
 */
export const tintOf = (colour: string): string =>
  `#${[1, 3, 5]
    .map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16);
      return Math.round(255 - (255 - part) * STRENGTH)
        .toString(16)
        .padStart(2, '0');
    })
    .join('')}`;
