import path from 'node:path';
import type { ReadDocument } from '../../core/formats/format.ts';
import type { KnownArticle } from '../../core/importing/match.ts';
import { articleFilter } from '../../core/labels/project-files.ts';
import { complain } from '../commands/command.ts';
import { UsageError, writeInProject } from '../files.ts';
import type { ProjectFolder } from '../project-folder.ts';
import type { ImportOptions } from './options.ts';

/** Writes the text of a document as an article, where that was asked for. Never over a file that is there. */
export async function newArticle(
  { file, text }: ReadDocument,
  index: number,
  { folder, project, articles }: ProjectFolder,
  { articles: into, dryRun }: ImportOptions,
): Promise<KnownArticle | null> {
  if (into === undefined || /#\d+$/.test(file ?? '')) return null;
  const name = (file ?? '').split(/[/\\]/).findLast((part) => part !== '' && !/^\.+$/.test(part));
  const base = (name ?? `${String(index + 1).padStart(5, '0')}`).replace(/\.[a-z]+$/i, '');
  const article = path.posix.join(into, `${base}.txt`);
  if (article.startsWith('..') || path.posix.isAbsolute(article))
    throw new UsageError(`--articles ${into}: this folder is not in the project`);
  if (articles.includes(article)) {
    complain(
      path.join(folder, article),
      'there is another article of this name; the dataset’s was not written',
    );
    return null;
  }
  if (!articleFilter(project)(article))
    throw new UsageError(
      `--articles ${into}: hashiya.json does not take ${article} as an article; see "include"`,
    );
  if (!dryRun) await writeInProject(folder, article, text);
  return { path: article, text };
}
