import path from 'node:path';
import { marksPath, storePath } from '../../core/annotations/store.ts';
import type { ReadDocument } from '../../core/formats/format.ts';
import { importIntoArticle } from '../../core/importing/import-article.ts';
import type { ImportLoss, ImportRules } from '../../core/importing/import-document.ts';
import type { KnownArticle } from '../../core/importing/match.ts';
import { complain, EXIT, failWith } from '../commands/command.ts';
import { readArticleFile, writeInProject } from '../files.ts';
import { VERSION } from '../version.ts';
import type { ImportOptions, Sums } from './options.ts';

/** Takes the documents of one article into its file of annotations or marks; counts what it did. */
export async function take(
  article: KnownArticle,
  documents: readonly ReadDocument[],
  folder: string,
  rules: ImportRules,
  { marks, dryRun }: ImportOptions,
  sums: Sums,
  losses: ImportLoss[],
): Promise<void> {
  const store = marks ? marksPath(article.path) : storePath(rules.annotator, article.path);
  const refuse = (why: string): void => {
    complain(path.join(folder, store), why);
    failWith(EXIT.found);
  };
  const read = await readArticleFile(path.join(folder, store), undefined);
  if ('error' in read && read.error !== 'there is no such file') {
    refuse(read.error);
    return;
  }
  const content = 'error' in read ? null : read.text;
  const target = marks ? 'marks' : 'annotations';
  const imported = importIntoArticle(documents, article, content, target, rules, `hashiya ${VERSION}`);
  if (!imported) {
    refuse('it has lines that cannot be read: `hashiya check` tells which; mend them first');
    return;
  }
  sums.articles++;
  sums.taken += imported.taken;
  sums.known += imported.known;
  losses.push(...imported.losses);
  if (imported.content !== null && !dryRun) await writeInProject(folder, store, imported.content);
}
