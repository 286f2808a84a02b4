import path from 'node:path';
import { GOLD_ANNOTATOR } from '../core/annotations/gold.ts';
import { createNameCounts } from '../core/annotations/project-names/name-counts.ts';
import type { ProjectNames } from '../core/annotations/project-names/names.ts';
import { readDecisions } from '../core/annotations/project-names/read-decisions.ts';
import { readArticleFile } from './files.ts';
import type { ProjectFolder } from './project-folder.ts';

/**
 * What annotators and the gold layer decided on names, as the editor has it while one of them annotates. Files that
 * cannot be read count for nothing here: whoever takes annotations from them tells.
 */
export async function readProjectNames(
  { folder, stores }: Pick<ProjectFolder, 'folder' | 'stores'>,
  annotators: readonly string[],
): Promise<ProjectNames> {
  const counts = createNameCounts();
  for (const { annotator, path: store } of stores) {
    const isGold = annotator === GOLD_ANNOTATOR;
    if (!isGold && !annotators.includes(annotator)) continue;
    const read = await readArticleFile(path.join(folder, store), undefined);
    if (!('error' in read)) counts.put(store, readDecisions(read.text), isGold);
  }
  return counts.names();
}
