import { articleFilter } from './project-files.ts';
import { PROJECT_FILE } from './project.ts';
import type { Project } from './project.ts';

/**
 * Tells what a file of a project's folder is to the program: an article, a file of the program's own (annotations,
 * their history, marks, the project file), or null for neither. Paths are relative to the folder and parted by "/".
 */
export function partOfProject(project: Project): (path: string) => 'article' | 'own' | null {
  const isArticle = articleFilter(project);
  return (path) => {
    if (isArticle(path)) return 'article';
    return path === PROJECT_FILE || /^(?:annotations|marks|history)\//.test(path) ? 'own' : null;
  };
}
