// `npm run bench [-- PART…] [--write] [--list]`: measures, and prints what was measured as tables. All parts but the
// long ones run where none is named. `--write` renews the sections of docs/benchmarks.md that belong to the parts; what
// stands there is never typed. Every figure that is compared is a ratio of two that were taken in the same run.
import os from 'node:os';
import { parseArgs } from 'node:util';
import { Explained, duration, main } from '../scripts/lib/steps.mjs';
import { markdownOf, textOf } from './lib/tables.mjs';
import { writeSections } from './lib/page.mjs';
import { PARTS } from './parts.mjs';

await main(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { write: { type: 'boolean' }, list: { type: 'boolean' } },
  });
  if (values.list) {
    for (const { name, title, long } of PARTS)
      console.log(`${name.padEnd(12)} ${title}${long ? ' (long)' : ''}`);
    return;
  }
  const unknown = positionals.filter((name) => PARTS.every((part) => part.name !== name));
  if (unknown.length > 0)
    throw new Explained(
      `There is no part ${unknown.join(', ')} of the bench. These are: ${PARTS.map(({ name }) => name).join(', ')}.`,
    );
  const wanted = PARTS.filter(({ name, long }) =>
    positionals.length > 0 ? positionals.includes(name) : !long,
  );
  const machine = `${os.cpus()[0]?.model.trim() ?? 'unknown processor'}, ${os.availableParallelism()} cores, Node ${process.version}`;
  console.log(machine);
  /** @type {Map<string, string>} */
  const sections = new Map();
  for (const part of wanted) {
    console.log(`\n━━ ${part.name}: ${part.title}`);
    const began = performance.now();
    const { run } = await part.load();
    const tables = await run();
    if (tables === null) {
      console.log('What it measures does not lie beside the project: left out.');
      continue;
    }
    for (const table of tables) console.log(`\n${textOf(table)}`);
    console.log(`\n(${duration(performance.now() - began)})`);
    sections.set(part.name, [`On ${machine}.`, ...tables.map(markdownOf)].join('\n\n'));
  }
  if (values.write) await writeSections(sections);
});
