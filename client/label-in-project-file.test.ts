import { describe, expect, it } from 'vitest';
import { parseProject } from '../core/labels/project.ts';
import { isLabelId, withLabelReplaced, withNewLabel } from './label-in-project-file.ts';

const FILE = `// مشروعنا
{
  "labels": {
    // من أسماء السفن
    "add": [
      { "id": "SHIP", "family": "entity", "title": "سفينة", "key": "y" },
      { "id": "PORT", "family": "entity" },
    ],
    "colours": { "SHIP": "#204080" }
  },
  "attributes": [{ "name": "flag", "type": "text", "labels": ["SHIP"] }],
  "relations": [{ "name": "lies-in", "from": ["SHIP"], "to": ["PORT"] }]
}
`;

describe('a label renamed in hashiya.json', () => {
  const both = withNewLabel(FILE, 'SHIP', 'VESSEL', 'entity');

  it('has both names first, so that annotations can go from one to the other', () => {
    const { project, problems } = parseProject(both);
    expect(problems).toEqual([]);
    expect(project.labels.add.map(({ id }) => id)).toEqual(['SHIP', 'PORT', 'VESSEL']);
  });

  it('then has the new name in every place of the old one, comments kept', () => {
    const text = withLabelReplaced(both, 'SHIP', 'VESSEL');
    const { project, problems } = parseProject(text);
    expect(problems).toEqual([]);
    expect(text).not.toContain('SHIP');
    expect(text).toContain('// من أسماء السفن');
    expect(project.labels.add.map(({ id }) => id)).toEqual(['PORT', 'VESSEL']);
    expect(project.labels.add[1]?.key).toBe('y');
    expect(project.labels.colours['VESSEL']).toBe('#204080');
    expect(project.attributes[0]?.labels).toEqual(['VESSEL']);
    expect(project.relations[0]?.from).toEqual(['VESSEL']);
  });

  it('takes the place of a label of the default scheme among those that are used', () => {
    const text = withLabelReplaced(
      withNewLabel('{ "labels": { "only": ["FAC", "GPE"] } }', 'FAC', 'PORT', 'entity'),
      'FAC',
      'PORT',
    );
    const { project, problems } = parseProject(text);
    expect(problems).toEqual([]);
    expect(project.labels.add.map(({ id, family }) => `${family}/${id}`)).toEqual(['entity/PORT']);
    expect(project.labels.only).not.toContain('FAC');
  });

  it('works in an empty file', () => {
    expect(parseProject(withNewLabel('{}', 'FAC', 'PORT', 'entity')).project.labels.add[0]?.id).toBe('PORT');
  });
});

it.each<[id: string, expected: boolean]>([
  ['SHIP', true],
  ['سفينة-شراعية', true],
  ['7.a_b', true],
  ['two words', false],
  ['-x', false],
  ['', false],
  ['a'.repeat(65), false],
])('%s can be a label: %s', (id, expected) => {
  expect(isLabelId(id)).toBe(expected);
});
