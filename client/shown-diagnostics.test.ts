import { describe, expect, it } from 'vitest';
import { showsCode, stamp, unstamp } from './shown-diagnostics.ts';

describe('whether a diagnostic shows', () => {
  it.each<[code: Parameters<typeof showsCode>[0], hidden: readonly string[], expected: boolean]>([
    ['entity/PER', [], true],
    ['entity/PER', ['entity'], false],
    [{ value: 'entity/PER' }, ['entity'], false],
    ['quotation/direct', ['entity'], true],
    ['quotation/direct', ['entity', 'quotation'], false],
    ['boilerplate/ad', ['boilerplate'], false],
    ['problem/glued-words', ['entity', 'quotation', 'boilerplate'], true],
    ['entity/PER', ['entity/PER'], false],
    ['entity/PERCENT', ['entity/PER'], true],
    [undefined, ['entity'], true],
  ])('%j with %j hidden → %s', (code, hidden, expected) => {
    expect(showsCode(code, hidden)).toBe(expected);
  });
});

describe('a stamped result id', () => {
  it('gives the server its own again while the same is hidden', () => {
    for (const hidden of [[], ['entity'], ['entity', 'quotation']])
      expect(unstamp(stamp('1.2.3', hidden), hidden), hidden.join()).toBe('1.2.3');
  });

  it('gives none once something else is hidden, so that the server sends everything', () => {
    expect(unstamp(stamp('1.2.3', []), ['entity'])).toBeUndefined();
    expect(unstamp(stamp('1.2.3', ['entity']), [])).toBeUndefined();
    expect(unstamp(stamp('1.2.3', ['entity']), ['entity', 'quotation'])).toBeUndefined();
    expect(unstamp(undefined, [])).toBeUndefined();
  });
});
