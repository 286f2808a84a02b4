import { expect, it } from 'vitest';
import { createRandom } from '../tagger/random.ts';
import { composePage } from './compose.ts';
import type { Mixture, PlainArticle } from './compose.ts';

const ARTICLES: PlainArticle[] = Array.from({ length: 200 }, (_, n) => ({
  title: `عنوان المقال رقم ${n}`,
  paragraphs: [1, 2, 3].map((part) => `الفقرة ${part} من المقال ${n} ${'كلمة أخرى '.repeat(12)}.`),
}));

it('keeps the article whole and in order, and says of every line whose it is', () => {
  const mixtures = new Map<Mixture, number>();
  for (let n = 0; n < 500; n++) {
    const at = n % ARTICLES.length;
    const own = ARTICLES[at] as PlainArticle;
    const { title, lines, mixture } = composePage(ARTICLES, at, createRandom(n));
    mixtures.set(mixture, (mixtures.get(mixture) ?? 0) + 1);
    expect(title).toBe(own.title);
    expect(lines.filter(({ foreign }) => !foreign).map(({ text }) => text)).toEqual(own.paragraphs);
    for (const { text, foreign } of lines)
      if (foreign) expect(text.includes(`المقال ${at} `) || text === own.title, text).toBe(false);
    expect(lines[0]?.foreign, 'the article comes first').toBe(false);
    expect(lines.some(({ foreign }) => foreign)).toBe(mixture !== 'none');
    expect(composePage(ARTICLES, at, createRandom(n)).lines).toEqual(lines);
  }
  expect([...mixtures.keys()].sort()).toEqual(['appended', 'headlines', 'none', 'run-in', 'teasers']);
});
