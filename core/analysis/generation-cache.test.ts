import { describe, expect, it } from 'vitest';
import { createGenerationCache } from './generation-cache.ts';

describe('createGenerationCache', () => {
  /** Asks for texts in order; gives those that were not remembered. */
  function ask(texts: readonly string[], least: number, room = 0): string[] {
    const computed: string[] = [];
    const cache = createGenerationCache<number>(least);
    cache.makeRoom(room);
    for (const text of texts) cache.get(text, () => computed.push(text));
    return computed;
  }

  it('remembers what fits', () => expect(ask(['ab', 'cd', 'ab'], 4)).toEqual(['ab', 'cd']));

  it('forgets what was not asked for while twice as much came', () =>
    expect(ask(['ab', 'cd', 'ef', 'gh', 'ij', 'kl', 'ab'], 4)).toEqual([
      'ab',
      'cd',
      'ef',
      'gh',
      'ij',
      'kl',
      'ab',
    ]));

  it('keeps what is asked for again', () =>
    expect(ask(['ab', 'cd', 'ef', 'ab', 'gh', 'ij', 'ab'], 4)).toEqual(['ab', 'cd', 'ef', 'gh', 'ij']));

  it('keeps all of a text that room was made for', () => {
    const lines = Array.from({ length: 10 }, (_, i) => `سطر ${i}`);
    expect(ask([...lines, ...lines], 4, lines.join('').length)).toEqual(lines);
  });
});
