import { describe, expect, it } from 'vitest';
import { parseGold } from './gold.ts';

const TEXT = [
  'بوابة الخبر',
  'الوزير يزور بغداد',
  '',
  'قال سامي حداد في بغداد إن «العمل يسير» في بغداد. اعلان',
  'وأضاف أن النتائج جيدة.',
].join('\n');

const GOLD = `
# two names of one town in a line
L1 share
L2 headline
OCC الوزير
GPE بغداد
L4 body
PER سامي حداد
GPE بغداد
GPE بغداد
B ad | اعلان
Q direct | العمل | يسير | speaker=سامي حداد | canon=سامي حداد | cue=قال
L5 body
Q indirect | النتائج | جيدة | speaker=^حداد | canon=سامي حداد | cue=أضاف
`;

/** What a span of the text covers. */
const covered = ({ start, end }: { start: number; end: number }): string => TEXT.slice(start, end);

describe('reading an annotated article', () => {
  const gold = parseGold(TEXT, GOLD);

  it('gives each line its class', () => {
    expect(gold.lines.map((line) => [line.number, line.class, covered(line)])).toEqual([
      [1, 'share', 'بوابة الخبر'],
      [2, 'headline', 'الوزير يزور بغداد'],
      [4, 'body', TEXT.split('\n')[3]],
      [5, 'body', TEXT.split('\n')[4]],
    ]);
  });

  it('finds entities one behind the other', () => {
    expect(gold.entities.map((entity) => `${entity.label} ${covered(entity)}`)).toEqual([
      'OCC الوزير',
      'GPE بغداد',
      'PER سامي حداد',
      'GPE بغداد',
      'GPE بغداد',
    ]);
    expect(gold.entities[3]?.start).toBeLessThan(gold.entities[4]?.start ?? 0);
  });

  it('finds quotations with their speakers, in the line or above', () => {
    expect(
      gold.quotations.map((one) => [one.kind, covered(one), one.speaker && covered(one.speaker), one.cue]),
    ).toEqual([
      ['direct', 'العمل يسير', 'سامي حداد', 'قال'],
      ['indirect', 'النتائج جيدة', 'حداد', 'أضاف'],
    ]);
    expect(gold.boilerplate.map((run) => [run.class, covered(run)])).toEqual([['ad', 'اعلان']]);
  });

  it.each([
    ['a line without a class', GOLD.replace('L5 body', '#'), 'line 5 is without a class'],
    ['an entity that the line does not have', GOLD.replace('PER سامي حداد', 'PER سالم'), '«PER سالم»'],
    ['a label that is none', GOLD.replace('PER سامي', 'PERSON سامي'), 'no such label: PERSON'],
    ['a line that is there twice', GOLD.replace('L5 body', 'L4 body'), 'for the second time'],
    ['a speaker who is not there', GOLD.replace('speaker=^حداد', 'speaker=^هدى'), 'does not stand above'],
  ])('refuses %s, naming the row', (_what, rows, message) => {
    expect(() => parseGold(TEXT, rows)).toThrow(message);
  });
});
