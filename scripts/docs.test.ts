import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codeOf, SCHEME } from '../core/labels/scheme.ts';

describe('docs/codes', () => {
  it('is what the lists say', () => {
    const run = () => execFileSync(process.execPath, ['scripts/docs.mjs', '--check'], { encoding: 'utf8' });
    expect(run).not.toThrow();
  });

  it.each(SCHEME.map((label) => [codeOf(label.family, label.id), label] as const))(
    'has a place for %s that diagnostics can link to',
    (_, { family, id, description }) => {
      const page = readFileSync(new URL(`../docs/codes/${family}.md`, import.meta.url), 'utf8');
      expect(page).toContain(`<a id="${id}"></a>\n\n## ${id}\n`);
      expect(page).toContain(description.en);
    },
  );
});
