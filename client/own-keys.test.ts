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

describe('whether a project has keys of its own', () => {
  it.each<[what: string, labels: readonly LabelChoice[], expected: boolean]>([
    ['the default scheme', DEFAULT, false],
    ['fewer labels', DEFAULT.slice(3), false],
    ['a label more, without a key', [...DEFAULT, choice('entity', 'WEAPON', '')], false],
    ['a label more, with a key', [...DEFAULT, choice('entity', 'WEAPON', 'y')], true],
    [
      'a key taken away',
      DEFAULT.map((label) => ({ ...label, key: label.id === 'PER' ? '' : label.key })),
      true,
    ],
    ['no labels', [], false],
  ])('%s → %s', (_, labels, expected) => {
    expect(hasOwnKeys(labels)).toBe(expected);
  });
});
