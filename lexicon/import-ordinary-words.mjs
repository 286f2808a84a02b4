/**
 * Writes lexicon/ordinary-word.tsv: words that running text uses as words and hardly as names, counted from the tagged
 * corpora and the news in ../shared/data. What is neither here nor in a list of names is likely an unknown name.
 * Run: node lexicon/import-ordinary-words.mjs
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { readUsage, ROOT } from './usage.mjs';

const usage = await readUsage();
// The tagged text is about a thirtieth of the news: a word used alike in both is met there about so often.
const words = [...usage.words()]
  .filter((word) => /^[\u0621-\u064a]{2,}$/.test(word))
  .filter((word) => {
    const plain = usage.plain(word);
    const named = usage.named(word);
    return plain > 2 * named && (plain > 1 || usage.count(word) >= 12) && plain * 1000 > usage.count(word);
  })
  .sort();
writeFileSync(
  path.join(ROOT, 'lexicon/ordinary-word.tsv'),
  `# Words that are hardly ever names, in folded spelling, with the particles that are written onto them.
# source: counted from public Arabic text. Written by lexicon/import-ordinary-words.mjs.
${words.join('\n')}
`,
);
console.log(`${words.length} words`);
