import { stat } from 'node:fs/promises';
import path from 'node:path';
import { annotatorOf, folderName, marksPath, parseStore } from '../core/annotations/store.ts';
import type { Annotation } from '../core/annotations/annotation.ts';
import type { StoredAnnotations } from '../core/annotations/store.ts';
import { articleFilter } from '../core/labels/project-files.ts';
import type { ProjectProblem } from '../core/labels/project-problem.ts';
import { DEFAULT_PROJECT, parseProject, PROJECT_FILE } from '../core/labels/project.ts';
import type { Project } from '../core/labels/project.ts';
import { complain, EXIT, failWith } from './commands/command.ts';
import { fileErrorText, listFiles, readArticleFile, UsageError } from './files.ts';

/** A project as it lies on disk. Paths are relative to its folder and parted by "/". */
export interface ProjectFolder {
  readonly folder: string;
  readonly project: Project;
  /** The project file's content, null where there is none. */
  readonly content: string | null;
  readonly problems: readonly ProjectProblem[];
  readonly articles: readonly string[];
  /** Annotation files: whose, of which article, where. */
  readonly stores: readonly { readonly annotator: string; readonly article: string; readonly path: string }[];
}

/**
 * Reads a project's folder: its project file if it has one, and what lies in it.
 * @throws UsageError if there is no such folder, or the project file cannot be read.
 */
export async function readProjectFolder(folder: string): Promise<ProjectFolder> {
  try {
    if (!(await stat(folder)).isDirectory()) throw new UsageError(`${folder}: this is no folder`);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${folder}: ${fileErrorText(error).replace('file', 'folder')}`);
  }
  const files = await listFiles(folder);
  const content = files.includes(PROJECT_FILE) ? await readProjectFile(folder) : null;
  const { project, problems } =
    content === null ? { project: DEFAULT_PROJECT, problems: [] } : parseProject(content);
  const isArticle = articleFilter(project);
  return {
    folder,
    project,
    content,
    problems,
    articles: files.filter((file) => isArticle(file)),
    stores: files.flatMap((file) => {
      const [, name = '', article = ''] = /^annotations\/([^/]+)\/(.+)\.jsonl$/.exec(file) ?? [];
      return article === '' ? [] : [{ annotator: annotatorOf(name), article, path: file }];
    }),
  };
}

/** What is said where no file is an article. */
export const NO_ARTICLES = 'there are no articles here; "include" in hashiya.json says which files are';

/** The same; that there are no articles is told, and the program ends with status 1: most likely it is the wrong folder. */
export async function readProject(folder: string): Promise<ProjectFolder> {
  const project = await readProjectFolder(folder);
  if (project.articles.length === 0) {
    complain(folder, NO_ARTICLES);
    failWith(EXIT.found);
  }
  return project;
}

async function readProjectFile(folder: string): Promise<string> {
  const file = path.join(folder, PROJECT_FILE);
  const read = await readArticleFile(file, undefined);
  if ('error' in read) throw new UsageError(`${file}: ${read.error}`);
  return read.text;
}

/** Reads an annotation file for the text that its article has now. Never rejects: what went wrong is said in words. */
export async function readStore(
  folder: string,
  store: string,
  text: string,
): Promise<StoredAnnotations | { readonly error: string }> {
  const read = await readArticleFile(path.join(folder, store), undefined);
  return 'error' in read ? read : parseStore(read.text, text);
}

/** The imported marks of an article; none where nothing was imported, or it cannot be read (`hashiya check` tells). */
export async function readMarks(
  folder: string,
  article: string,
  text: string,
): Promise<readonly Annotation[]> {
  const stored = await readStore(folder, marksPath(article), text);
  return 'error' in stored ? [] : stored.annotations;
}

/**
 * Whose annotations count: the one asked for, else the only one there is, else the project's own annotator.
 * @returns null where nobody has annotated yet
 * @throws UsageError if that leaves a choice, or the one asked for has no annotations.
 */
export function chooseAnnotator(
  { project, stores }: ProjectFolder,
  asked: string | undefined,
): string | null {
  const annotators = [...new Set(stores.map(({ annotator }) => annotator))].sort();
  const known = annotators.join(', ') || 'nobody';
  if (asked !== undefined) {
    if (annotators.includes(asked)) return asked;
    throw new UsageError(
      `annotations/${folderName(asked)}: there are no annotations by "${asked}"; there are some by ${known}`,
    );
  }
  if (annotators.length <= 1) return annotators[0] ?? null;
  if (annotators.includes(project.annotator)) return project.annotator;
  throw new UsageError(`several people annotated here (${known}): choose one with --annotator`);
}
