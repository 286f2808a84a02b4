/**
 * `npm run train`: learns the tagger's weights from the annotated articles and the corpora in ../shared and from
 * training/annotations, and writes them to training/weights. The same data give the same bytes.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseLexicon } from '../../core/lexicon/lexicon.ts';
import { linesOfArticle } from '../tagger/articles.ts';
import { readAnnotations, readArticles, readCorpora } from '../tagger/data.ts';
import { fitTagger, FITTING } from '../tagger/fit.ts';

/** @param root the project's folder */
export function main(_args: readonly string[], root: string): number {
  const lexicon = parseLexicon(readFileSync(path.join(root, 'dist/lexicon.bin')));
  const lines = [
    ...readArticles(root).flatMap((article) => linesOfArticle(article, 'gold', lexicon)),
    ...readAnnotations(root, lexicon),
    ...readCorpora(root, lexicon),
  ];
  const section = fitTagger(lines, FITTING, console.log);
  const folder = path.join(root, 'training/weights');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'tagger.bin'), section);
  return 0;
}
