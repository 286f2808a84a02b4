import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('package.json, its texts and the README say what the lists of commands, labels and settings say', () => {
  const run = () => execFileSync(process.execPath, ['scripts/manifest.mjs', '--check'], { encoding: 'utf8' });
  expect(run).not.toThrow();
});
