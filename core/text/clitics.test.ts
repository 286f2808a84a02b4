import { describe, expect, it } from 'vitest';
import { cliticSplits } from './clitics.ts';
import { tokenise } from './tokens.ts';

describe('cliticSplits: every reading of a word as particles + word', () => {
  const cases: [word: string, readings: string[]][] = [
    ['روسيا', ['روسيا']],
    ['لبوتين', ['لبوتين', 'ل+بوتين']],
    ['للأمم', ['للامم', 'ل+الامم', 'ل+لامم']],
    ['وللبنان', ['وللبنان', 'ول+البنان', 'ول+لبنان', 'و+للبنان']],
    ['بالكرملين', ['بالكرملين', 'ب+الكرملين']],
    ['وَبِبوتين', ['وببوتين', 'وب+بوتين', 'و+ببوتين']],
    ['و\u{e007f}', ['و\u{e007f}']],
    ['12', ['12']],
  ];
  it.each(cases)('%s', (word, readings) => {
    const [token] = tokenise(word);
    const found = token
      ? cliticSplits(token).map((s) => (s.proclitics ? `${s.proclitics}+${s.stem}` : s.stem))
      : [];
    expect(found).toEqual(readings);
  });
});
