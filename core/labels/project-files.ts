import picomatch from 'picomatch/posix';

/** What is never an article, whatever the globs say: annotations, their history, imported marks, and what begins with a dot. */
const NEVER = /(?:^|\/)\.|^annotations\/|^(?:marks|history)\/.*\.jsonl$|(?:^|\/)node_modules\//;

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
  return (path) => path.length <= LONGEST_PATH && !NEVER.test(path) && included(path) && !excluded(path);
}

/**
 * A glob becomes a regular expression, whose time grows with the length of a path to the power of its wildcards, and
 * without bound where what repeats stands within what repeats. These are more than the folders of a corpus need, and
 * keep the worst path of LONGEST_PATH units below a second.
 */
const MOST_FOLDERS = 3;
const MOST_WILDCARDS = 4;
const MOST_WILDCARDS_IN_NAME = 3;
const MOST_GROUPS = 4;
const LONGEST_GLOB = 256;
/** No file system has much longer paths; none of them is an article. In UTF-16 code units. */
const LONGEST_PATH = 1024;

/** Why a text is no glob of a project, or null where it is one. */
export function globProblem(glob: string): string | null {
  if (glob.startsWith('/') || /^[a-z]:/i.test(glob) || glob.includes('\\'))
    return 'paths are relative to the project folder and parted by "/"';
  const excess = excessOf(glob);
  if (excess !== null) return excess;
  try {
    picomatch(glob, { strictBrackets: true });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What a glob has too much of to be matched in a short time, or null. */
function excessOf(glob: string): string | null {
  if (glob.length > LONGEST_GLOB) return `it is longer than ${LONGEST_GLOB} characters`;
  if (/[+*]\(|[)}][+*]|(?:^|[^@?!])\(|\([^)]*\(/.test(glob))
    return 'what repeats a group is not read here; "*" stands for any characters, {a,b} for one or the other';
  if ((glob.match(/\{|[@?!]\(/g) ?? []).length > MOST_GROUPS)
    return `more than ${MOST_GROUPS} groups such as {a,b} stand in it`;
  const parts = glob.split('/');
  const wildcards = parts.map((part) => (part === '**' ? 0 : (part.match(/\*+|\]\+|!\(/g) ?? []).length));
  if (parts.filter((part) => part === '**').length > MOST_FOLDERS)
    return `"**" stands in it more than ${MOST_FOLDERS} times`;
  if (Math.max(...wildcards) > MOST_WILDCARDS_IN_NAME)
    return `"*" stands more than ${MOST_WILDCARDS_IN_NAME} times in one name`;
  if (wildcards.reduce((sum, count) => sum + count, 0) > MOST_WILDCARDS)
    return `"*" stands in it more than ${MOST_WILDCARDS} times`;
  return null;
}
