import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf } from './lines.ts';

const LONGEST = 40;

async function* chunksOf(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

/** The lines of a text that comes in chunks of such sizes. */
async function split(
  text: string,
  sizes: readonly number[] = [7],
): Promise<[line: number, text: string | null][]> {
  const found: [number, string | null][] = [];
  for await (const { line, bytes } of linesOf(chunksOf(Buffer.from(text), sizes), LONGEST))
    found.push([line, bytes && Buffer.from(bytes).toString()]);
  return found;
}

describe('linesOf', () => {
  const cases: [what: string, text: string, lines: [number, string | null][]][] = [
    ['nothing', '', []],
    ['one line', 'سطر\n', [[1, 'سطر']]],
    [
      'a last line without "\\n"',
      'أول\nثان',
      [
        [1, 'أول'],
        [2, 'ثان'],
      ],
    ],
    [
      'empty lines, which count',
      '\n\nثالث\n\n',
      [
        [1, ''],
        [2, ''],
        [3, 'ثالث'],
        [4, ''],
      ],
    ],
    [
      'CRLF: the "\\r" stays',
      'أول\r\nثان\r\n',
      [
        [1, 'أول\r'],
        [2, 'ثان\r'],
      ],
    ],
    [
      'a line as long as is allowed',
      `${'a'.repeat(LONGEST)}\nb`,
      [
        [1, 'a'.repeat(LONGEST)],
        [2, 'b'],
      ],
    ],
    [
      'a line that is longer',
      `${'a'.repeat(LONGEST + 1)}\nb`,
      [
        [1, null],
        [2, 'b'],
      ],
    ],
    [
      'a last line that is longer',
      `a\n${'b'.repeat(3 * LONGEST)}`,
      [
        [1, 'a'],
        [2, null],
      ],
    ],
  ];
  it.each(cases)('%s', async (_, text, lines) => {
    for (const sizes of [[1], [3], [41], [1000]]) expect(await split(text, sizes), `${sizes}`).toEqual(lines);
  });

  it('finds what String.split finds, in whatever chunks the bytes come', async () => {
    const text = fc.string({ unit: fc.constantFrom('م', '\n', '\r', 'x', '😀', ' '), maxLength: 80 });
    const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(text, sizes, async (written, chunks) => {
        const parts = written.split('\n');
        if (parts.at(-1) === '') parts.pop();
        const expected = parts.map((part, i) => [i + 1, Buffer.byteLength(part) > LONGEST ? null : part]);
        expect(await split(written, chunks)).toEqual(expected);
      }),
    );
  });

  it('tells the size of each line with its "\\n", so that the sizes add up to the whole', async () => {
    const text = 'أول\n\nثالث طويل طويل طويل طويل طويل طويل\nرابع';
    let sum = 0;
    for await (const { size } of linesOf(chunksOf(Buffer.from(text), [5]), LONGEST)) sum += size;
    expect(sum).toBe(Buffer.byteLength(text));
  });

  it('gives lines in memory of their own: a thread is sent no more than its line', async () => {
    for await (const { bytes } of linesOf(chunksOf(Buffer.from('أول\nثان\n'), [100]), LONGEST))
      expect(bytes?.buffer.byteLength).toBe(bytes?.length);
  });
});
