import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly keybindings: readonly {
      readonly command: string;
      readonly key: string;
      readonly mac?: string;
      readonly when: string;
    }[];
    readonly menus: Readonly<Record<string, readonly { readonly command?: string }[]>>;
  };
}

const text = readFileSync('package.json', 'utf8');
const { contributes } = JSON.parse(text) as Manifest;
const textsIn = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;

it('package.json, its texts and the README say what the lists of commands, labels and settings say', () => {
  const run = () => execFileSync(process.execPath, ['scripts/manifest.mjs', '--check'], { encoding: 'utf8' });
  expect(run).not.toThrow();
});

describe('the manifest', () => {
  it('has every text in both languages, and none that it does not use', () => {
    const used = [...text.matchAll(/%([\w.-]+)%/g)].map(([, key]) => key).sort();
    const english = textsIn('package.nls.json');
    const arabic = textsIn('package.nls.ar.json');
    expect(Object.keys(english).sort()).toEqual([...new Set(used)]);
    expect(Object.keys(arabic)).toEqual(Object.keys(english));
    for (const [key, translation] of Object.entries(arabic))
      expect(translation, key).toMatch(/[\u0621-\u064a]/);
  });

  it.each(['key', 'mac'] as const)('gives no key (%s) to two commands in one place', (platform) => {
    const strokes = contributes.keybindings.map((binding) => {
      const place = binding.when.includes('!hashiya.ownKeys')
        ? ' of the scheme'
        : binding.when.includes('hashiya.ownKeys')
          ? ' of a project'
          : '';
      return `${binding[platform] ?? binding.key}${place}`;
    });
    expect(strokes.filter((stroke, index) => strokes.indexOf(stroke) !== index)).toEqual([]);
  });

  it('binds keys in articles alone', () => {
    for (const { key, when } of contributes.keybindings)
      expect(when, key).toMatch(
        /^\(editorTextFocus && editorLangId == article \|\| activeCustomEditorId == hashiya\.reader\)|^activeCustomEditorId == hashiya\.reader/,
      );
  });

  it('leaves Option with a letter to the letters that it writes on a Mac', () => {
    for (const { key, mac = key } of contributes.keybindings)
      for (const stroke of mac.split(' ')) expect(stroke, key).not.toMatch(/^alt\+.$/);
  });

  it('names commands that there are', () => {
    const known = new Set(contributes.commands.map(({ command }) => command));
    const named = [...contributes.keybindings, ...Object.values(contributes.menus).flat()];
    for (const { command } of named) if (command) expect(known).toContain(command);
  });
});
