import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { LOSS_REASONS } from '../core/dataset/document.ts';
import { FORMATS } from '../core/formats/formats.ts';
import { COMMANDS } from './commands/commands.ts';

const page = (name: string): string => readFileSync(new URL(`../docs/${name}`, import.meta.url), 'utf8');

const program = new Command('hashiya');
for (const add of COMMANDS) add(program);

describe('docs/command-line.md', () => {
  const sections = page('command-line.md').split(/^## /m);

  test.each(program.commands.map((command) => [command.name(), command] as const))(
    'has a section on %s with every option',
    (name, command) => {
      const section = sections.find((one) => one.startsWith(`hashiya ${name} `)) ?? '';
      for (const { long } of command.options) expect(section).toContain(`\`${long ?? ''}`);
      const named = [...section.matchAll(/`(--[a-z-]+)/g)].map(([, option]) => option);
      expect(command.options.map(({ long }) => long)).toEqual(expect.arrayContaining(named));
    },
  );

  test('has no section on a command that there is not', () => {
    const named = sections.flatMap((one) => /^hashiya (\S+)/.exec(one)?.[1] ?? []);
    expect(named).toEqual(program.commands.map((command) => command.name()));
  });
});

describe('docs/datasets.md', () => {
  test('has a section on every format, and on no other', () => {
    const named = [...page('datasets.md').matchAll(/^## `([^`]+)`: (.+)$/gm)].map(([, id, title]) => [
      id,
      title,
    ]);
    expect(named).toEqual(FORMATS.map(({ id, title }) => [id, title.en]));
  });

  test('explains every reason of a loss', () => {
    for (const reason of LOSS_REASONS) expect(page('datasets.md')).toContain(`\`${reason}\``);
  });
});

test('schemas/hashiya.schema.json offers every format', () => {
  const schema = JSON.parse(
    readFileSync(new URL('../schemas/hashiya.schema.json', import.meta.url), 'utf8'),
  ) as { properties: { export: { properties: { format: { enum: string[] } } } } };
  expect(schema.properties.export.properties.format.enum).toEqual(FORMATS.map(({ id }) => id));
});
