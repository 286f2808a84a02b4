import { describe, expect, it } from 'vitest';
import { DEFAULT_PROJECT, parseProject } from '../core/labels/project.ts';
import { PROJECT_FIELDS } from '../core/labels/project-fields.ts';
import { projectTemplate } from './project-template.ts';

describe('a new project file', () => {
  const schema = {
    properties: {
      include: { description: 'Which files are articles.\nGlobs.' },
      labels: { description: 'The labels.', properties: { only: { description: 'Those that are used.' } } },
    },
  };
  const text = projectTemplate(schema, 'Hashiya’s project file.');

  it('has every field, and says what holds without it', () => {
    expect(parseProject(text)).toEqual({ project: DEFAULT_PROJECT, problems: [], isWhole: true });
    for (const { path } of PROJECT_FIELDS.filter((field) => field.path !== '$schema'))
      expect(text).toContain(`"${path.split('.').at(-1)}":`);
  });

  it('gives the examples of the schema', () => {
    const markdownDescription = 'More labels.\n\n```json\n{ "id": "COURT" }\n```';
    const labels = { properties: { add: { description: 'More labels.', markdownDescription } } };
    expect(projectTemplate({ properties: { labels } }, '')).toContain(
      '    // More labels.\n    //   { "id": "COURT" }\n    "add": []',
    );
  });

  it('explains the fields as the schema does', () => {
    expect(text).toMatch(
      /^\/\/ Hashiya’s project file\.\n\{\n {2}\/\/ Which files are articles\.\n {2}\/\/ Globs\.\n {2}"include"/,
    );
    expect(text).toContain('    // Those that are used.\n    "only": []');
  });
});
