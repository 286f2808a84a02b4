import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseWeights, serialiseWeights } from './weights.ts';

const sections = fc
  .uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.uint8Array()), { selector: ([name]) => name })
  .map((entries) => new Map(entries));

it('reads the sections that were written', () => {
  fc.assert(
    fc.property(sections, (written) => {
      const read = parseWeights(serialiseWeights(written));
      expect([...read.keys()]).toEqual([...written.keys()]);
      for (const [name, bytes] of written) {
        expect(read.get(name), name).toEqual(bytes);
        expect((read.get(name)?.byteOffset ?? 0) % 4, name).toBe(0);
      }
    }),
  );
});

it('reads them from the middle of a larger buffer', () => {
  const bytes = serialiseWeights(new Map([['tagger', Uint8Array.of(1, 2, 3)]]));
  const larger = new Uint8Array(bytes.length + 1);
  larger.set(bytes, 1);
  expect(parseWeights(larger.subarray(1)).get('tagger')).toEqual(Uint8Array.of(1, 2, 3));
});

it.each([
  ['nothing', new Uint8Array(0)],
  ['other bytes', new TextEncoder().encode('a lexicon, say')],
  ['a container cut short', serialiseWeights(new Map([['tagger', new Uint8Array(40)]])).slice(0, 50)],
])('refuses %s, saying what to do', (_what, bytes) => {
  expect(() => parseWeights(bytes)).toThrow('build them again');
});
