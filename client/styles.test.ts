import { describe, expect, it } from 'vitest';
import { TAG_LABELS } from '../core/labels/scheme.ts';
import { COLOURS, coloursOf } from './styles.ts';

const CONTRIBUTED = new Set(
  COLOURS.flatMap(({ id }) => [id, `${id}.background`, `${id}.acceptedBackground`]),
);

describe('the colours of labels', () => {
  it.each(TAG_LABELS.map(({ family, id }) => [`${family}/${id}`, family, id] as const))(
    '%s is drawn in colours that the manifest has',
    (_, family, id) => {
      for (const colour of Object.values(coloursOf(family, id))) expect(CONTRIBUTED).toContain(colour);
    },
  );

  it.each(['entity', 'quotation', 'boilerplate'] as const)(
    'a project’s own label of %s has some too',
    (family) => {
      for (const colour of Object.values(coloursOf(family, 'OWN_LABEL')))
        expect(CONTRIBUTED).toContain(colour);
    },
  );

  it('keep to the names that VS Code takes, none twice', () => {
    for (const id of CONTRIBUTED) expect(id).toMatch(/^\w[.\w]*$/);
    expect(CONTRIBUTED.size).toBe(COLOURS.length * 3);
  });

  it('leave the ground of high contrast themes alone', () => {
    for (const { ground, accepted } of COLOURS)
      for (const { highContrast, highContrastLight } of [ground, accepted])
        expect([highContrast, highContrastLight].every((colour) => colour.endsWith('00'))).toBe(true);
  });

  it('are denser for what was accepted', () => {
    const density = (colour: string) => parseInt(colour.slice(7), 16);
    for (const { id, ground, accepted } of COLOURS) {
      expect(density(accepted.light), id).toBeGreaterThan(density(ground.light));
      expect(density(accepted.dark), id).toBeGreaterThan(density(ground.dark));
    }
  });
});
