import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance, buildAutomaton, NOWHERE, ROOT } from './automaton.ts';

const word = fc.string({ unit: fc.constantFrom('ا', 'ب', 'ت', ' '), minLength: 1, maxLength: 6 });

describe('the automaton', () => {
  it('finds exactly the patterns it was built from', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { maxLength: 40 }),
        fc.array(word, { maxLength: 40 }),
        (patterns, others) => {
          const automaton = buildAutomaton(patterns);
          for (const text of [...patterns, ...others]) {
            const state = advance(automaton, ROOT, text);
            const found = state === NOWHERE ? -1 : automaton.pattern[state];
            expect(found, `pattern for "${text}"`).toBe(patterns.indexOf(text));
          }
        },
      ),
    );
  });

  it('goes nowhere from nowhere', () => {
    const automaton = buildAutomaton(['روسيا']);
    expect(advance(automaton, NOWHERE, 'روسيا')).toBe(NOWHERE);
    // The first letter of all has code 1, and the root is state 1.
    expect(advance(automaton, NOWHERE, 'رروسيا')).toBe(NOWHERE);
    expect(advance(automaton, ROOT, 'روسيا٩x')).toBe(NOWHERE);
  });

  it('refuses more characters than its letter codes hold', () => {
    expect(() =>
      buildAutomaton(Array.from({ length: 256 }, (_, i) => String.fromCharCode(0x4e00 + i))),
    ).toThrow(RangeError);
  });
});
