import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { findBoilerplate } from '../../core/boilerplate/boilerplate.ts';
import { findNearDuplicates } from '../../core/dataset/near-duplicates/near-duplicates.ts';
import { ownSentences } from '../../core/dataset/near-duplicates/own-sentences.ts';
import { findRelated } from '../../core/dataset/near-duplicates/related.ts';
import { readArticle, readLine } from '../../core/lexicon/article.ts';
import { lexicon } from './lexicon.ts';

const shared = path.resolve(import.meta.dirname, '../../../shared');
const hasSeeds = existsSync(path.join(shared, 'seeds'));
if (!hasSeeds) console.warn('Skipped: no articles at ../shared/seeds.');

// Real articles are many and long, and machines may be busy.
vi.setConfig({ testTimeout: 60_000 });

const readFolder = (folder: string) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => {
      const text = readFileSync(path.join(folder, file), 'utf8');
      const article = readArticle(text, (line) => readLine(line, lexicon));
      const { classes, marks } = findBoilerplate(article);
      return { file, text, sentences: ownSentences({ article, classes, boilerplate: marks }) };
    });

describe.skipIf(!hasSeeds)('real articles', () => {
  test('the two that carry one statement in two translations are shown as related, with the statement', () => {
    const articles = readFolder(path.join(shared, 'seeds'));
    const found = findNearDuplicates(articles);
    expect(found.groups, 'five articles on one meeting are no copies of each other').toEqual([]);
    const pair = findRelated(articles, found).find(
      ({ files: [a, b] }) => a.startsWith('002_') && b.startsWith('004_'),
    );
    const quoted = pair?.statements.map(({ sentences }) =>
      sentences.map(({ start, end }, side) =>
        articles.find(({ file }) => file === pair.files[side])?.text.slice(start, end),
      ),
    );
    expect(quoted).toContainEqual([
      expect.stringContaining('لدينا معلومات تفيد بأن'),
      expect.stringContaining('لدينا معلومات مفادها أن'),
    ]);
  });

  test('articles of other outlets and years hold no copies', () => {
    expect(findNearDuplicates(readFolder(path.join(shared, 'gold/train'))).links).toEqual([]);
  });
});
