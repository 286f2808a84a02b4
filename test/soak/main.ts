/** `npm run soak [-- --minutes N] [--articles N] [--seed N] [--program FOLDER]`: see docs/safety.md. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { MARGIN, memoryVerdict, quantile } from './measures.ts';
import { soak } from './soak.ts';
import type { SoakReport } from './soak.ts';

/** @returns the exit status: 1 where anything went wrong */
export async function main(args: readonly string[], root: string): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: 'string', default: '60' },
      articles: { type: 'string', default: '200' },
      seed: { type: 'string', default: '20260102' },
      program: { type: 'string', default: path.join(root, 'dist') },
    },
  });
  const milliseconds = Number(values.minutes) * 60_000;
  const [articles, seed] = [Number(values.articles), Number(values.seed)];
  if (!(milliseconds > 0 && articles > 0 && Number.isInteger(seed)))
    throw new Error('--minutes and --articles take a number above 0, --seed a whole one.');
  console.log(`${articles} articles for ${values.minutes} minutes, seed ${seed}.\n`);
  let told = -Infinity;
  const report = await soak({
    program: values.program,
    samples: path.join(root, 'samples/articles'),
    milliseconds,
    articles,
    seed,
    sampled: ({ at, megabytes, gestures }) => {
      if (at - told < milliseconds / 30) return;
      told = at;
      console.log(
        `${(at / 60_000).toFixed(1).padStart(6)} min  ${megabytes.toFixed(0).padStart(5)} MB  ${gestures} gestures`,
      );
    },
  });
  return print(report, milliseconds);
}

function print(report: SoakReport, milliseconds: number): number {
  const { gestures, memory, latencies, failures } = report;
  const count = [...gestures.values()].reduce((sum, n) => sum + n, 0);
  console.log(`\n${count} gestures, ${(count / (report.milliseconds / 1000)).toFixed(1)} a second:`);
  console.log([...gestures].map(([name, n]) => `${name} ${n}`).join(', '));
  console.log(
    `\n${'answers in ms'.padEnd(24)}${['times', 'p50', 'p95', 'p99', 'most'].map((head) => head.padStart(9)).join('')}`,
  );
  for (const [what, taken] of latencies)
    console.log(
      what.padEnd(24) +
        String(taken.length).padStart(9) +
        [0.5, 0.95, 0.99, 1].map((share) => quantile(taken, share).toFixed(1).padStart(9)).join(''),
    );
  const { early, late, isFlat } = memoryVerdict(memory, milliseconds);
  console.log(
    `\nMemory of the server: ${early.toFixed(0)} MB early, ${late.toFixed(0)} MB late (${isFlat ? 'flat' : 'grown'}; the margin is ${MARGIN}); ${report.afterClosing.toFixed(0)} MB with all closed.`,
  );
  console.log(
    `${report.compared} open articles compared with a server started afresh, ${report.annotations} annotations with the disk.`,
  );
  for (const failure of failures) console.log(`✗ ${failure}`);
  console.log(failures.length === 0 ? 'Nothing went wrong.' : `${failures.length} things went wrong.`);
  return failures.length === 0 && isFlat ? 0 : 1;
}
