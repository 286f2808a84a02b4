import picomatch from 'picomatch/posix';

/** Folders that never hold articles, whatever the globs say: the annotations, and what begins with a dot. */
const NEVER = /(?:^|\/)\.|^annotations\/|(?:^|\/)node_modules\//;

/**
 * A test whether a file of the project is an article: some glob of `include` and none of `exclude` matches its path,
 * which is relative to the project's folder and parted by "/".
 */
export function articleFilter(project: {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}): (path: string) => boolean {
  const included = picomatch([...project.include]);
  const excluded = project.exclude.length > 0 ? picomatch([...project.exclude]) : () => false;
  return (path) => !NEVER.test(path) && included(path) && !excluded(path);
}

/** Why a text is no glob, or null where it is one. */
export function globProblem(glob: string): string | null {
  if (glob.startsWith('/') || /^[a-z]:/i.test(glob) || glob.includes('\\'))
    return 'paths are relative to the project folder and parted by "/"';
  try {
    picomatch(glob, { strictBrackets: true });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
