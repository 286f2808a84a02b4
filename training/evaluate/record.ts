import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { f1 } from './score.ts';
import type { Row } from './score.ts';

/** Where the results are kept, from the project's folder. */
const FILE = 'docs/results.md';

/** The figures kept of each version, and what their columns are called. */
const FIGURES: readonly (readonly [row: string, column: string])[] = [
  ['entities', 'entities'],
  ['names (PER ORG GPE LOC)', 'names'],
  ['entity spans', 'spans'],
  ['marked quotations', 'marked'],
  ['direct', 'direct'],
  ['  speakers of direct', 'speakers'],
  ['indirect', 'indirect'],
  ['  speakers of indirect', 'speakers of indirect'],
  ['line classes', 'line classes'],
  ['boilerplate lines', 'boilerplate'],
];

const INTRODUCTION = `# Results by version

F1 on annotated articles, as \`npm run evaluate\` prints it; of speakers and line classes the share that is right.
Entities count with exact span and label, names are PER ORG GPE LOC, spans count whatever the label; marked quotations
are those in quotation marks, direct ones are told from terms. \`samples\` are the articles in samples/; \`seeds\` and
\`dev\` real ones that the engine was worked on with; \`held-out\` real ones of outlets that nobody looked at.

Rows _by folds_ tell how entities are found by weights that were learnt without the houses they are tried on; \`npm run
train\` writes them. The weights that ship are learnt from all of these articles, those held out included: since there
are such weights, rows without _by folds_ say of entities in \`dev\` and \`held-out\` more than would hold elsewhere.

\`npm run evaluate -- --record\` writes the other rows of the version in package.json anew; rows of other versions stay.

| version | articles | ${FIGURES.map(([, column]) => column).join(' | ')} |
|---|---|${'---|'.repeat(FIGURES.length)}
`;

/**
 * Writes the main figures of some sets into the table of results, in place of those that the same version had.
 * @param results by name of the set, the rows of its tables; what has no row is left open
 * @returns the file's path, from the project's folder
 */
export function recordResults(root: string, results: ReadonlyMap<string, readonly Row[]>): string {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const file = path.join(root, FILE);
  const rows = new Map<string, string>();
  if (existsSync(file))
    for (const row of readFileSync(file, 'utf8').split('\n')) {
      const of = /^\| (\d[^|]*) \| ([^|]+) \|/.exec(row);
      if (of) rows.set(`${of[1]} ${of[2]}`, row);
    }
  for (const [set, figures] of results) rows.set(`${version} ${set}`, rowIn(version, set, figures));
  writeFileSync(file, `${INTRODUCTION}${[...rows.values()].join('\n')}\n`);
  return FILE;
}

const rowIn = (version: string, set: string, rows: readonly Row[]): string => {
  const figures = FIGURES.map(([name]) => {
    const row = rows.find((one) => one.name === name);
    return row && row.gold > 0 ? f1(row).toFixed(3) : '–';
  });
  return `| ${version} | ${set} | ${figures.join(' | ')} |`;
};
