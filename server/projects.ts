/** Which project an article belongs to, and what that project's file says. */
import { labelsOf } from '../core/labels/project-labels.ts';
import type { ProjectLabel } from '../core/labels/project-labels.ts';
import { DEFAULT_PROJECT, parseProject, PROJECT_FILE } from '../core/labels/project.ts';
import type { Project } from '../core/labels/project.ts';
import { decodeUtf8 } from './files.ts';
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
}

/** A project without the folder that it is of. */
type ProjectFile = Omit<ArticleProject, 'folder' | 'file'> & { readonly file: string };

/** What holds where there is no project file. One value, so that others can see that nothing has changed. */
const NO_FILE: Omit<ArticleProject, 'folder'> = {
  file: null,
  project: DEFAULT_PROJECT,
  labels: labelsOf(DEFAULT_PROJECT),
};

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

  const fileIn = async (folder: string): Promise<ProjectFile | null> => {
    const file = within(folder, PROJECT_FILE);
    try {
      const bytes = await files.read(file);
      const content = bytes ? decodeUtf8(bytes) : '';
      const { project, problems } = parseProject(content);
      wasRead({ file, content, problems: bytes ? problems : [] });
      return bytes && { file, project, labels: labelsOf(project) };
    } catch (error) {
      warn(`${file}: ${String(error)}`);
      return null;
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
