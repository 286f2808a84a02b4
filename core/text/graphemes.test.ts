import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphemeEnd, graphemeStart, snapToGraphemes, withoutBlanks } from './graphemes.ts';

describe('graphemeStart and graphemeEnd', () => {
  const cases: [text: string, offset: number, start: number, end: number][] = [
    ['مُحمد', 1, 0, 2],
    ['مُحمد', 2, 2, 2],
    ['👩‍👧 نعم', 3, 0, 5],
    ['\r\n', 1, 0, 2],
    ['نعم', 0, 0, 0],
    ['نعم', 3, 3, 3],
    ['نعم', 9, 3, 3],
  ];
  it.each(cases)('%j at %i', (text, offset, start, end) => {
    expect([graphemeStart(text, offset), graphemeEnd(text, offset)]).toEqual([start, end]);
  });

  it('agrees with a segmentation of the whole text', () => {
    const whole = new Intl.Segmenter('ar', { granularity: 'grapheme' });
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('م', '\u064f', ' ', '👩‍👧', '\n', '\r\n', 'a', '\u0301'),
          maxLength: 40,
        }),
        fc.nat(60),
        (text, at) => {
          const offset = Math.min(at, text.length);
          const holder = whole.segment(text).containing(offset);
          const start = holder ? holder.index : text.length;
          expect(graphemeStart(text, offset)).toBe(start);
          expect(graphemeEnd(text, offset)).toBe(
            start === offset ? offset : start + (holder?.segment.length ?? 0),
          );
        },
      ),
    );
  });

  it('agrees between any two plain characters, of which it does not ask', () => {
    const whole = new Intl.Segmenter('ar', { granularity: 'grapheme' });
    const range = (from: number, to: number): string[] =>
      Array.from({ length: to - from + 1 }, (_, i) => String.fromCharCode(from + i));
    const plain = ['\n', ...range(0x20, 0x7e), ...range(0x621, 0x64a)];
    const glued = plain.flatMap((a) =>
      plain.filter((b) => whole.segment(a + b).containing(1)?.index !== 1).map((b) => a + b),
    );
    expect(glued).toEqual([]);
    expect(graphemeStart('با', 1)).toBe(1);
  });

  it('widens a span that cuts a grapheme', () => {
    expect(snapToGraphemes('مُحَمد', { start: 1, end: 3 })).toEqual({ start: 0, end: 4 });
  });
});

describe('withoutBlanks', () => {
  const cases: [name: string, text: string, within: string | null][] = [
    ['blanks at both ends', ' نعم ', 'نعم'],
    ['what is not seen', '\u200f\u00a0نعم\u200f', 'نعم'],
    ['nothing at its ends', 'نعم ولا', 'نعم ولا'],
    ['a haraka on a blank before it', ' \u064bنعم', 'نعم'],
    ['a haraka on a blank behind it', 'نعم \u064b', 'نعم \u064b'],
    ['only a haraka on a blank', ' \u064b', null],
    ['only blanks', '  ', null],
    ['nothing', '', null],
  ];
  it.each(cases)('%s: %j', (_name, text, within) => {
    const span = withoutBlanks(text, { start: 0, end: text.length });
    expect(span && text.slice(span.start, span.end)).toBe(within);
  });
});
