/**
 * Writes lexicon/ordinary-word.tsv: words that running text uses as words and hardly as names, counted from the tagged
 * corpora and the news in ../shared/data. What is neither here nor in a list of names is likely an unknown name.
 * Run: node lexicon/import-ordinary-words.mjs
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { readUsage, ROOT } from './usage.mjs';

const usage = await readUsage();

/** Occurrences in 20 million words of news from which a word counts as frequent. */
const OFTEN = 3000;

/** The fewest occurrences in the news of a word that only its parts tell to be ordinary. */
const SEEN = 9;

const PREFIXES = [
  'وس',
  'ول',
  'وب',
  'فل',
  'وال',
  'بال',
  'ال',
  'لل',
  'و',
  'ف',
  'ب',
  'ل',
  'ك',
  'س',
  'ي',
  'ت',
  'ن',
];
const SUFFIXES = [
  'هما',
  'كما',
  'ها',
  'هم',
  'هن',
  'نا',
  'كم',
  'ون',
  'ين',
  'ان',
  'ات',
  'وا',
  'تم',
  'ه',
  'ك',
  'ا',
  'ت',
  'ني',
];

/** @param {string} word */
const isOrdinary = (word) => {
  const plain = usage.plain(word);
  // In names of organisations ordinary words abound; what counts is use as the name of a person or a place.
  const named = usage.named(word, 'PER') + usage.named(word, 'GPE');
  // The tagged text is about a thirtieth of the news: a word used alike in both is met there about so often.
  return plain > 2 * named && (plain > 1 || usage.count(word) >= SEEN) && plain * 1000 > usage.count(word);
};

const LETTERS = /^[\u0621-\u064a]{2,}$/;
const words = new Set([...usage.words()].filter((word) => LETTERS.test(word) && isOrdinary(word)));
const base = new Set(words);

/** Endings of adjectives and plurals: with the article they make words, hardly names. */
const WORD_SHAPE = /^ال.{2,}(?:يه|ات|ين|ون|ييه|انيه)$/;

/** Whether a word is an ordinary word of at least three letters with a particle, an ending or both written onto it. */
const isDerived = (/** @type {string} */ word) => {
  if (WORD_SHAPE.test(word)) return true;
  for (const prefix of ['', ...PREFIXES]) {
    if (!word.startsWith(prefix)) continue;
    for (const suffix of ['', ...SUFFIXES]) {
      if (prefix + suffix === '' || !word.endsWith(suffix)) continue;
      const stem = word.slice(prefix.length, word.length - suffix.length);
      if (
        stem.length > 2 &&
        !(suffix === 'ان' && usage.named(stem, 'PER') > 0) &&
        (base.has(stem) || (suffix !== '' && base.has(`${stem}ه`)))
      )
        return true;
    }
  }
  return false;
};
for (const word of usage.newsWords())
  if (
    LETTERS.test(word) &&
    word.length > 3 &&
    usage.count(word) >= SEEN &&
    usage.named(word, 'PER') + usage.named(word, 'GPE') === 0 &&
    isDerived(word)
  )
    words.add(word);

writeFileSync(
  path.join(ROOT, 'lexicon/ordinary-word.tsv'),
  `# Words that are hardly ever names, in folded spelling, with the particles that are written onto them.
# Value: "often" for the most frequent.
# source: counted from public Arabic text. Written by lexicon/import-ordinary-words.mjs.
${[...words]
  .sort()
  .map((word) => (usage.count(word) >= OFTEN ? `${word}\toften` : word))
  .join('\n')}
`,
);
console.log(`${words.size} words`);
