/**
 * What is measured of Hashiya: each step does what those above it do, and more. No reader remembers lines of an article
 * when the next one comes.
 */

/** What the readers need of core. */
export const CORE = {
  createAnalyserOf: 'analysis/analysis.ts',
  createEntityModels: 'entities/entities.ts',
  readLine: 'lexicon/article.ts',
  classOf: 'text/characters.ts',
  splitLines: 'text/lines.ts',
  tokenise: 'text/tokens.ts',
  createWords: 'text/words.ts',
};

/**
 * @typedef {object} OwnReader
 * @property {string} name
 * @property {string} does
 * @property {(core: Record<string, any>) => (text: string) => unknown} open gives what reads an article
 */

/** @type {readonly OwnReader[]} */
export const OWN_READERS = [
  {
    name: 'the floor',
    does: 'looks at each letter once',
    open:
      ({ classOf }) =>
      (text) => {
        let letters = 0;
        for (let i = 0; i < text.length; i++) if (classOf(text.charCodeAt(i)) === 2) letters++;
        return letters;
      },
  },
  {
    name: 'Hashiya, tokens',
    does: 'cuts lines and words, folds spellings',
    open: ({ splitLines, tokenise, createWords }) => {
      const words = createWords();
      return (text) => splitLines(text).map((/** @type {any} */ line) => tokenise(line.text, words));
    },
  },
  {
    name: 'Hashiya, names of the lists',
    does: 'the same, sentences, and one pass of the automaton over all lists',
    open:
      ({ splitLines, readLine, lexicon }) =>
      (text) =>
        splitLines(text).map((/** @type {any} */ line) => readLine(line.text, lexicon)),
  },
  {
    name: 'Hashiya, rules and lists',
    does: 'everything without what was learnt: entities, quotations, boilerplate, problems',
    open: ({ createAnalyserOf, createEntityModels, lexicon }) => {
      const models = createEntityModels(new Map());
      return (text) => createAnalyserOf(lexicon, models).analyse(text);
    },
  },
  {
    name: 'Hashiya, the whole',
    does: 'the same with the learned tagger and scorer',
    open: ({ createAnalyserOf, createEntityModels, lexicon, weights }) => {
      const models = createEntityModels(weights);
      return (text) => createAnalyserOf(lexicon, models).analyse(text);
    },
  },
];
