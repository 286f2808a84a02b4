import { parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import { PROJECT_FIELDS } from './project-fields.ts';
import type { FieldPath, NewLabel } from './project-fields.ts';
import { problemAt } from './project-problem.ts';
import type { ProjectProblem } from './project-problem.ts';
import { readField } from './project-values.ts';

/** The name of the project file, in the folder that is the project. */
export const PROJECT_FILE = 'hashiya.json';

/** A project's settings, as hashiya.json has them; every field has a default, and the file itself is optional. */
export interface Project {
  /** Which files are articles: globs on paths relative to the project's folder, parted by "/". */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Who annotates here, "" where the file does not say. */
  readonly annotator: string;
  /** Everybody who annotates here; empty: anybody. */
  readonly annotators: readonly string[];
  readonly labels: {
    /** The labels of the default scheme that are used; empty: all. */
    readonly only: readonly string[];
    readonly add: readonly NewLabel[];
    /** #rrggbb by label. */
    readonly colours: Readonly<Record<string, string>>;
    /** The key that tags with the label after the tag key, one letter or digit, by label. */
    readonly keys: Readonly<Record<string, string>>;
  };
  /** What an export does where it is not told otherwise. */
  readonly export: {
    readonly format: string;
    readonly marks: boolean;
    readonly boilerplate: boolean;
  };
}

/** The project of a folder without a project file. */
export const DEFAULT_PROJECT: Project = projectOf(new Map());

/**
 * Reads hashiya.json: JSON with comments and trailing commas allowed. Never throws: a field that is wrong has its
 * default, and is told as a problem; so is a field that nobody knows.
 */
export function parseProject(content: string): {
  readonly project: Project;
  readonly problems: readonly ProjectProblem[];
} {
  const text = content.replace(/^\ufeff/, ' ');
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  const problems: ProjectProblem[] = errors.map(({ error, offset, length }) => ({
    start: offset,
    end: offset + length,
    severity: 'error',
    message: {
      en: `This is no valid JSON: ${printParseErrorCode(error)}.`,
      ar: `صيغة JSON غير صحيحة: ${printParseErrorCode(error)}.`,
    },
  }));
  const values = new Map<string, unknown>();
  if (root && root.type !== 'object')
    problems.push(
      problemAt(
        root,
        'error',
        'The project file holds one object: { … }.',
        'يحتوي ملف المشروع كائنًا واحدًا: { … }.',
      ),
    );
  else if (root) readObject(root, '', values, problems);
  return { project: projectOf(values), problems };
}

function readObject(
  object: Node,
  prefix: string,
  values: Map<string, unknown>,
  problems: ProjectProblem[],
): void {
  for (const property of object.children ?? []) {
    const [name, value] = property.children ?? [];
    if (!name || !value) continue;
    const path = prefix + String(name.value);
    const field = PROJECT_FIELDS.find((known) => known.path === path);
    if (field) {
      const read = readField(field.type, value, problems);
      if (read !== undefined) values.set(path, read);
    } else if (!PROJECT_FIELDS.some((known) => known.path.startsWith(`${path}.`)))
      problems.push(
        problemAt(name, 'warning', `There is no field "${path}".`, `لا يوجد حقل باسم "${path}".`),
      );
    else if (value.type === 'object') readObject(value, `${path}.`, values, problems);
    else problems.push(problemAt(value, 'error', `"${path}" holds an object.`, `قيمة "${path}" كائن.`));
  }
}

function projectOf(values: ReadonlyMap<string, unknown>): Project {
  // Each value was read by its field's type, and each default is of that type.
  const get = <T>(path: FieldPath): T =>
    (values.get(path) ?? PROJECT_FIELDS.find((field) => field.path === path)?.default) as T;
  return {
    include: get('include'),
    exclude: get('exclude'),
    annotator: get('annotator'),
    annotators: get('annotators'),
    labels: {
      only: get('labels.only'),
      add: get('labels.add'),
      colours: get('labels.colours'),
      keys: get('labels.keys'),
    },
    export: {
      format: get('export.format'),
      marks: get('export.marks'),
      boilerplate: get('export.boilerplate'),
    },
  };
}
