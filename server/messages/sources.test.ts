import { expect, it } from 'vitest';
import { createAnalyser } from '../../core/analysis/analysis.ts';
import { readSamples, readSeeds } from '../../test/unit/articles.ts';
import { lexicon, weights } from '../../test/unit/lexicon.ts';
import { messagesIn } from './languages.ts';
import { SOURCE_WORDS } from './source-words.ts';
import { sourceInWords } from './sources.ts';

it('everything that marks something in the articles at hand has words for it in both languages', () => {
  const analyser = createAnalyser(lexicon, weights);
  const sources = new Set(
    [...readSamples(), ...readSeeds()].flatMap(({ text }) => {
      const { entities, weak, quotations, boilerplate } = analyser.analyse(text);
      return [...entities, ...weak, ...quotations, ...boilerplate].map(({ source }) => source);
    }),
  );
  expect(sources.size).toBeGreaterThan(10);
  const without = [...sources].filter((source) => !Object.hasOwn(SOURCE_WORDS, source));
  expect(without, 'give these words in server/messages/source-words.ts').toEqual([]);
});

it('a source that nobody knows is quoted as it stands', () => {
  expect(sourceInWords('model/tagger-2', messagesIn('en'))).toBe('“model/tagger-2”');
  expect(sourceInWords('constructor', messagesIn('ar'))).toBe('“constructor”');
});
