import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, readSettings } from './settings.ts';

describe('settings', () => {
  it.each([
    ['nothing', undefined, DEFAULT_SETTINGS],
    ['nonsense', 'x', DEFAULT_SETTINGS],
    [
      'what is known, trimmed, and defaults for the rest',
      { annotator: ' هدى ', weakFrom: 0.5, severity: { entity: 'off', quotation: 'loud', problem: 'error' } },
      {
        annotator: 'هدى',
        weakFrom: 0.5,
        severity: { ...DEFAULT_SETTINGS.severity, entity: 'off', problem: 'error' },
      },
    ],
  ])('are read from %s', (_, value, expected) => expect(readSettings(value)).toEqual(expected));

  it('have the defaults that the manifest shows', () => {
    const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
    const { contributes } = JSON.parse(manifest) as {
      contributes: { configuration: Section | Section[] };
    };
    const properties = Object.assign(
      {},
      ...[contributes.configuration].flat().map((section) => section.properties),
    ) as Properties;
    expect(properties['hashiya.annotator']?.default).toBe(DEFAULT_SETTINGS.annotator);
    expect(properties['hashiya.weakFrom']?.default).toBe(DEFAULT_SETTINGS.weakFrom);
    for (const [family, severity] of Object.entries(DEFAULT_SETTINGS.severity))
      expect(properties[`hashiya.severity.${family}`]?.default, family).toBe(severity);
  });
});

type Properties = Readonly<Record<string, { readonly default?: unknown } | undefined>>;
interface Section {
  readonly properties: Properties;
}
