import { describe, expect, test } from 'vitest';
import { familyLookup, labelsOf } from './project-labels.ts';
import { DEFAULT_PROJECT, parseProject } from './project.ts';
import { TAG_LABELS } from './scheme.ts';
import { inThemes } from './theme-colours.ts';

/** The labels of a project file, each "id:key". */
const read = (labels: string) => {
  const { project, problems } = parseProject(`{ "labels": ${labels} }`);
  expect(problems).toEqual([]);
  return labelsOf(project);
};
const shown = (labels: string) => read(labels).map(({ id, key }) => `${id}:${key}`);

describe('labelsOf', () => {
  test('the default project has the default scheme', () => {
    expect(labelsOf(DEFAULT_PROJECT)).toEqual(TAG_LABELS);
  });

  const cases: readonly [labels: string, expected: readonly string[]][] = [
    ['{ "only": ["PER", "direct"] }', ['PER:p', 'direct:s']],
    [
      '{ "only": ["PER", "ORG", "direct"], "add": [{ "id": "طائفة" }], "keys": { "طائفة": "p" } }',
      ['PER:', 'ORG:o', 'طائفة:p', 'direct:s'],
    ],
    ['{ "only": ["PER"], "add": [{ "id": "طائفة", "key": "p" }] }', ['PER:', 'طائفة:p']],
    ['{ "only": ["PER"], "add": [{ "id": "A", "key": "a" }], "keys": { "A": "b" } }', ['PER:p', 'A:b']],
    [
      '{ "only": ["PER"], "keys": { "PER": "1" }, "add": [{ "id": "A" }, { "id": "B" }] }',
      ['PER:1', 'A:2', 'B:3'],
    ],
    [
      '{ "default": false, "add": [{ "id": "A" }, { "id": "B", "key": "1" }, { "id": "C" }] }',
      ['A:2', 'B:1', 'C:3'],
    ],
    // Of its own, and yet what the engine suggests as PER.
    ['{ "default": false, "add": [{ "id": "PER", "title": "لاعب" }] }', ['PER:1']],
    [
      '{ "default": false, "add": [{ "id": "A" }, { "id": "سطر", "family": "boilerplate" }, { "id": "B" }] }',
      ['A:1', 'B:3', 'سطر:2'],
    ],
  ];
  test.each(cases)('%s → %j', (labels, expected) => expect(shown(labels)).toEqual(expected));

  test('more labels than digits: the last have no key', () => {
    const ids = Array.from({ length: 11 }, (_, index) => `{ "id": "L${index}" }`);
    expect(shown(`{ "default": false, "add": [${ids.join()}] }`).slice(8)).toEqual(['L8:9', 'L9:0', 'L10:']);
  });

  test('a colour of the project counts in every theme, that of "colours" first', () => {
    const [per, a, b] = read(`{
      "only": ["PER"],
      "add": [{ "id": "A", "colour": "#7b3fa0" }, { "id": "B", "colour": "#7b3fa0" }],
      "colours": { "PER": "#112233", "B": "#00ff00" }
    }`);
    expect([per?.colour, a?.colour, b?.colour]).toEqual(
      ['#112233', '#7b3fa0', '#00ff00'].map((hex) => inThemes(hex)),
    );
  });
});

describe('familyLookup', () => {
  test('knows the labels that the project has, and no others', () => {
    const { project } = parseProject(
      '{ "labels": { "only": ["PER", "direct"], "add": [{ "id": "طائفة" }] } }',
    );
    const familyOf = familyLookup(project);
    expect(['طائفة', 'direct', 'GPE'].map(familyOf)).toEqual(['entity', 'quotation', null]);
  });
});
