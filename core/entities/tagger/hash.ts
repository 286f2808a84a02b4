/**
 * Features are known by 32-bit hashes of what they say. With some 10⁵ kept features a feature never seen in training
 * meets a kept one by chance about once in 10⁴ times, which the weights do not notice; no strings need be stored.
 */

/** Takes a number into a hash. */
export function mix(hash: number, value: number): number {
  const h = Math.imul(hash ^ value, 0x9e3779b1);
  return (h ^ (h >>> 15)) | 0;
}

/** Takes the UTF-16 code units of `text` from `start` to `end` into a hash. */
export function mixText(hash: number, text: string, start = 0, end = text.length): number {
  let h = hash;
  for (let i = start; i < end; i++) h = mix(h, text.charCodeAt(i));
  return h;
}
