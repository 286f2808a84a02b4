/**
 * Exports a project in every format, loads each dataset with every program at hand that reads the format, and prints a
 * table: what was written, and what each program found. Exits 1 where a program finds anything wrong or another number
 * of entities than was written.
 *
 *     node test/consumers/run.mjs [PROJECT] [-- OPTIONS OF hashiya export]
 *
 * PROJECT is samples/ where none is named. Needs dist/ (`npm run build`). Where programs are that are not installed, the
 * environment says: see the head of each file in this folder.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Formats by program: which program of this folder reads which formats, with further arguments. */
const CONSUMERS = /** @type {const} */ ([
  ['spacy.py', ['spacy-jsonl']],
  ['displacy.py', ['displacy']],
  ['prodigy.py', ['prodigy']],
  ['nltk-conll.py', ['conll', 'conll-clitics', 'conll-iob1', 'conll-iob1-clitics']],
  ['seqeval.py', ['conll', 'conll-clitics'], 'IOB2'],
  ['seqeval.py', ['conll-iob1', 'conll-iob1-clitics'], 'IOB1'],
  ['seqeval.py', ['conll-bilou', 'conll-bilou-clitics'], 'BILOU'],
  ['conllu.py', ['conllu-plus']],
  ['udapi.py', ['conllu-plus']],
  ['ud-validate.py', ['conllu-plus']],
  ['brat.py', ['brat']],
  ['doccano.py', ['doccano']],
  ['label-studio.py', ['label-studio']],
  ['webanno-tsv.py', ['webanno-tsv']],
  ['cassis.py', ['cas-xmi', 'cas-json']],
  ['uima.py', ['cas-xmi']],
  ['tei.py', ['tei']],
  ['web-annotation.mjs', ['web-annotation']],
  ['parquet.mjs', ['huggingface']],
  ['huggingface.py', ['huggingface']],
]);

const root = path.resolve(import.meta.dirname, '../..');
const parting = process.argv.indexOf('--');
const [project = path.join(root, 'samples')] = process.argv.slice(2, parting < 0 ? undefined : parting);
const options = parting < 0 ? [] : process.argv.slice(parting + 1);
const output = mkdtempSync(path.join(os.tmpdir(), 'hashiya-consumers-'));

/** @param {string[]} args */
const hashiya = (...args) => {
  const run = spawnSync(process.execPath, [path.join(root, 'dist/cli.mjs'), ...args], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`hashiya ${args.join(' ')}:\n${run.stderr}`);
  return run;
};

/** @type {Map<string, { dataset: string, told: string }>} */
const written = new Map();

/** @param {string} format */
function write(format) {
  let known = written.get(format);
  if (known) return known;
  const dataset = path.join(output, format);
  const { stderr } = hashiya('export', project, '-f', format, '-o', dataset, ...options);
  known = {
    dataset,
    told:
      stderr
        .trim()
        .split('\n')
        .findLast((line) => line.startsWith('Wrote ')) ?? '',
  };
  written.set(format, known);
  return known;
}

let failures = 0;
try {
  for (const [script, formats, ...args] of CONSUMERS)
    for (const format of formats) {
      const { dataset, told } = write(format);
      const program = script.endsWith('.py') ? 'python3' : process.execPath;
      const run = spawnSync(program, [path.join(import.meta.dirname, script), dataset, ...args], {
        encoding: 'utf8',
      });
      const mark = run.status === 0 ? 'read' : run.status === 3 ? 'not here' : 'WRONG';
      if (mark === 'WRONG') failures++;
      console.log(`${format.padEnd(20)} ${script.padEnd(20)} ${mark}`);
      console.log(`  ${told.replace(` to ${dataset}`, '')}`);
      for (const line of (run.status === 0 ? run.stdout : run.stderr).trim().split('\n'))
        console.log(`  ${line}`);
    }
} finally {
  rmSync(output, { recursive: true });
}
if (failures > 0) process.exitCode = 1;
