import path from 'node:path';
import type { AnnotationFile } from '../core/dataset/annotation-file.ts';
import { complain, EXIT, failWith } from './commands/command.ts';
import type { Decoded } from './decode.ts';
import { readArticleFile } from './files.ts';
import { startProgress } from './progress.ts';
import { readStore } from './project-folder.ts';
import type { ProjectFolder } from './project-folder.ts';

/**
 * Reads the annotation files of a project, each with its article. What cannot be read is told and left out, and the
 * program will end with status 1; an article that is gone is no error here: its text is null.
 */
export async function readAnnotationFiles(
  { folder, stores }: ProjectFolder,
  encoding: string | undefined,
): Promise<AnnotationFile[]> {
  const progress = startProgress(stores.length);
  const files: AnnotationFile[] = [];
  // Several people annotated the same article: it is read once.
  const articles = new Map<string, Decoded>();
  for (const store of stores) {
    progress.step(store.path);
    const read =
      articles.get(store.article) ?? (await readArticleFile(path.join(folder, store.article), encoding));
    articles.set(store.article, read);
    if ('error' in read && read.error !== 'there is no such file') {
      complain(path.join(folder, store.article), read.error);
      failWith(EXIT.found);
      continue;
    }
    const text = 'error' in read ? null : read.text;
    const stored = await readStore(folder, store.path, text ?? '');
    if ('error' in stored) {
      complain(path.join(folder, store.path), stored.error);
      failWith(EXIT.found);
    } else files.push({ ...store, text, stored });
  }
  progress.end();
  return files;
}
