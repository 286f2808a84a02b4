import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseStore } from '../../core/annotations/store.ts';
import { createAnalyser } from '../../core/analysis/analysis.ts';
import { buildDocument } from '../../core/dataset/build-document.ts';
import { textOfFile } from '../../core/formats/files.ts';
import { FORMATS } from '../../core/formats/formats.ts';
import { writeDataset } from '../../core/formats/write-dataset.ts';
import { CONTEXT } from './formats.ts';
import { lexicon } from './lexicon.ts';

/** An article that is short, has quotations, and had a "read also" block to be left out. */
const ARTICLE = 'articles/museum-night.txt';

const sample = (file: string): string =>
  readFileSync(path.join(import.meta.dirname, '../../samples', file), 'utf8');

/**
 * A sample article with its annotations in every format, held against test/golden/formats/. After a change that is
 * meant, look at the difference and renew the files with `npx vitest run test/unit/format-golden -u`.
 */
describe('a sample article in every format', async () => {
  const text = sample(ARTICLE);
  const { annotations } = parseStore(sample(`annotations/hashiya/${ARTICLE}.jsonl`), text);
  // By rules and lists alone, so that what is learnt anew changes nothing here.
  const analysis = createAnalyser(lexicon).analyse(text);
  const built = buildDocument(ARTICLE, analysis, annotations, { marks: false, boilerplate: false });
  const context = { ...CONTEXT, name: 'samples', tool: 'hashiya' };

  test.each(FORMATS.map((format) => [format.id, format] as const))('%s', async (id, format) => {
    const { files, losses } = await writeDataset(format, [built], context);
    const told = losses.map(
      ({ line, label, text: words, reason }) => `${reason} ${line} ${label} ${words}\n`,
    );
    const golden = path.join('../golden/formats', id);
    await expect(told.join('')).toMatchFileSnapshot(path.join(golden, 'losses.txt'));
    for (const file of files) {
      const target = path.join(golden, file.path === '' ? `dataset${format.suffix}` : file.path);
      // What is no text cannot be looked at; its own reader says what is in it.
      if (typeof file.content === 'string')
        await expect(textOfFile(file.content)).toMatchFileSnapshot(target);
      else {
        const { documents } = await format.parse(files, context);
        await expect(`${JSON.stringify(documents, null, 1)}\n`).toMatchFileSnapshot(`${target}.json`);
      }
    }
  });
});
