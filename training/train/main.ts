/**
 * `npm run train`: learns the tagger's weights from the annotated articles and the corpora in ../shared and from
 * training/annotations, and writes them to training/weights. The same data give the same bytes.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseLexicon } from '../../core/lexicon/lexicon.ts';
import { readDocuments } from '../merge/documents.ts';
import { linesOfDocuments, readCorpora, readFitting } from '../tagger/data.ts';
import { fitOn, layGround } from '../tagger/fit.ts';

/** @param root the project's folder */
export async function main(_args: readonly string[], root: string): Promise<number> {
  const lexicon = parseLexicon(readFileSync(path.join(root, 'dist/lexicon.bin')));
  const fitting = await readFitting(root);
  const lines = [...linesOfDocuments(readDocuments(root), lexicon), ...readCorpora(root, lexicon)];
  const ground = layGround(lines, fitting, console.log);
  const folder = path.join(root, 'training/weights');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, 'tagger.bin'),
    fitOn(ground, () => true, fitting, console.log),
  );
  return 0;
}
