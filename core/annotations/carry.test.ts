import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotatedText, articleText } from '../../test/unit/arbitrary-annotations.ts';
import { makeAnchor } from './anchors.ts';
import { NOTHING_ADDED } from './annotation.ts';
import type { Annotation } from './annotation.ts';
import { carryAnnotations, carrySpan, refreshAnchors } from './carry.ts';
import type { TextEdit } from './carry.ts';

const of = (text: string, words: string): Annotation => {
  const start = text.indexOf(words);
  return {
    id: '1',
    family: 'entity',
    label: 'PER',
    decision: 'accepted',
    anchor: makeAnchor(text, { start, end: start + words.length }),
    speaker: null,
    cue: null,
    canonical: null,
    provenance: { annotator: 'huda', created: '', modified: '', source: 'hand' },
    ...NOTHING_ADDED,
  };
};

const apply = (text: string, edit: TextEdit, inserted: string): string =>
  text.slice(0, edit.start) + inserted + text.slice(edit.end);

describe('carrySpan', () => {
  const cases: readonly [
    what: string,
    edit: [start: number, end: number, inserted: number],
    expected: string,
  ][] = [
    ['an insertion before it moves it', [2, 2, 3], '8–13'],
    ['an insertion behind it leaves it', [12, 12, 3], '5–10'],
    ['an insertion at its start stays outside', [5, 5, 2], '7–12'],
    ['an insertion at its end stays outside', [10, 10, 2], '5–10'],
    ['an insertion within makes it longer', [7, 7, 2], '5–12'],
    ['a deletion within makes it shorter', [6, 8, 0], '5–8'],
    ['a deletion over its start cuts it there', [3, 7, 0], '3–6'],
    ['a deletion over its end cuts it there', [8, 12, 0], '5–8'],
    ['a replacement over its start stays outside', [3, 7, 4], '7–10'],
    ['a replacement of its first letters stays inside', [5, 7, 3], '5–11'],
    ['a deletion of the whole makes it an orphan', [5, 10, 0], 'orphan'],
    ['a replacement of more than the whole makes it an orphan', [4, 11, 9], 'orphan'],
  ];
  test.each(cases)('%s', (_what, [start, end, inserted], expected) => {
    const span = carrySpan({ start: 5, end: 10 }, { start, end, inserted });
    expect(span ? `${span.start}–${span.end}` : 'orphan').toBe(expected);
  });

  test('a span that lives keeps the characters that no edit touched, and no others but those typed within', () => {
    fc.assert(
      fc.property(
        articleText,
        fc.nat(),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        articleText,
        (text, a, b, c, d, inserted) => {
          const n = text.length + 1;
          const [s, e] = [a % n, b % n].sort((x, y) => x - y) as [number, number];
          const [from, to] = [c % n, d % n].sort((x, y) => x - y) as [number, number];
          if (s === e) return;
          const edit = { start: from, end: to, inserted: inserted.length };
          const after = apply(text, edit, inserted);
          const span = carrySpan({ start: s, end: e }, edit);
          if (!span) {
            expect(from <= s && to >= e).toBe(true);
            return;
          }
          const head = text.slice(s, Math.max(s, Math.min(e, from)));
          const tail = text.slice(Math.min(e, Math.max(s, to)), e);
          const isWithin = from >= s && to <= e && (from > s || to > s) && (to < e || from < e);
          expect(after.slice(span.start, span.end)).toBe(head + (isWithin ? inserted : '') + tail);
        },
      ),
    );
  });
});

describe('carryAnnotations', () => {
  test('a deleted mention is an orphan that remembers its words, and comes back when the deletion is undone', () => {
    const text = 'زار الرئيس بوتين العاصمة موسكو اليوم';
    const annotation = of(text, 'بوتين');
    const start = text.indexOf('بوتين');
    const cut = { start, end: start + 6, inserted: 0 };
    const shorter = apply(text, cut, '');
    const [orphan] = carryAnnotations([annotation], [cut], shorter);
    expect(orphan?.anchor.span).toBeNull();
    expect(orphan?.anchor.exact).toBe('بوتين');
    const paste = { start, end: start, inserted: 6 };
    const [back] = carryAnnotations([orphan as Annotation], [paste], text);
    expect(back?.anchor.span).toEqual(annotation.anchor.span);
  });

  test('words typed elsewhere do not attract an orphan', () => {
    const text = 'زار بوتين موسكو. وعاد الوفد إلى البلاد مساء أمس دون تصريح.';
    const start = text.indexOf('بوتين');
    const cut = { start, end: start + 6, inserted: 0 };
    const shorter = apply(text, cut, '');
    const orphans = carryAnnotations([of(text, 'بوتين')], [cut], shorter);
    const typed = { start: shorter.length, end: shorter.length, inserted: 'ثم بوتين'.length };
    const [still] = carryAnnotations(orphans, [typed], shorter + 'ثم بوتين');
    expect(still?.anchor.span).toBeNull();
  });

  test('replacing the whole text by itself keeps every annotation', () => {
    const text = 'زار الرئيس بوتين العاصمة موسكو اليوم';
    const annotation = of(text, 'موسكو');
    const all = { start: 0, end: text.length, inserted: text.length };
    expect(carryAnnotations([annotation], [all], text)[0]?.anchor.span).toEqual(annotation.anchor.span);
  });

  const TEXT = 'زار وزير الخارجية سيرغي لافروف موسكو.\r\nوقال لافروف إن موسكو بعيدة.\r\n';
  /** Replaces every occurrence of some words, from the last to the first, as an editor does in one change. */
  const replaceAll = (from: string, to: string) => (text: string) => {
    const starts = [...text.matchAll(new RegExp(from, 'gu'))].map(({ index }) => index).reverse();
    return starts.map((start) => ({ start, end: start + from.length, text: to }));
  };
  const replace = (from: string, to: string) => (text: string) => [
    { start: text.indexOf(from), end: text.indexOf(from) + from.length, text: to },
  ];
  const days: readonly [
    what: string,
    words: string,
    changes: readonly ((text: string) => { start: number; end: number; text: string }[])[],
    expected: string,
  ][] = [
    ['a spelling replaced everywhere', 'لافروف', [replaceAll('لافروف', 'لافروڤ')], 'لافروڤ'],
    ['and that undone', 'لافروف', [replaceAll('لافروف', 'لافروڤ'), replaceAll('لافروڤ', 'لافروف')], 'لافروف'],
    ['other words replaced everywhere', 'لافروف', [replaceAll('موسكو', 'القرية')], 'لافروف'],
    ['a name that gave way to another', 'موسكو', [replaceAll('موسكو', 'القرية')], 'orphan'],
    [
      'and that undone',
      'سيرغي لافروف',
      [replace('سيرغي لافروف موسكو', 'أحد'), replace('أحد', 'سيرغي لافروف موسكو')],
      'سيرغي لافروف',
    ],
    [
      'a paste over it, its words within',
      'سيرغي لافروف',
      [replace('الخارجية سيرغي لافروف موسكو', 'الخارجية السيد سيرغي لافروف موسكو')],
      'سيرغي لافروف',
    ],
    [
      'a paste of the line with a letter corrected',
      'سيرغي لافروف',
      [replace(TEXT.split('\r\n')[0] ?? '', 'زار وزير الخارجية سرغي لافروف موسكو.')],
      'سرغي لافروف',
    ],
    ['an edge that was cut off', 'وزير الخارجية', [replace('زار وزير ', '')], 'الخارجية'],
    [
      'and that undone',
      'وزير الخارجية',
      [replace('زار وزير ', ''), (text) => [{ start: 0, end: 0, text: text === '' ? '' : 'زار وزير ' }]],
      'وزير الخارجية',
    ],
    [
      'the other edge cut off and back',
      'سيرغي لافروف',
      [replace('لافروف موسكو', ''), replace('سيرغي ', 'سيرغي لافروف موسكو')],
      'سيرغي لافروف',
    ],
    [
      'other line ends',
      'لافروف',
      [(text) => [{ start: 0, end: text.length, text: text.replaceAll('\r\n', '\n') }]],
      'لافروف',
    ],
    [
      'other line ends within it',
      'موسكو.\r\nوقال',
      [(text) => [{ start: 0, end: text.length, text: text.replaceAll('\r\n', '\n') }]],
      'موسكو.\nوقال',
    ],
    ['a byte order mark that came', 'لافروف', [() => [{ start: 0, end: 0, text: '\ufeff' }]], 'لافروف'],
    ['a line end put into the line before', 'لافروف', [replace('زار', 'زار\r\n')], 'لافروف'],
  ];
  test.each(days)('after %s, «%s»', (_what, words, changes, expected) => {
    let text = TEXT;
    let annotations = [of(text, words)];
    for (const change of changes) {
      const edits = change(text).map(({ start, end, text: inserted }) => {
        text = text.slice(0, start) + inserted + text.slice(end);
        return { start, end, inserted: inserted.length };
      });
      annotations = carryAnnotations(annotations, edits, text);
    }
    const span = annotations[0]?.anchor.span;
    expect(span ? text.slice(span.start, span.end) : 'orphan').toBe(expected);
  });

  test('an edit and its reverse bring every annotation back to its place or leave an orphan of the same words', () => {
    fc.assert(
      fc.property(annotatedText, fc.nat(), articleText, ([text, annotations], at, inserted) => {
        const start = at % (text.length + 1);
        const edit = { start, end: start, inserted: inserted.length };
        const longer = apply(text, edit, inserted);
        const back = { start, end: start + inserted.length, inserted: 0 };
        const there = carryAnnotations(annotations, [edit], longer);
        expect(carryAnnotations(there, [back], text)).toEqual(annotations);
      }),
    );
  });

  test('refreshed anchors say the same by offsets and by quote', () => {
    fc.assert(
      fc.property(annotatedText, fc.nat(), articleText, ([text, annotations], at, inserted) => {
        const start = at % (text.length + 1);
        const edit = { start, end: start, inserted: inserted.length };
        const longer = apply(text, edit, inserted);
        for (const { anchor } of refreshAnchors(carryAnnotations(annotations, [edit], longer), longer)) {
          const { span, exact, prefix, suffix } = anchor;
          if (!span) continue;
          expect(longer.slice(span.start, span.end)).toBe(exact);
          expect(longer.slice(0, span.start).endsWith(prefix)).toBe(true);
          expect(longer.slice(span.end).startsWith(suffix)).toBe(true);
        }
      }),
    );
  });
});
