/** Numbers from 0 to 1 that look random and are the same for the same seed (Marsaglia's xorshift, 32 bits). */
export function createRandom(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
}

/** Puts numbers into another order, in place (Fisher and Yates). */
export function shuffle(numbers: Int32Array, random: () => number): void {
  for (let i = numbers.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = numbers[i] as number;
    numbers[i] = numbers[j] as number;
    numbers[j] = kept;
  }
}
