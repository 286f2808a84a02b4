import { createScanner, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import { settleProject } from './project-consistency.ts';
import type { NewLabel } from './project-entries.ts';
import { PROJECT_FIELDS } from './project-fields.ts';
import type { FieldPath } from './project-fields.ts';
import { problemAt } from './project-problem.ts';
import type { ProjectProblem } from './project-problem.ts';
import { readField } from './project-values.ts';
import type { SchemeAttribute, SchemeRelation } from './scheme-parts.ts';

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
    /** Whether the labels of the default scheme are there; else only the project's own. */
    readonly default: boolean;
    /** The labels of the default scheme that are used; empty: all. */
    readonly only: readonly string[];
    readonly add: readonly NewLabel[];
    /** #rrggbb by label. */
    readonly colours: Readonly<Record<string, string>>;
    /** The key that tags with the label after the tag key, one letter or digit, by label. */
    readonly keys: Readonly<Record<string, string>>;
    /** Whether entities may overlap and nest. */
    readonly overlap: boolean;
  };
  /** What annotations can have beside their label. */
  readonly attributes: readonly SchemeAttribute[];
  /** How annotations of an article can be tied. */
  readonly relations: readonly SchemeRelation[];
  readonly article: {
    /** What can be said of an article as a whole. */
    readonly attributes: readonly SchemeAttribute[];
  };
  /** What an export does where it is not told otherwise. */
  readonly export: {
    readonly format: string;
    readonly marks: boolean;
    readonly boilerplate: boolean;
    readonly sentences: boolean;
    /** Whose annotations, the first coming first; empty: to be asked. */
    readonly annotators: readonly string[];
    /** Of families, labels and status: empty is all. */
    readonly families: readonly string[];
    readonly labels: readonly string[];
    readonly status: readonly string[];
    /** Shares such as "80/10/10"; "" for no split, unless dates or folders say how. */
    readonly split: string;
    readonly splitBy: string;
    /** Days to cut at, YYYY-MM-DD. */
    readonly splitDates: readonly string[];
    /** Globs of the articles of each split. */
    readonly splitFolders: Readonly<Record<'train' | 'validation' | 'test', readonly string[]>>;
    readonly seed: string;
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
  /** Whether all of it could be read as JSON, be it that fields are wrong: else what it says is not known. */
  readonly isWhole: boolean;
} {
  const text = content.replace(/^\ufeff/, ' ');
  const errors: ParseError[] = [];
  const tooDeep = startOfTooDeep(text);
  const root = tooDeep === null ? parseTree(text, errors, { allowTrailingComma: true }) : undefined;
  const problems: ProjectProblem[] = errors.map(({ error, offset, length }) => ({
    start: offset,
    end: offset + length,
    severity: 'error',
    message: {
      en: `This is no valid JSON: ${printParseErrorCode(error)}.`,
      ar: `صيغة JSON غير صحيحة: ${printParseErrorCode(error)}.`,
    },
  }));
  if (tooDeep !== null)
    problems.push({
      start: tooDeep,
      end: tooDeep + 1,
      severity: 'error',
      message: {
        en: `Brackets are nested more than ${MOST_LEVELS} levels deep.`,
        ar: `الأقواس متداخلة إلى أكثر من ${MOST_LEVELS} مستوى.`,
      },
    });
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
  const read = projectOf(values);
  const project = root?.type === 'object' ? settleProject(read, root, problems) : read;
  return {
    project,
    problems: problems.sort((a, b) => a.start - b.start),
    isWhole: errors.length === 0 && root?.type === 'object',
  };
}

/** How deep the file may be nested: the parser goes down by recursion. What means something nests a few levels. */
const MOST_LEVELS = 100;

/** Where the first bracket stands that is nested too deeply, or null. */
function startOfTooDeep(text: string): number | null {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const at = scanner.getTokenOffset();
    // A bracket within a string or a comment begins no token.
    const character = text.charAt(at);
    if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') depth--;
    if (depth > MOST_LEVELS) return at;
  }
  return null;
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
    else
      problems.push(
        problemAt(
          value,
          'error',
          `"${path}" has to be an object: { … }.`,
          `يجب أن تكون قيمة "${path}" كائنًا: { … }.`,
        ),
      );
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
      default: get('labels.default'),
      only: get('labels.only'),
      add: get('labels.add'),
      colours: get('labels.colours'),
      keys: get('labels.keys'),
      overlap: get('labels.overlap'),
    },
    attributes: get('attributes'),
    relations: get('relations'),
    article: { attributes: get('article.attributes') },
    export: {
      format: get('export.format'),
      marks: get('export.marks'),
      boilerplate: get('export.boilerplate'),
      sentences: get('export.sentences'),
      annotators: get('export.annotators'),
      families: get('export.families'),
      labels: get('export.labels'),
      status: get('export.status'),
      split: get('export.split'),
      splitBy: get('export.splitBy'),
      splitDates: get('export.splitDates'),
      splitFolders: {
        train: get('export.splitFolders.train'),
        validation: get('export.splitFolders.validation'),
        test: get('export.splitFolders.test'),
      },
      seed: get('export.seed'),
    },
  };
}
