import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeAnchor } from '../anchors.ts';
import { NOTHING_ADDED } from '../annotation.ts';
import type { Annotation } from '../annotation.ts';
import { carrySpan } from '../carry.ts';
import type { TextEdit } from '../carry.ts';
import { reanchorAnnotations } from '../reanchor.ts';
import { parseStore, serialiseStore } from '../store.ts';
import { FLOOR, similarity, suffices, weigher } from './evidence.ts';
import { foldWords } from './searchable-text.ts';

const annotate = (text: string, start: number, end: number, n = 1, label = 'PER'): Annotation => ({
  ...NOTHING_ADDED,
  id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  family: 'entity',
  label,
  decision: 'accepted',
  anchor: makeAnchor(text, { start, end }),
  speaker: null,
  cue: null,
  canonical: null,
  provenance: {
    annotator: 'huda',
    created: '2026-01-02T03:04:05.000Z',
    modified: '2026-01-02T03:04:05.000Z',
    source: 'hand',
  },
  further: {},
});

/** An annotation of the words in «guillemets» of a text, and the text without them. */
function marked(passage: string): { text: string; annotation: Annotation } {
  const start = passage.indexOf('«');
  const end = passage.indexOf('»') - 1;
  const text = passage.replace('«', '').replace('»', '');
  return { text, annotation: annotate(text, start, end) };
}

/** Where an annotation is, as marked. */
function shown(text: string, { anchor: { span } }: Annotation): string {
  return span
    ? `${text.slice(0, span.start)}«${text.slice(span.start, span.end)}»${text.slice(span.end)}`
    : 'orphan';
}

const PARAGRAPH = 'وصل الوفد إلى المدينة مساء الخميس بعد رحلة طويلة عبر الجبال.';
const OTHER = 'وتوقعت الأرصاد هطول أمطار غزيرة على السواحل حتى نهاية الأسبوع.';

describe('words that were changed where nobody followed the edits are found', () => {
  const found: readonly [what: string, before: string, after: string][] = [
    [
      'with a letter corrected',
      'وقال «سيرغي لافروف» في موسكو إن المحادثات كانت مفيدة.',
      'وقال «سرغي لافروف» في موسكو إن المحادثات كانت مفيدة.',
    ],
    [
      'with a letter corrected in a short name',
      'وأضاف «كيم» أن بلاده سترد على المناورات قريبا.',
      'وأضاف «كين» أن بلاده سترد على المناورات قريبا.',
    ],
    [
      'behind a particle, with a letter corrected',
      'وقالت وزارة الدفاع ل«بوتين» إن القوات وصلت إلى المواقع.',
      'وقالت وزارة الدفاع ل«بوتن» إن القوات وصلت إلى المواقع.',
    ],
    [
      'with a word put in',
      'ثم التقى الرئيس «وزير الخارجية» في القصر لبحث التعاون بين البلدين.',
      'ثم التقى الرئيس «وزير الشؤون الخارجية» في القصر لبحث التعاون بين البلدين.',
    ],
    [
      'with a word replaced at the edge',
      'وحضر الجلسة «رئيس الوزراء الروسي» مع عدد من أعضاء الحكومة.',
      'وحضر الجلسة «رئيس الوزراء السوري» مع عدد من أعضاء الحكومة.',
    ],
    [
      'with another last word',
      'وحضر الجلسة «رئيس مجلس الوزراء السابق» مع عدد من أعضاء الحكومة.',
      'وحضر الجلسة «رئيس مجلس الوزراء الحالي» مع عدد من أعضاء الحكومة.',
    ],
    [
      'with the words before them rewritten',
      'وذكرت الصحيفة أن «محمد الصالح» سيغادر منصبه في نهاية العام الحالي.',
      'وكتبت صحف كثيرة هذا الصباح «محمد الصالح» سيغادر منصبه في نهاية العام الحالي.',
    ],
    [
      'in a paragraph that was moved, with a letter corrected',
      `وقال «سيرغي لافروف» في موسكو إن المحادثات كانت مفيدة.\n${PARAGRAPH}\n${OTHER}`,
      `${PARAGRAPH}\n${OTHER}\nوقال «سرغي لافروف» في موسكو إن المحادثات كانت مفيدة.`,
    ],
    [
      'in the first of two near-identical sentences, with a letter corrected',
      `أعلن الوزير «سعيد الراوي» افتتاح الجسر الشمالي.\n${PARAGRAPH}\nأعلن الوزير سعيد الراوي افتتاح الجسر الجنوبي.`,
      `أعلن الوزير «سعد الراوي» افتتاح الجسر الشمالي.\n${PARAGRAPH}\nأعلن الوزير سعيد الراوي افتتاح الجسر الجنوبي.`,
    ],
    [
      'in the second of them',
      `أعلن الوزير سعيد الراوي افتتاح الجسر الشمالي.\n${PARAGRAPH}\nأعلن الوزير «سعيد الراوي» افتتاح الجسر الجنوبي.`,
      `${OTHER}\nأعلن الوزير سعيد الراوي افتتاح الجسر الشمالي.\n${PARAGRAPH}\nأعلن الوزير «سعد الراوي» افتتاح الجسر الجنوبي.`,
    ],
    [
      'with harakat and another spelling besides',
      'وقال «أحمد الأشقر» في القاهرة إن الأمر انتهى بسلام.',
      'وقال «أحمدُ الاشقري» في القاهره إنّ الأمر انتهى بسلام.',
    ],
    ['in a line that ends otherwise', `«${PARAGRAPH}»\r\n${OTHER}`, `«${PARAGRAPH}»\n${OTHER}`],
  ];
  test.each(found)('%s', (_what, before, after) => {
    const { annotation } = marked(before);
    const now = marked(after).text;
    const [moved] = reanchorAnnotations([annotation], now);
    expect(moved && shown(now, moved)).toBe(after);
  });
});

describe('words that are gone make an orphan', () => {
  const gone: readonly [what: string, before: string, after: string][] = [
    [
      'a sentence that was deleted while a similar one stays',
      `أعلن وزير الخارجية «أحمد» أمس أن الاتفاق قريب.\n${PARAGRAPH}\nأعلن وزير الدفاع أحمد أمس أن الاتحاد بعيد.`,
      `${PARAGRAPH}\nأعلن وزير الدفاع أحمد أمس أن الاتحاد بعيد.`,
    ],
    [
      'a name that gave way to another',
      'وزار الوفد «القاهرة» أمس للمشاركة في المؤتمر السنوي.',
      'وزار الوفد الرباط أمس للمشاركة في المؤتمر السنوي.',
    ],
    [
      'a sentence that gave way to one about something else',
      `${PARAGRAPH}\nوقال «لافروف» إن المحادثات كانت مفيدة.`,
      `${PARAGRAPH}\n${OTHER}`,
    ],
    [
      'a name that another sentence has too',
      `${PARAGRAPH}\nوقال «لافروف» إن المحادثات كانت مفيدة.\n${OTHER}`,
      `${PARAGRAPH}\n${OTHER}\nوسيصل لافروف غدا.`,
    ],
    ['an article that another took the place of', `«${PARAGRAPH}»`, OTHER],
  ];
  test.each(gone)('%s', (_what, before, after) => {
    const { text, annotation } = marked(before);
    const [moved] = reanchorAnnotations([annotation], after);
    expect(moved && shown(after, moved)).toBe('orphan');
    expect(moved?.anchor.exact, text).toBe(annotation.anchor.exact);
  });

  test('of two annotations in sentences that are alike the one whose sentence is gone', () => {
    const [first, second] = ['أعلن الوزير سعيد افتتاح الجسر.', 'أعلن الوزير سعيد افتتاح الجسر أمس.'];
    const text = `${first}\n${PARAGRAPH}\n${second}`;
    const other = first.length + PARAGRAPH.length + 2;
    const annotations = [annotate(text, 12, 16, 1), annotate(text, other + 12, other + 16, 2)];
    const after = `${PARAGRAPH}\n${second}`;
    const moved = reanchorAnnotations(annotations, after);
    expect(moved.map((one) => shown(after, one))).toEqual([
      'orphan',
      `${PARAGRAPH}\nأعلن الوزير «سعيد» افتتاح الجسر أمس.`,
    ]);
  });
});

const WORDS = [
  ...PARAGRAPH.split(' '),
  ...OTHER.split(' '),
  ...'قال وزير الدفاع سعيد الراوي إن الجسر الجديد سيفتح قريبا، وأضاف أن أحمد الأشقر ومحمد الصالح زارا القاهرة وعمان وتونس.'.split(
    ' ',
  ),
  ...'يرى خبراء أنّ أسعار النفط ترتفع إذا تراجعت الصادرات «كثيرا» خلال الشتاء. سجل المنتخب هدفين في الدقيقة 12 و87 من المباراة 😀.'.split(
    ' ',
  ),
];
const blank = fc.constantFrom(' ', ' ', ' ', ' ', ' ', '\n', '\r\n');
const shuffled = fc.shuffledSubarray(WORDS, { minLength: 20 });
/** Words stand in it more than once, in other surroundings: a text of one word alone has no places to tell apart. */
const prose = fc
  .tuple(shuffled, shuffled, fc.array(blank, { minLength: 1, maxLength: 40 }))
  .map(([first, second, blanks]) =>
    [...first, ...second].map((word, n) => word + (blanks[n % blanks.length] ?? ' ')).join(''),
  );

/** Edits as other programs make them: some letters or a stretch of text give way to others. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof({ weight: 3, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(120) }),
  text: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom('', 'ا', 'ّ', 'ي') },
    { weight: 2, arbitrary: fc.constantFrom(...WORDS).map((word) => ` ${word} `) },
    { weight: 1, arbitrary: fc.constant(` ${OTHER} `) },
  ),
});

const chosen = fc.record({ word: fc.nat(), count: fc.integer({ min: 1, max: 4 }) });

/** The spans of runs of words of a text that stand apart. */
function spansOf(text: string, choices: readonly { word: number; count: number }[]): Annotation[] {
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
  const taken = new Set<number>();
  return choices.flatMap(({ word, count }, n) => {
    const first = word % words.length;
    const last = Math.min(first + count, words.length) - 1;
    for (let i = first; i <= last; i++) if (taken.has(i)) return [];
    for (let i = first; i <= last; i++) taken.add(i);
    const [from, to] = [words[first], words[last]];
    return from && to ? [annotate(text, from.index, to.index + to[0].length, n)] : [];
  });
}

test('after any edits every annotation is on its own words or an orphan, never on others', () => {
  let [kept, survived] = [0, 0];
  fc.assert(
    fc.property(
      prose,
      fc.array(chosen, { minLength: 1, maxLength: 6 }),
      fc.array(edit, { maxLength: 5 }),
      (before, choices, edits) => {
        const annotations = spansOf(before, choices);
        let text = before;
        const truth = edits.reduce<Annotation['anchor']['span'][]>(
          (spans, { at, length, text: inserted }) => {
            const start = Math.floor(at * text.length);
            const end = Math.min(text.length, start + length);
            text = text.slice(0, start) + inserted + text.slice(end);
            const told: TextEdit = { start, end, inserted: inserted.length };
            return spans.map((span) => span && carrySpan(span, told));
          },
          annotations.map(({ anchor }) => anchor.span),
        );
        for (const [i, { anchor }] of reanchorAnnotations(annotations, text).entries()) {
          const [old, place] = [annotations[i] as Annotation, truth[i]];
          if (place && text.slice(place.start, place.end) === old.anchor.exact) {
            survived++;
            if (anchor.span) kept++;
          }
          if (!anchor.span) continue;
          const told = `«${old.anchor.exact}» → «${anchor.exact}»`;
          expect(
            similarity(foldWords(anchor.exact), foldWords(old.anchor.exact)),
            told,
          ).toBeGreaterThanOrEqual(FLOOR.quote);
          if (!place) continue;
          expect(
            anchor.span.start < place.end && place.start < anchor.span.end,
            `${told} at its own place`,
          ).toBe(true);
        }
      },
    ),
  );
  // A search that finds nothing would pass all the above.
  expect(kept / survived).toBeGreaterThan(0.9);
});

test('git’s change of line ends loses nothing, there and back', () => {
  fc.assert(
    fc.property(prose, fc.array(chosen, { minLength: 1, maxLength: 6 }), (written, choices) => {
      const unix = written.replaceAll('\r\n', '\n');
      const windows = unix.replaceAll('\n', '\r\n');
      const annotations = spansOf(windows, choices);
      const there = parseStore(serialiseStore(windows, 'a.txt', 'test', annotations), unix);
      expect(there.textChanged).toBe(windows !== unix);
      const back = parseStore(serialiseStore(unix, 'a.txt', 'test', there.annotations), windows);
      const placesOf = (all: readonly Annotation[]) =>
        Object.fromEntries(all.map(({ id, anchor }) => [id, anchor.span]));
      expect(placesOf(back.annotations)).toEqual(placesOf(annotations));
    }),
  );
});

describe('what speaks for a place', () => {
  const rows: readonly [text: string, wanted: string, isEnough: boolean][] = [
    ['قال «كيم» إن الحرب', 'قال «كيم» إن الحرب', true],
    ['قال «كيم» إن الحرب', 'نعى «كيم» إن الحرب', true],
    ['قال «كيم» إن الحرب', 'قال «محمد» إن الحرب', false],
    ['سافر «كيم» إلى مدينة بعيدة جدا', 'قالت «كيم» بعد أن عاد أمس ليلا', false],
  ];
  test.each(rows)('%s for %s: %s', (there, sought, isEnough) => {
    const { text, annotation } = marked(there);
    const wanted = marked(sought).annotation.anchor;
    expect(suffices(weigher(text, wanted)(annotation.anchor.span ?? { start: 0, end: 0 }))).toBe(isEnough);
  });
});
