import { stat } from 'node:fs/promises';
import path from 'node:path';
import { datasetContext } from '../../core/dataset/context.ts';
import type { DatasetFile, DatasetFormat, ReadDocument } from '../../core/formats/format.ts';
import { FORMATS } from '../../core/formats/formats.ts';
import { complain, EXIT, failWith } from '../commands/command.ts';
import { listFiles, readBytes, UsageError } from '../files.ts';
import type { ProjectFolder } from '../project-folder.ts';

/** As many problems are told one by one. */
const SHOWN = 10;

/**
 * The documents of a dataset, a file or a folder. What cannot be read is told, and the rest read.
 * @throws UsageError if nothing of it can be read; then it says of which format the dataset looks.
 */
export async function readDataset(
  dataset: string,
  format: DatasetFormat,
  { project }: ProjectFolder,
): Promise<readonly ReadDocument[]> {
  const files = await readFiles(dataset);
  const context = datasetContext(project, dataset, '');
  const { documents, problems } = await format.parse(files, context);
  if (documents.length === 0) {
    const likely: string[] = [];
    for (const other of FORMATS) {
      const read = await other.parse(files, context);
      if (read.documents.length > 0 && read.problems.length === 0) likely.push(other.id);
    }
    const [problem] = problems;
    const why = problem ? `: ${placeOf(problem)}: ${problem.message}` : '';
    const hint = likely.length > 0 ? `; it reads as ${likely.join(', ')}` : '';
    throw new UsageError(`${dataset}: nothing in it can be read as ${format.id}${why}${hint}`);
  }
  for (const problem of problems.slice(0, SHOWN)) complain(placeOf(problem), problem.message);
  if (problems.length > SHOWN)
    complain(dataset, `… and ${problems.length - SHOWN} more places that cannot be read`);
  if (problems.length > 0) failWith(EXIT.found);
  return documents;
}

/** Where in the dataset; line 0 is a file as a whole. */
const placeOf = ({ path: file, line }: { readonly path: string; readonly line: number }): string =>
  line > 0 ? `${file}:${line}` : file;

async function readFiles(dataset: string): Promise<DatasetFile[]> {
  const isFolder = await stat(dataset).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return [{ path: path.basename(dataset), content: await readBytes(dataset) }];
  const files: DatasetFile[] = [];
  for (const name of await listFiles(dataset))
    files.push({ path: name, content: await readBytes(path.join(dataset, name)) });
  return files;
}
