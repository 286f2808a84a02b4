import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

/** Every text that the client asks l10n for. */
function textsOfClient(): string[] {
  const files = readdirSync('client', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.test)\.ts$/.test(file),
  );
  const calls = files.flatMap((file) => [
    ...readFileSync(path.join('client', file), 'utf8').matchAll(/\bl10n\.t\(\s*(?:'((?:[^'\\]|\\.)*)')?/g),
  ]);
  // A text that is no plain literal could not be found here, nor by the tools of translators.
  return calls.map(([call, text]) => text ?? `no literal: ${call}`);
}

it('every text of the client has an Arabic one, and no Arabic one is left over', () => {
  const arabic = JSON.parse(readFileSync('l10n/bundle.l10n.ar.json', 'utf8')) as Record<string, string>;
  const texts = new Set(textsOfClient());
  expect(texts.size).toBeGreaterThan(30);
  expect(Object.keys(arabic).sort()).toEqual([...texts].sort());
  for (const [english, translation] of Object.entries(arabic)) {
    expect(translation, english).toMatch(/[\u0621-\u064a]/);
    expect(translation.match(/\{\d\}/g)?.sort() ?? [], english).toEqual(
      english.match(/\{\d\}/g)?.sort() ?? [],
    );
  }
});
