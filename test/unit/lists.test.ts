import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { LISTS } from '../../core/lexicon/lists.ts';

it('every list in lexicon/ is named in core/lexicon/lists.ts, and the other way round', () => {
  const files = readdirSync(path.join(import.meta.dirname, '../../lexicon'))
    .filter((file) => file.endsWith('.tsv'))
    .map((file) => path.basename(file, '.tsv'));
  expect(files.sort()).toEqual([...LISTS].sort());
});
