import { describe, expect, test } from 'vitest';
import { FORMATS } from '../../core/formats/formats.ts';
import { TRAITS, traitsOf } from './format-traits.ts';
import type { Trait } from './format-traits.ts';

const traits = new Map(
  await Promise.all(FORMATS.map(async (format) => [format.id, await traitsOf(format)] as const)),
);

describe('a format holds what it says that it holds, and nothing else', () => {
  test.each(FORMATS.map((format) => [format.id, format] as const))(
    '%s',
    (id, { layers, carries, holds = [] }) => {
      const claimed = new Set<Trait>([...layers, ...carries, ...holds]);
      const found = traits.get(id) ?? new Set();
      const claimable = TRAITS.filter(
        (trait) => !['nested', 'crossing', 'within-word', 'file'].includes(trait),
      );
      expect(claimable.filter((trait) => found.has(trait) && trait !== 'text')).toEqual(
        claimable.filter((trait) => claimed.has(trait) && trait !== 'text'),
      );
      if (claimed.has('text')) expect(found).toContain('text');
    },
  );
});

/** What the columns of the table are called. */
const HEADINGS: Readonly<Record<Trait, string>> = {
  entities: 'entities',
  quotations: 'quotations',
  boilerplate: 'boilerplate',
  nested: 'nested',
  crossing: 'crossing',
  'within-word': 'edges in words',
  speaker: 'speaker',
  cue: 'cue',
  canonical: 'full name',
  value: 'value',
  silver: 'silver',
  annotator: 'annotator',
  source: 'source',
  id: 'id',
  attributes: 'attributes',
  relations: 'relations',
  note: 'note',
  file: 'path',
  text: 'text as it is',
  lines: 'line classes',
  sentences: 'sentences',
  pieces: 'way back',
  published: 'date',
  split: 'split',
  articleAttributes: 'attributes of the article',
};

test('docs/formats.md shows what each format holds', async () => {
  const rows = [
    ['format', 'offsets', ...TRAITS.map((trait) => HEADINGS[trait])],
    ...FORMATS.map(({ id, offsets }) => [
      `\`${id}\``,
      offsets,
      ...TRAITS.map((trait) => (traits.get(id)?.has(trait) ? '✓' : '')),
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  const table = [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)];
  await expect(`${ABOVE}${table.join('\n')}\n${BELOW}`).toMatchFileSnapshot('../../docs/formats.md');
});

const ABOVE = `# What each format can hold

Made by a test (\`npx vitest run test/unit/format-table.test.ts -u\`): an article with names in names, names that cross, a name behind a particle, a quotation with speaker and cue, undecided marks, emoji and "\\r\\n" is written in each format, and a tick is what its reader brings back. The pages in [formats](formats) say where in the file each thing stands, how to load it and which programs were seen to.

`;

const BELOW = `
- **offsets**: what they count, ends exclusive. Code points are what Python counts, UTF-16 code units what JavaScript and Java do; \`token\`: the format has no offsets.
- **nested**, **crossing**: one entity within another, two that overlap by a part. Where the format has no overlaps, one of them is left out and told.
- **edges in words**: a name behind a particle (والميناء) keeps its edges. Where it cannot, it takes the particle in, and that is told.
- **full name**: the fullest name of the same entity; **value**: ISO date, number, amount; **silver**: what nobody has decided on is told apart; **source**: what made it; **id**: the annotation's own; **attributes**, **relations**, **note**: what the project's scheme adds, and what somebody wrote beside it.
- **text as it is**: character by character, blanks, "\\r\\n" and all; **way back**: from the text without boilerplate to the article's.
`;
