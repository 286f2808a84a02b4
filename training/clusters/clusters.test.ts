import { describe, expect, it } from 'vitest';
import { countContexts, CONTEXT_KINDS } from './contexts.ts';
import { countBigrams, exchange } from './exchange.ts';
import { learnWordClasses } from './learn.ts';
import { buildVocabulary } from './vocabulary.ts';
import { readWordClasses, writeWordClasses } from './word-classes.ts';
import { collectWords } from './word-stream.ts';
import type { WordStream } from './word-stream.ts';

const CITIES = ['بيروت', 'دمشق', 'عمان', 'الخرطوم'];
const PERSONS = ['خالد', 'ناصر', 'يوسف', 'حسين'];
const VERBS = ['سافر', 'توجه', 'رجع', 'انتقل'];

/** Every person went to every city by every verb. */
function journeys(): WordStream {
  const collected = collectWords();
  for (const person of PERSONS)
    for (const verb of VERBS)
      for (const city of CITIES) {
        collected.add(`${verb} الوزير ${person} إلى ${city} اليوم.`);
        collected.add(`و${verb} ${person} من مدينة ${city}، ب${city} نفسها.`);
      }
  return collected.finish();
}

const vocabularyOf = (lines: readonly string[], minimum = 1) => {
  const collected = collectWords();
  for (const line of lines) collected.add(line);
  return buildVocabulary(collected.finish(), { minimum, limit: 1000 });
};

describe('buildVocabulary: particles come off where the counts speak for it', () => {
  const cases: [what: string, lines: string[], words: string[], not: string[]][] = [
    ['a conjunction', ['وغادر', 'غادر', 'غادر'], ['و+', 'غادر'], ['وغادر']],
    ['a word that begins with the letter itself', ['وزير', 'وزير'], ['وزير'], ['و+', 'زير']],
    ['the alef that a preposition swallowed', ['للأمم', 'الأمم', 'الأمم'], ['ل+', 'الامم'], ['للامم']],
    [
      'a name more frequent than the rest behind its first letter',
      ['فيصل', 'فيصل', 'فيصل', 'يصل'],
      ['فيصل', 'يصل'],
      ['ف+'],
    ],
    ['like, which makes names of other names', ['كمال', 'مال', 'مال', 'مال', 'مال'], ['كمال', 'مال'], ['ك+']],
    ['numbers are one word', ['عام 2019', 'عام ٢٠١٧'], ['0', 'عام'], ['2019', '2017']],
  ];
  it.each(cases)('%s', (_what, lines, words, not) => {
    const found = vocabularyOf(lines).words;
    expect(found).toEqual(expect.arrayContaining(words));
    for (const word of not) expect(found, `«${word}» in ${found.join(' ')}`).not.toContain(word);
  });

  it('orders words by count, then by code units, and drops the rare', () => {
    const { words, counts } = vocabularyOf(['ب ج ج', 'ا ا', 'د'], 2);
    expect(words).toEqual(['ا', 'ج']);
    expect([...counts]).toEqual([2, 2]);
  });
});

describe('countBigrams', () => {
  it('counts neighbours on both sides, not over a break', () => {
    const { after, before } = countBigrams(Int32Array.of(0, 1, 0, 1, -1, 2, 0), 3);
    const rows = ({ starts, words, counts }: typeof after) =>
      [0, 1, 2].map((w) =>
        Array.from({ length: (starts[w + 1] ?? 0) - (starts[w] ?? 0) }, (_, i) => {
          const at = (starts[w] ?? 0) + i;
          return [words[at], counts[at]];
        }),
      );
    expect(rows(after)).toEqual([[[1, 2]], [[0, 1]], [[0, 1]]]);
    expect(rows(before)).toEqual([
      [
        [1, 1],
        [2, 1],
      ],
      [[0, 2]],
      [],
    ]);
  });
});

describe('exchange', () => {
  const { words, text } = buildVocabulary(journeys(), { minimum: 1, limit: 1000 });
  const bigrams = countBigrams(text, words.length);
  const start = Int32Array.from(words, (_, w) => w % 8);
  const classes = exchange(bigrams, start, 8, 20);
  const classOf = (word: string) => classes[words.indexOf(word)];

  it('puts words of the same company into one class, and others elsewhere', () => {
    for (const kind of [CITIES, PERSONS])
      expect(new Set(kind.map(classOf)).size, kind.map((word) => `${word} ${classOf(word)}`).join()).toBe(1);
    expect(classOf('بيروت')).not.toBe(classOf('خالد'));
  });

  it('makes the text likelier', () => {
    const likelihood = (of: Int32Array) => {
      const f = (values: Iterable<number>) => [...values].reduce((sum, n) => sum + n * Math.log(n), 0);
      const [pairs, lefts, rights] = [
        new Map<string, number>(),
        new Map<number, number>(),
        new Map<number, number>(),
      ];
      for (let i = 1; i < text.length; i++) {
        const [left, right] = [text[i - 1] ?? -1, text[i] ?? -1];
        if (left < 0 || right < 0) continue;
        const [a, b] = [of[left] ?? -1, of[right] ?? -1];
        pairs.set(`${a} ${b}`, (pairs.get(`${a} ${b}`) ?? 0) + 1);
        lefts.set(a, (lefts.get(a) ?? 0) + 1);
        rights.set(b, (rights.get(b) ?? 0) + 1);
      }
      return f(pairs.values()) - f(lefts.values()) - f(rights.values());
    };
    expect(likelihood(classes)).toBeGreaterThan(likelihood(start));
  });

  it('moves words among siblings only, where told so', () => {
    const parted = exchange(
      bigrams,
      classes.map((own) => own * 2),
      24,
      5,
      2,
    );
    expect([...parted].map((part) => Math.floor(part / 2))).toEqual([...classes]);
  });
});

describe('countContexts', () => {
  it('knows persons by titles and places by their heads', () => {
    const vocabulary = buildVocabulary(journeys(), { minimum: 1, limit: 1000 });
    const steps = countContexts(vocabulary);
    const step = (word: string, kind: (typeof CONTEXT_KINDS)[number]) =>
      steps[vocabulary.words.indexOf(word) * CONTEXT_KINDS.length + CONTEXT_KINDS.indexOf(kind)];
    expect(step('خالد', 'title')).toBeGreaterThan(0);
    expect(step('خالد', 'place')).toBe(0);
    expect(step('بيروت', 'place')).toBeGreaterThan(0);
    expect(step('بيروت', 'title')).toBe(0);
  });
});

describe('the table of word classes', () => {
  const sizes = { minimum: 1, words: 1000, classes: 12, coarse: 4, rounds: 10 };
  const table = learnWordClasses(journeys(), sizes);

  it('is the same from the same text', () => {
    expect(writeWordClasses(learnWordClasses(journeys(), sizes))).toBe(writeWordClasses(table));
  });

  it('comes back from its written form', () => {
    expect(readWordClasses(writeWordClasses(table))).toEqual(table);
  });

  it('has the coarse class of a word follow from its class', () => {
    const [coarse, fine] = ['class64', 'class256'].map((name) => table.columns.indexOf(name)) as [
      number,
      number,
    ];
    const known = new Map<number, number>();
    table.words.forEach((word, w) => {
      const row = table.values.subarray(w * table.columns.length);
      const own = row[fine] as number;
      expect(known.get(own) ?? row[coarse], word).toBe(row[coarse]);
      known.set(own, row[coarse] as number);
    });
  });

  it('says that it is to be made anew where it has other columns', () => {
    expect(() => readWordClasses('word\tclass\nبيروت\t1\n')).toThrow('make it anew');
  });
});
