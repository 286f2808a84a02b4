import { describe, expect, it } from 'vitest';
import { TAG_LABELS } from '../core/labels/scheme.ts';
import type { LabelChoice } from '../server/protocol.ts';
import { hasOwnKeys } from './own-keys.ts';

const choice = (family: LabelChoice['family'], id: string, key: string): LabelChoice => ({
  family,
  id,
  key,
  title: id,
  description: '',
});
const DEFAULT = TAG_LABELS.map(({ family, id, key }) => choice(family, id, key));

/** A label and a key that no default label has, whatever labels there come to be. */
const OTHER = DEFAULT.map(({ id }) => id).join('-');
const OTHER_KEY = 'no such key';

describe('whether a project has keys of its own', () => {
  it('is asked of a default scheme that has keys', () => {
    expect(DEFAULT.some(({ key }) => key !== '')).toBe(true);
  });

  it.each<[what: string, expected: boolean, labels: readonly LabelChoice[]]>([
    ['the default scheme', false, DEFAULT],
    ['fewer labels', false, DEFAULT.slice(3)],
    ['a label more, without a key', false, [...DEFAULT, choice('entity', OTHER, '')]],
    ['a label more, with a key', true, [...DEFAULT, choice('entity', OTHER, OTHER_KEY)]],
    [
      'a key changed',
      true,
      DEFAULT.map((label, index) => (index === 0 ? { ...label, key: OTHER_KEY } : label)),
    ],
    ['all keys taken away', true, DEFAULT.map((label) => ({ ...label, key: '' }))],
    ['no labels', false, []],
  ])('%s → %s', (_, expected, labels) => {
    expect(hasOwnKeys(labels)).toBe(expected);
  });
});
