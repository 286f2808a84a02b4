import { SLOTS } from '../lines/slots.ts';
import type { ChainWeights } from './chain.ts';

/**
 * Added to each line's score. Of the pages that the weights were learnt from two in five have lines of other articles;
 * of real ones far fewer do, and to lose a line of the article is worse than to keep one of another.
 */
export const PRIOR = -0.7;

const STEPS = 4;
const LARGEST = 127;

/**
 * The weights as a string: the scale, a blank, then each weight in two hexadecimal digits, steps first, as its distance
 * from -128 on that scale.
 */
export function serialiseWeights({ slots, steps }: ChainWeights): string {
  const all = [...steps, ...slots];
  const scale = Math.max(...all.map(Math.abs)) / LARGEST || 1;
  const digits = all
    .map((weight) => (Math.round(weight / scale) + 128).toString(16).padStart(2, '0'))
    .join('');
  return `${scale} ${digits}`;
}

/**
 * Reads the string in what serialiseWeights wrote.
 * @throws RangeError if a weight is missing or none
 */
export function parseWeights(written: string): ChainWeights {
  const [scale = '', digits = ''] = written.split(' ');
  if (digits.length !== 2 * (STEPS + SLOTS))
    throw new RangeError('core/boilerplate/foreign/weights.ts is damaged: learn the weights again.');
  const all = Float32Array.from(
    { length: STEPS + SLOTS },
    (_, i) => (Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16) - 128) * Number(scale),
  );
  return { steps: all.slice(0, STEPS), slots: all.slice(STEPS) };
}
