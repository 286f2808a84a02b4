import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder } from './workers.ts';

describe('inOrder', () => {
  it('gives results in the order of the things, however long each takes, few at a time', async () => {
    const jobs = fc.integer({ min: 1, max: 4 });
    await fc.assert(
      fc.asyncProperty(
        jobs,
        fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 60 }),
        async (n, turns) => {
          let running = 0;
          let most = 0;
          const work = async (i: number): Promise<number> => {
            most = Math.max(most, ++running);
            for (let turn = 0; turn < (turns[i] ?? 0); turn++) await new Promise(setImmediate);
            running--;
            return i;
          };
          const results: number[] = [];
          for await (const result of inOrder(n, turns.keys(), work)) results.push(result);
          expect(results).toEqual([...turns.keys()]);
          expect(most).toBeLessThanOrEqual(n === 1 ? 1 : 2 * n);
        },
      ),
    );
  });

  it.each([1, 2, 3])(
    'with %i jobs reads no further ahead than the window, when nobody takes the results',
    async (jobs) => {
      let read = 0;
      function* endless(): Generator<number> {
        while (true) yield read++;
      }
      const results = inOrder(jobs, endless(), (i) => Promise.resolve(i))[Symbol.asyncIterator]();
      expect((await results.next()).value).toBe(0);
      for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
      expect(read).toBeLessThanOrEqual(16 * jobs + 1);
      await results.return?.();
    },
  );

  it('a long thing holds the others back, and loses none', async () => {
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const work = (i: number): Promise<number> => (i === 0 ? gate.then(() => 0) : Promise.resolve(i));
    const results: number[] = [];
    const all = (async () => {
      for await (const result of inOrder(2, Array(200).keys(), work)) results.push(result);
    })();
    for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
    expect(results).toEqual([]);
    release();
    await all;
    expect(results).toEqual([...Array(200).keys()]);
  });
});
