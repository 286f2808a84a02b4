import type { DatasetLock, HashedFile, LockedArticle } from './lock.ts';

/** What is otherwise than when a dataset was locked. Values are as the lock has them, null for none. */
export type LockChange =
  | { readonly what: 'tool' | 'engine' | 'labels'; readonly before: string; readonly now: string }
  | { readonly what: 'article-gone' | 'text'; readonly file: string }
  | {
      readonly what: 'annotations' | 'marks';
      readonly file: string;
      readonly before: HashedFile | null;
      readonly now: HashedFile | null;
    }
  | {
      readonly what: 'split' | 'left-out';
      readonly file: string;
      readonly before: string | null;
      readonly now: string | null;
    }
  | {
      readonly what: 'output';
      readonly path: string;
      readonly before: string | null;
      readonly now: string | null;
    };

/**
 * What changed between a lock and what is made now of the same options: first what it is made by, then article by article,
 * then what comes out. Empty: the same bytes come of the same things.
 */
export function compareLocks(before: DatasetLock, now: DatasetLock): LockChange[] {
  const articles = new Map(now.articles.map((article) => [article.file, article]));
  return [
    ...(['tool', 'engine', 'labels'] as const).flatMap((what) =>
      before[what] === now[what] ? [] : [{ what, before: before[what], now: now[what] }],
    ),
    ...before.articles.flatMap((article) => compareArticles(article, articles.get(article.file))),
    ...compareFiles(before.files, now.files),
  ];
}

function compareArticles(before: LockedArticle, now: LockedArticle | undefined): LockChange[] {
  const { file } = before;
  if (!now) return [{ what: 'article-gone', file }];
  const changes: LockChange[] = [];
  if (before.sha256 !== now.sha256) changes.push({ what: 'text', file });
  for (const what of ['annotations', 'marks'] as const)
    if (before[what]?.path !== now[what]?.path || before[what]?.sha256 !== now[what]?.sha256)
      changes.push({ what, file, before: before[what], now: now[what] });
  if (before.leftOut !== now.leftOut)
    changes.push({ what: 'left-out', file, before: before.leftOut, now: now.leftOut });
  if (before.split !== now.split) changes.push({ what: 'split', file, before: before.split, now: now.split });
  return changes;
}

function compareFiles(before: readonly HashedFile[], now: readonly HashedFile[]): LockChange[] {
  const [was, is] = [before, now].map((files) => new Map(files.map((file) => [file.path, file.sha256])));
  return [...new Set([...before, ...now].map(({ path }) => path))].sort().flatMap((path) => {
    const [old, current] = [was?.get(path) ?? null, is?.get(path) ?? null];
    return old === current ? [] : [{ what: 'output' as const, path, before: old, now: current }];
  });
}

/** Whether the dataset itself is another: else it was made again byte for byte, whatever changed around it. */
export const isAnotherDataset = (changes: readonly LockChange[]): boolean =>
  changes.some(({ what }) => what === 'output');
