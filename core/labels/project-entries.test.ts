import { describe, expect, test } from 'vitest';
import { parseProject } from './project.ts';
import type { Project } from './project.ts';

describe('a label of the project’s own', () => {
  const read = (entry: string) => parseProject(`{ "labels": { "add": [${entry}] } }`);

  const cases: readonly [entry: string, expected: Partial<Project['labels']['add'][number]>][] = [
    [
      '{ "id": "COURT" }',
      {
        id: 'COURT',
        family: 'entity',
        title: { en: 'COURT', ar: 'COURT' },
        description: { en: '', ar: '' },
        colour: '',
        key: '',
      },
    ],
    ['{ "id": "محكمة", "title": "محكمة" }', { title: { en: 'محكمة', ar: 'محكمة' } }],
    ['{ "id": "COURT", "title": { "en": "Court", "ar": "محكمة" } }', { title: { en: 'Court', ar: 'محكمة' } }],
    ['{ "id": "COURT", "title": { "ar": "محكمة" } }', { title: { en: 'محكمة', ar: 'محكمة' } }],
    ['{ "id": "footer", "family": "boilerplate" }', { family: 'boilerplate' }],
    ['{ "id": "COURT", "colour": "#7B3fa0", "key": "c" }', { colour: '#7B3fa0', key: 'c' }],
  ];
  test.each(cases)('%s is read', (entry, expected) => {
    const { project, problems } = read(entry);
    expect(problems).toEqual([]);
    expect(project.labels.add).toEqual([expect.objectContaining(expected)]);
  });
});

describe('attributes and relations', () => {
  test('are read with what they are for', () => {
    const { project, problems } = parseProject(`{
      "labels": { "default": false, "overlap": true, "add": [{ "id": "RULING" }, { "id": "COURT" }] },
      "attributes": [
        { "name": "النتيجة", "type": "choice", "values": ["تأييد", "نقض"], "labels": ["RULING"], "required": true },
        { "name": "wikidata", "type": "link", "url": "https://www.wikidata.org/wiki/{id}", "labels": ["entity"] },
        { "name": "reading", "type": "text", "title": { "en": "As it is read" } },
      ],
      "relations": [{ "name": "decided-by", "title": "صادر عن", "from": ["RULING"], "to": ["COURT"] }],
      "article": { "attributes": [{ "name": "topic", "type": "choice", "values": ["مدني", "جنائي"] }] },
    }`);
    expect(problems).toEqual([]);
    expect(project.labels).toMatchObject({ default: false, overlap: true });
    const nothing = { en: '', ar: '' };
    const plain = { description: nothing, values: [], labels: [], required: false, url: '' };
    expect(project.attributes).toEqual([
      {
        ...plain,
        name: 'النتيجة',
        type: 'choice',
        title: { en: 'النتيجة', ar: 'النتيجة' },
        values: ['تأييد', 'نقض'],
        labels: ['RULING'],
        required: true,
      },
      {
        ...plain,
        name: 'wikidata',
        type: 'link',
        title: { en: 'wikidata', ar: 'wikidata' },
        url: 'https://www.wikidata.org/wiki/{id}',
        labels: ['entity'],
      },
      { ...plain, name: 'reading', type: 'text', title: { en: 'As it is read', ar: 'As it is read' } },
    ]);
    expect(project.relations).toEqual([
      {
        name: 'decided-by',
        title: { en: 'صادر عن', ar: 'صادر عن' },
        description: nothing,
        from: ['RULING'],
        to: ['COURT'],
      },
    ]);
    expect(project.article.attributes).toEqual([
      {
        ...plain,
        name: 'topic',
        type: 'choice',
        title: { en: 'topic', ar: 'topic' },
        values: ['مدني', 'جنائي'],
      },
    ]);
  });
});

/** In each content the place of the problem stands between ⟦ and ⟧; `kept` is how many entries still count. */
const wrong: readonly [content: string, message: RegExp, kept: number][] = [
  ['{ "labels": { "add": [⟦"COURT"⟧] } }', /an object/, 0],
  ['{ "labels": { "add": [⟦{ "title": "Court" }⟧] } }', /needs "id"/, 0],
  ['{ "labels": { "add": [{ "id": ⟦" "⟧ }] } }', /begins with a letter/, 0],
  ['{ "labels": { "add": [{ "id": ⟦"the court"⟧ }] } }', /begins with a letter/, 0],
  ['{ "labels": { "add": [{ "id": ⟦"constructor"⟧ }] } }', /choose another/, 0],
  [`{ "labels": { "add": [{ "id": ⟦"${'x'.repeat(65)}"⟧ }] } }`, /64 characters/, 0],
  ['{ "labels": { "add": [{ "id": ⟦"entity"⟧ }] } }', /name of a family/, 0],
  ['{ "labels": { "add": [{ "id": ⟦"PER"⟧ }] } }', /already/, 0],
  ['{ "labels": { "add": [{ "id": "A" }, { "id": ⟦"A"⟧ }] } }', /twice/, 1],
  ['{ "labels": { "add": [{ "id": "A", "family": ⟦"thing"⟧ }] } }', /one of: entity/, 1],
  ['{ "labels": { "add": [{ "id": "A", ⟦"color"⟧: "#123456" }] } }', /no field "color"/, 1],
  ['{ "labels": { "add": [{ "id": "A", "colour": ⟦"red"⟧ }] } }', /#rrggbb/, 1],
  ['{ "labels": { "add": [{ "id": "A", "key": ⟦"Ctrl+A"⟧ }] } }', /one small letter/, 1],
  ['{ "labels": { "add": [{ "id": "A", "key": "y" }, { "id": "B", "key": ⟦"y"⟧ }] } }', /that of "A"/, 2],
  ['{ "labels": { "add": [{ "id": "A", "key": ⟦"y"⟧ }], "keys": { "PER": "y" } } }', /that of "PER"/, 1],
  ['{ "labels": { "add": [{ "id": "A", "title": ⟦1⟧ }] } }', /for each language/, 1],
  ['{ "labels": { "add": [{ "id": "A", "title": { "en": "A", ⟦"fr"⟧: "A" } }] } }', /for each language/, 1],
  ['{ "labels": { "default": ⟦false⟧ } }', /labels of its own/, 0],
  ['{ "labels": { "default": false, "only": ⟦["PER"]⟧, "add": [{ "id": "A" }] } }', /counts for nothing/, 1],
  ['{ "labels": { "keys": { ⟦"COURT"⟧: "c" } } }', /no label "COURT"/, 0],
  [
    '{ "labels": { "default": false, "add": [{ "id": "A" }], "colours": { ⟦"PER"⟧: "#112233" } } }',
    /no label "PER"/,
    1,
  ],
  ['{ "attributes": ⟦{}⟧ }', /takes a list/, 0],
  ['{ "attributes": [⟦{ "name": "a" }⟧] }', /needs "type"/, 0],
  ['{ "attributes": [{ "name": "a", "type": ⟦"number"⟧ }] }', /choice, text, link/, 0],
  ['{ "attributes": [{ "name": "a", "type": ⟦"choice"⟧ }] }', /needs "values"/, 0],
  ['{ "attributes": [{ "name": "a", "type": "choice", "values": ⟦[]⟧ }] }', /needs "values"/, 0],
  ['{ "attributes": [{ "name": "a", "type": "choice", "values": ⟦"x"⟧ }] }', /takes a list/, 0],
  ['{ "attributes": [{ "name": "a", "type": "choice", "values": [⟦1⟧] }] }', /in quotation marks/, 0],
  ['{ "attributes": [{ "name": "a", "type": "choice", "values": ["x", ⟦"x"⟧] }] }', /twice/, 1],
  ['{ "attributes": [{ "name": "a", "type": "choice", "values": ["x", ⟦" y"⟧] }] }', /without blanks/, 1],
  ['{ "attributes": [{ "name": "a", "type": "text", "values": ⟦["x"]⟧ }] }', /Only a choice/, 1],
  ['{ "attributes": [{ "name": "a", "type": "link", "url": ⟦"https://x.org/"⟧ }] }', /\{id\}/, 1],
  ['{ "attributes": [{ "name": "a", "type": "link", "url": ⟦"file:///{id}"⟧ }] }', /\{id\}/, 1],
  ['{ "attributes": [{ "name": "a", "type": "text", "url": ⟦"https://x.org/{id}"⟧ }] }', /Only a link/, 1],
  ['{ "attributes": [{ "name": "a", "type": "text", "required": ⟦"yes"⟧ }] }', /true or false/, 1],
  ['{ "attributes": [{ "name": "a", "type": "text", "labels": [⟦"COURT"⟧] }] }', /no label "COURT"/, 1],
  ['{ "attributes": [{ "name": "a", "type": "text" }, { "name": ⟦"a"⟧, "type": "text" }] }', /twice/, 1],
  [
    '{ "article": { "attributes": [{ "name": "a", "type": "text", ⟦"labels"⟧: ["PER"] }] } }',
    /no field "labels"/,
    1,
  ],
  ['{ "relations": [{ "name": ⟦"Speaker"⟧ }] }', /already/, 0],
  ['{ "relations": [{ "name": "a", "from": ["PER", ⟦"COURT"⟧] }] }', /no label "COURT"/, 1],
  ['{ "relations": [{ "name": "a", "to": ⟦"PER"⟧ }] }', /takes a list/, 1],
];

describe('what is wrong is told at its place', () => {
  test.each(wrong)('%s', (marked, message, kept) => {
    const content = marked.replaceAll(/[⟦⟧]/g, '');
    const { project, problems } = parseProject(content);
    expect(problems.map(({ start, end }) => content.slice(start, end))).toEqual([
      marked.slice(marked.indexOf('⟦') + 1, marked.indexOf('⟧')),
    ]);
    expect(problems[0]?.message.en).toMatch(message);
    expect(problems[0]?.message.ar).toMatch(/[\u0621-\u064a]/);
    const { labels, attributes, relations, article } = project;
    expect([...labels.add, ...attributes, ...relations, ...article.attributes]).toHaveLength(kept);
  });
});
