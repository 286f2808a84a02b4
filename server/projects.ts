/** Which project an article belongs to, and what that project's file says. */
import { labelsOf } from '../core/labels/project-labels.ts';
import type { ProjectLabel } from '../core/labels/project-labels.ts';
import { DEFAULT_PROJECT, parseProject, PROJECT_FILE } from '../core/labels/project.ts';
import type { Project } from '../core/labels/project.ts';
import type { SchemeAttribute, SchemeRelation } from '../core/labels/scheme-parts.ts';
import type { FileAccess } from './files.ts';
import { folderOf, hasFolder, pathWithin, within } from './uris.ts';

/** The project of an article. */
interface ArticleProject {
  /** URI of the folder: the nearest one with a project file, else the workspace folder, else the article's own. */
  readonly folder: string;
  /** URI of the project file, null where there is none. */
  readonly file: string | null;
  readonly project: Project;
  readonly labels: readonly ProjectLabel[];
  /** What annotations can have beside their label. */
  readonly attributes: readonly SchemeAttribute[];
  /** How annotations of an article can be tied. */
  readonly relations: readonly SchemeRelation[];
  /** What can be said of an article as a whole. */
  readonly articleAttributes: readonly SchemeAttribute[];
}

/** A project without the folder that it is of. */
type ProjectFile = Omit<ArticleProject, 'folder' | 'file'> & { readonly file: string };

/** What holds where there is no project file. One value, so that others can see that nothing has changed. */
const NO_FILE: Omit<ArticleProject, 'folder'> = { file: null, ...partsOf(DEFAULT_PROJECT) };

/** A project with the parts of its scheme, each one value as long as its file stays. */
function partsOf(project: Project): Omit<ArticleProject, 'folder' | 'file'> {
  const { attributes, relations, article } = project;
  return { project, labels: labelsOf(project), attributes, relations, articleAttributes: article.attributes };
}

export interface Projects {
  /** The project that a file belongs to. Never rejects: a project file that cannot be read counts as none. */
  readonly of: (uri: string) => Promise<ArticleProject>;
  /** The project of a folder, whose own project file counts first. */
  readonly ofFolder: (folder: string) => Promise<ArticleProject>;
  /** Project files have changed. */
  readonly forget: () => void;
}

/** A project file as it was read: its content and what is wrong with it; "" and nothing where there is none. */
export interface ReadProjectFile {
  readonly file: string;
  readonly content: string;
  readonly problems: ReturnType<typeof parseProject>['problems'];
}

/**
 * Looks projects up and remembers them.
 * @param wasRead hears of each project file that was read, and of each place where one was looked for and not found
 * @param warn hears of project files that cannot be read
 */
export function createProjects(
  files: FileAccess,
  folders: () => readonly string[],
  wasRead: (read: ReadProjectFile) => void,
  warn: (message: string) => void,
): Projects {
  const known = new Map<string, Promise<ProjectFile | null>>();
  /** The last version of each file that was whole: while it is half written or garbage, that one goes on to hold. */
  const whole = new Map<string, ProjectFile>();

  const fileIn = async (folder: string): Promise<ProjectFile | null> => {
    const file = within(folder, PROJECT_FILE);
    try {
      const bytes = await files.read(file);
      // What is not in UTF-8 is no JSON either, which is told with its place.
      const content = bytes ? new TextDecoder().decode(bytes) : '';
      const { project, problems, isWhole } = parseProject(content);
      wasRead({ file, content, problems: bytes ? problems : [] });
      if (!bytes) {
        whole.delete(file);
        return null;
      }
      if (isWhole) whole.set(file, { file, ...partsOf(project) });
      return whole.get(file) ?? { file, ...partsOf(project) };
    } catch (error) {
      warn(`${file}: ${String(error)}`);
      return whole.get(file) ?? null;
    }
  };

  const nearest = async (folder: string): Promise<ProjectFile | null> => {
    const found = known.get(folder) ?? fileIn(folder);
    known.set(folder, found);
    const here = await found;
    if (here) return here;
    const above = folderOf(folder);
    return above === folder ? null : nearest(above);
  };

  const projectAt = async (folder: string, otherwise: string): Promise<ArticleProject> => {
    const found = await nearest(folder);
    return found ? { ...found, folder: folderOf(found.file) } : { ...NO_FILE, folder: otherwise };
  };

  const workspaceFolderOf = (uri: string): string | undefined =>
    folders()
      .filter((folder) => pathWithin(folder, uri) !== null)
      .sort((a, b) => b.length - a.length)[0];

  return {
    of(uri) {
      if (!hasFolder(uri)) {
        const folder = folders()[0] ?? uri;
        return hasFolder(folder) ? projectAt(folder, folder) : Promise.resolve({ ...NO_FILE, folder });
      }
      const folder = folderOf(uri);
      return projectAt(folder, workspaceFolderOf(uri) ?? folder);
    },
    ofFolder: (folder) => projectAt(folder, folder),
    forget: () => known.clear(),
  };
}
