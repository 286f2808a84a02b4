import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, invalidUtf8 } from './decode.ts';

describe('invalidUtf8', () => {
  const nearly = fc.array(
    fc.constantFrom(
      0x41,
      0x80,
      0xa0,
      0xbf,
      0xc1,
      0xc2,
      0xd8,
      0xe0,
      0xed,
      0xef,
      0xf0,
      0xf4,
      0xf5,
      0xff,
      0x90,
      0x8f,
    ),
    { maxLength: 8 },
  );
  test('finds a wrong byte exactly where there is one, as the platform judges', () => {
    fc.assert(
      fc.property(nearly, (list) => {
        const bytes = Uint8Array.from(list);
        const at = invalidUtf8(bytes);
        expect(at < 0).toBe(isUtf8(bytes));
        if (at >= 0) expect(isUtf8(bytes.subarray(0, at))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('decode', () => {
  test('gives any text back that was written as UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('\0') && !text.startsWith('\ufeff'));
        const controls = [...text].filter((c) => c < '\x1b' && !/[\t\n\v\f\r]/.test(c)).length;
        fc.pre(controls === 0);
        expect(decode(Buffer.from(text), undefined)).toEqual({ text, bom: false });
        expect(decode(Buffer.from('\ufeff' + text), undefined)).toEqual({ text, bom: true });
      }),
    );
  });

  const cases: readonly [what: string, bytes: Uint8Array, encoding: string | undefined, expected: unknown][] =
    [
      ['an empty file', Uint8Array.of(), undefined, { text: '', bom: false }],
      ['UTF-16LE with its mark', Buffer.from('\ufeffمصر', 'utf16le'), undefined, { text: 'مصر', bom: false }],
      ['UTF-16LE that is named', Buffer.from('مصر', 'utf16le'), 'utf-16le', { text: 'مصر', bom: false }],
      [
        'UTF-16BE with its mark',
        Buffer.from('\ufeffمصر', 'utf16le').swap16(),
        undefined,
        { text: 'مصر', bom: false },
      ],
      ['a mark against the name', Buffer.from('\ufeffمصر'), 'windows-1256', { text: 'مصر', bom: true }],
      ['UTF-8 against the name', Buffer.from('مصر،'), 'windows-1256', { text: 'مصر،', bom: false }],
      ['windows-1256', Uint8Array.of(0xe3, 0xd5, 0xd1), 'windows-1256', { text: 'مصر', bom: false }],
      ['iso-8859-6', Uint8Array.of(0xe5, 0xd5, 0xd1), 'iso-8859-6', { text: 'مصر', bom: false }],
      [
        'a stray control in a long text',
        Buffer.from('مصر '.repeat(40) + '\b'),
        undefined,
        { bom: false, text: 'مصر '.repeat(40) + '\b' },
      ],
      [
        'a program with long runs of zeros',
        Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, ...Array.from({ length: 93 }, () => 0)),
        undefined,
        { error: expect.stringMatching(/binary/) },
      ],
      [
        'UTF-16LE without its mark',
        Buffer.from('زار الرئيس مصر أمس', 'utf16le'),
        undefined,
        { error: expect.stringMatching(/--encoding utf-16le/) },
      ],
      [
        'half a UTF-16 character',
        Uint8Array.of(0xff, 0xfe, 0x41),
        undefined,
        { error: expect.stringMatching(/cut short/) },
      ],
      [
        'half a surrogate pair',
        Uint8Array.of(0xff, 0xfe, 0x00, 0xd8),
        undefined,
        { error: expect.stringMatching(/surrogate/) },
      ],
      [
        'UTF-32',
        Uint8Array.of(0xff, 0xfe, 0, 0, 65, 0, 0, 0),
        undefined,
        { error: expect.stringMatching(/UTF-32/) },
      ],
      [
        'a byte that iso-8859-6 lacks',
        Uint8Array.of(0xa1),
        'iso-8859-6',
        { error: expect.stringMatching(/iso-8859-6/) },
      ],
      [
        'a wrong byte behind a mark',
        Uint8Array.of(0xef, 0xbb, 0xbf, 0x41, 0xc7),
        undefined,
        { error: expect.stringMatching(/byte 4 \(0xc7, line 1\)/) },
      ],
    ];
  test.each(cases)('%s', (_what, bytes, encoding, expected) =>
    expect(decode(bytes, encoding)).toEqual(expected),
  );
});
