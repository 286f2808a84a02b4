import { describe, expect, it } from 'vitest';
import { readLine } from './article.ts';
import { compileLexicon, lexiconKey } from './compile.ts';
import { parseLexicon, serialiseLexicon } from './lexicon.ts';
import { LISTS } from './lists.ts';

const lists = (rows: Readonly<Record<string, string>>): Map<string, string> =>
  new Map(LISTS.map((list) => [list, rows[list] ?? '']));

const lexicon = compileLexicon(
  lists({ country: '# a comment\nكوريا الشمالية\tKP\nروسيا\tRU\nلبنان\tLB\nالمغرب\tMA\nكوريا\tKR\n' }),
);

describe('matches: names of the lists in a line', () => {
  const cases: [what: string, line: string, found: string[]][] = [
    ['longer and shorter names', 'إلى كوريا الشمالية', ['كوريا', 'كوريا الشمالية']],
    ['particles stay outside', 'وروسيا ولبنان', ['روسيا', 'لبنان']],
    ['a letter of its own is no particle', 'لبنان', ['لبنان']],
    ['ل swallows the alef of the article', 'للمغرب', ['لمغرب']],
    ['other spellings', 'کوریا الشماليه', ['کوریا', 'کوریا الشماليه']],
    ['harakat and tatweel', 'لُبْنانُ روسيــا', ['لُبْنانُ', 'روسيــا']],
    ['hyphens join', 'كوريا-الشمالية', ['كوريا', 'كوريا-الشمالية']],
    ['other marks part', 'كوريا، الشمالية', ['كوريا']],
    ['no match inside a word', 'روسياوي', []],
  ];
  it.each(cases)('%s: %s', (_what, line, found) => {
    const matches = readLine(line, lexicon).matches;
    expect(matches.map((match) => line.slice(match.start, match.end))).toEqual(found);
  });

  it.each(['مطار الملك خالد', 'مطار ملك', 'مطار ال', 'مطار 5', 'مطار JFK', 'مطار ك', 'مطار الك', 'مطار ء'])(
    'a name goes on however its next word begins: %s',
    (name) => {
      const places = compileLexicon(lists({ place: `${name}\tFAC\nمطار\tFAC\n` }));
      for (const line of [name, `و${name}`])
        expect(
          readLine(line, places).matches.map((match) => line.slice(match.start, match.end)),
          line,
        ).toEqual(['مطار', name]);
      expect(readLine(`مطار ما ${name}`, places).matches).toHaveLength(3);
    },
  );

  it('tells list and value', () => {
    expect(readLine('بروسيا', lexicon).matches).toMatchObject([
      { proclitics: 'ب', entries: [{ list: 'country', value: 'RU' }] },
    ]);
  });
});

describe('compileLexicon', () => {
  it('enters names with the article too where the list asks for it', () => {
    const adjectives = compileLexicon(lists({ country: '# article: optional\nكوري شمالي\tKP\n' }));
    const line = 'الكوري الشمالي كوري شمالي';
    expect(readLine(line, adjectives).matches.map((m) => line.slice(m.start, m.end))).toEqual([
      'الكوري الشمالي',
      'كوري شمالي',
    ]);
  });

  it.each([
    ['ألماني', 'الألماني'],
    ['الأول', 'الأول'],
    ['آسيوي', 'الآسيوي'],
  ])('tells by its spelling whether %s has the article', (name, definite) => {
    const adjectives = compileLexicon(lists({ country: `# article: optional\n${name}\tXX\n` }));
    for (const line of new Set([name, definite]))
      expect(
        readLine(line, adjectives).matches.map((m) => line.slice(m.start, m.end)),
        line,
      ).toEqual([line]);
    expect(readLine(`ال${definite}`, adjectives).matches, definite).toEqual([]);
  });

  it('names file and row of what it cannot read', () => {
    expect(() => compileLexicon(lists({ country: 'روسيا\n\t\n-\tX' }))).toThrow('lexicon/country.tsv, row 3');
    expect(() => compileLexicon(new Map())).toThrow(`lexicon/${LISTS[0]}.tsv is missing`);
  });

  it('looks names up by folded tokens, hyphens left out', () => {
    expect(lexiconKey('كيم جونغ-أون')).toBe('كيم جونغ اون');
  });
});

describe('the bytes of a lexicon', () => {
  it('read back as they were written, at any alignment', () => {
    const bytes = serialiseLexicon(lexicon);
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    for (const view of [bytes, shifted.subarray(1)]) expect(parseLexicon(view)).toEqual(lexicon);
  });

  it.each([
    ['nothing', new Uint8Array(0)],
    ['other bytes', new Uint8Array(100)],
  ])('are refused where they are %s', (_what, bytes) => {
    expect(() => parseLexicon(bytes)).toThrow('build it again');
  });
});
