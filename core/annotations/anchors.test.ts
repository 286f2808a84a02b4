import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotatedText, articleText } from '../../test/unit/arbitrary-annotations.ts';
import { graphemeStart } from '../text/graphemes.ts';
import { CONTEXT_LENGTH, makeAnchor } from './anchors.ts';
import { reanchor, reanchorAnnotations, searchable } from './reanchor.ts';

describe('makeAnchor', () => {
  test('cuts no grapheme, at the span or in its context, and keeps to the length of the context', () => {
    fc.assert(
      fc.property(articleText, fc.nat(), fc.nat(), (text, a, b) => {
        const n = text.length + 1;
        const [start, end] = [a % n, b % n].sort((x, y) => x - y) as [number, number];
        const anchor = makeAnchor(text, { start, end });
        const span = anchor.span ?? { start: NaN, end: NaN };
        expect(span.start).toBeLessThanOrEqual(start);
        expect(span.end).toBeGreaterThanOrEqual(end);
        for (const edge of [
          span.start,
          span.end,
          span.start - anchor.prefix.length,
          span.end + anchor.suffix.length,
        ])
          expect(graphemeStart(text, edge)).toBe(edge);
        expect(anchor.prefix.length).toBeLessThanOrEqual(CONTEXT_LENGTH);
        expect(anchor.suffix.length).toBeLessThanOrEqual(CONTEXT_LENGTH);
      }),
    );
  });
});

describe('reanchor', () => {
  const before = 'قال كيم إن الحرب قريبة. وأضاف كيم أن الحرب بعيدة. وزار محمد القاهرة أمس.';
  const cases: readonly [what: string, words: string, nth: number, after: string, expected: string][] = [
    ['an unchanged text', 'كيم', 2, before, 'وأضاف «كيم» أن'],
    ['a paragraph put in front', 'كيم', 2, 'عنوان: كيم يتحدث إلى الصحافة\n' + before, 'وأضاف «كيم» أن'],
    ['an earlier mention that went', 'كيم', 2, before.replace('قال كيم إن', 'قيل إن'), 'وأضاف «كيم» أن'],
    [
      'its own sentence that went, with another mention left',
      'كيم',
      2,
      'ثم ذهب كيم. ثم عاد كيم مسرعا.',
      'orphan',
    ],
    ['harakat that were added', 'محمد', 1, before.replace('محمد', 'مُحَمَّد'), 'وزار «مُحَمَّد» القاهرة'],
    [
      'harakat that were added to one of two mentions',
      'كيم',
      1,
      before.replace('قال كيم', 'قال كِيم'),
      'قال «كِيم» إن',
    ],
    ['hamza that was mended', 'القاهرة', 1, before.replace('القاهرة', 'القاهره'), 'محمد «القاهره» أمس'],
    [
      'blanks that were doubled',
      'محمد القاهرة',
      1,
      before.replace('محمد ', 'محمد  '),
      'وزار «محمد  القاهرة» أمس',
    ],
    ['a tatweel that was added', 'محمد', 1, before.replace('محمد', 'محـــمد'), 'وزار «محـــمد» القاهرة'],
    ['words that are gone', 'القاهرة', 1, before.replace('القاهرة', 'الرباط'), 'orphan'],
    ['words that are only part of a longer one now', 'كيم', 1, 'هذا حكيم.', 'orphan'],
  ];
  test.each(cases)('in %s, finds %s', (_what, words, nth, after, expected) => {
    let start = -1;
    for (let i = 0; i < nth; i++) start = before.indexOf(words, start + 1);
    const anchor = reanchor(searchable(after), makeAnchor(before, { start, end: start + words.length }));
    const { span } = anchor;
    const found = span
      ? `${after.slice(0, span.start)}«${after.slice(span.start, span.end)}»${after.slice(span.end)}`
      : 'orphan';
    expect(found).toContain(expected);
    if (!span) expect(anchor.exact).toBe(words);
  });

  test('in the same text every annotation stays where it is', () => {
    fc.assert(
      fc.property(annotatedText, ([text, annotations]) => {
        expect(reanchorAnnotations(annotations, text)).toEqual(annotations);
      }),
    );
  });

  test('an annotation is never lost, and what has a place has its words there up to spelling', () => {
    fc.assert(
      fc.property(annotatedText, articleText, ([, annotations], other) => {
        const moved = reanchorAnnotations(annotations, other);
        expect(moved.map(({ id }) => id)).toEqual(annotations.map(({ id }) => id));
        for (const { anchor } of moved)
          if (anchor.span) expect(other.slice(anchor.span.start, anchor.span.end)).toBe(anchor.exact);
      }),
    );
  });

  test('finds each of many annotations of one common word in a long text', () => {
    const text = 'قال كيم إن كيم في كيم. '.repeat(4000);
    const anchors = Array.from({ length: 200 }, (_, i) =>
      makeAnchor(text, { start: 4 + i * 23, end: 7 + i * 23 }),
    );
    const target = searchable('مقدمة. ' + text);
    const found = anchors.map((anchor) => reanchor(target, anchor));
    expect(found.map(({ span }) => span?.start)).toEqual(anchors.map(({ span }) => (span?.start ?? NaN) + 7));
  });
});
