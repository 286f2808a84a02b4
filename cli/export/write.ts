import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { SPLITS } from '../../core/dataset/document.ts';
import type { DatasetOptions } from '../../core/dataset/lock.ts';
import { partOfProject } from '../../core/labels/project-parts.ts';
import type { DatasetFormat } from '../../core/formats/format.ts';
import type { ProvenDataset } from '../../core/formats/write-dataset.ts';
import type { ProjectFolder } from '../project-folder.ts';
import { fileErrorText, UsageError, writeFileWhole } from '../files.ts';

/**
 * Refuses what cannot go where one file does, before the long work begins.
 * @throws UsageError if a folder of files is to go to standard output.
 */
export function refuseFolderOnStandardOutput(
  format: DatasetFormat,
  { split }: Pick<DatasetOptions, 'split'>,
  output: string,
): void {
  if (output !== '-') return;
  if (format.suffix === '') throw new UsageError(`${format.id} is a folder of files: say where with -o`);
  if (split) throw new UsageError('each split is a file of its own: say with -o in which folder');
}

/**
 * Writes a dataset to a file, a folder, or with "-" to standard output.
 * @throws UsageError if it cannot be written.
 */
export async function writeFiles({ files }: Pick<ProvenDataset, 'files'>, output: string): Promise<void> {
  if (output !== '-') {
    for (const file of files)
      await writeTo(file.path === '' ? output : path.join(output, file.path), file.content);
    return;
  }
  for (const { content } of files) process.stdout.write(content);
}

/**
 * What an earlier dataset left in the output folder under the name of a split that this one does not have: a program that
 * reads the folder would take it for a part of it.
 */
export function leftoverSplits(
  { files }: Pick<ProvenDataset, 'files'>,
  { suffix }: DatasetFormat,
  output: string,
): string[] {
  return SPLITS.filter((split) => !files.some((file) => file.path.split(/[./]/)[0] === split))
    .map((split) => path.join(output, `${split}${suffix}`))
    .filter((file) => existsSync(file));
}

/**
 * A dataset is no part of its project: its texts would be taken for articles the next time, or be written over them.
 * @throws UsageError if a file of the dataset would be an article, an annotation file or the project file.
 */
export function keepOutOfProject(
  { files }: Pick<ProvenDataset, 'files'>,
  { folder, project }: Pick<ProjectFolder, 'folder' | 'project'>,
  output: string,
): void {
  if (output === '-') return;
  const partOf = partOfProject(project);
  for (const file of files) {
    const target = path.join(output, file.path);
    const inProject = path.relative(folder, target).split(path.sep).join('/');
    const isOutside = inProject.startsWith('../') || path.isAbsolute(inProject);
    const part = isOutside ? null : partOf(inProject);
    if (part === 'article')
      throw new UsageError(
        `${target} would be an article of the project: write to a folder beside the project, or exclude it in hashiya.json ("exclude": ["dataset/**"])`,
      );
    if (part === 'own')
      throw new UsageError(`${target} is the project's own: write the dataset somewhere else`);
  }
}

/**
 * What an earlier dataset left in a folder that this one is written to: files of the same kind beside its own. A program
 * that reads the folder would take them for a part of it.
 */
export function leftoverFiles({ files }: Pick<ProvenDataset, 'files'>, output: string): string[] {
  const own = new Set(files.map((file) => file.path));
  const kinds = new Set(files.map((file) => `${path.dirname(file.path)}\n${path.extname(file.path)}`));
  return [...new Set(files.map((file) => path.dirname(file.path)))].flatMap((folder) =>
    readdirSync(path.join(output, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile() && kinds.has(`${folder}\n${path.extname(entry.name)}`))
      .map((entry) => path.posix.join(folder, entry.name))
      .filter((file) => !own.has(file) && !file.endsWith('.md')),
  );
}

/** Writes to a file; "-" is standard output. @throws UsageError if it cannot be written. */
export async function writeTo(target: string, content: string | Uint8Array): Promise<void> {
  if (target === '-') {
    process.stdout.write(content);
    return;
  }
  try {
    await writeFileWhole(target, content);
  } catch (error) {
    throw new UsageError(`${target}: ${fileErrorText(error)}`);
  }
}
