import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { labelsOf } from '../../core/labels/project-labels.ts';
import { parseProject } from '../../core/labels/project.ts';

const page = readFileSync(new URL('../../docs/schemes.md', import.meta.url), 'utf8');

test('the steps of docs/schemes.md make one project file, without a mistake', () => {
  const steps = [...page.matchAll(/^```json\n([\s\S]*?)^```$/gm)].map(
    ([, step = '']) => JSON.parse(step) as object,
  );
  expect(steps).toHaveLength(4);
  const { project, problems } = parseProject(JSON.stringify(Object.assign({}, ...steps)));
  expect(problems).toEqual([]);
  expect(labelsOf(project).map(({ id, key }) => `${id} ${key}`)).toEqual([
    'RULING r',
    'COURT c',
    'PARTY 1',
    'DATE d',
    'reasoning q',
  ]);
  expect(
    [project.attributes, project.relations, project.article.attributes].map((list) => list.length),
  ).toEqual([3, 1, 1]);
});
