/** Steps in several articles that were one action, and are taken back together. Which articles they are is kept on disk. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { groupPath } from '../../core/annotations/history.ts';
import { decodeArticle, decodeUtf8, encodeUtf8, mustStayIn, reasonOf } from '../files.ts';
import { sameSpelling, within } from '../uris.ts';
import type { Keeping } from './annotation-file.ts';
import { newlyKept } from './kept.ts';
import type { AnnotationPlace, Kept, KeepingTrouble } from './kept.ts';
import { reverse } from './reverse.ts';
import type { Direction } from './reverse.ts';
import { readAgain } from './saving.ts';

/** An action in several articles. */
export interface Group {
  /** A UUID. */
  readonly id: string;
  /** The kind of the action. */
  readonly action: string;
  /** Paths in the project of the articles that it is about to change. */
  readonly articles: readonly string[];
}

/** How many articles are changed at once: most of the time goes by in waiting for the disk. */
const AT_ONCE = 8;

/** Writes down which articles a group has, before the first of them is changed. Rejects where that cannot be. */
export async function beginGroup(
  { files, now }: Keeping,
  { folder, annotator }: AnnotationPlace,
  group: Group,
): Promise<void> {
  if (folder === null) return;
  const content = JSON.stringify({ ...group, at: now().toISOString(), by: annotator }, null, 2);
  const file = within(folder, groupPath(annotator, group.id));
  await mustStayIn(files, folder, file);
  await files.writeAtomically(file, encodeUtf8(`${content}\n`));
}

/** Reads an article that no editor has open, to be changed as open ones are. */
export async function keepClosed(keeping: Keeping, document: TextDocument, left?: Kept): Promise<Kept> {
  const one = newlyKept(document, left);
  await readAgain(keeping, one);
  return one;
}

/**
 * Takes back, or does again, what a group did in the other articles.
 * @param one the article in which it was done already
 * @param openOf what is kept of an article that is open
 * @returns what went wrong in one of them, null if nothing
 */
export async function reverseGroup(
  keeping: Keeping,
  one: Kept,
  group: string,
  kind: Direction,
  openOf: (uri: string) => Kept | undefined,
): Promise<KeepingTrouble | null> {
  const { place } = one;
  const folder = place?.folder;
  if (!place || !folder) return null;
  let trouble: KeepingTrouble | null = null;
  const written: string[] = [];
  const reverseAt = async (path: string): Promise<void> => {
    const uri = within(folder, path);
    const open = openOf(uri);
    const other = open ?? (await closedAt(keeping, uri));
    if (!other) return;
    const reversed = other.obstacle ?? (await reverse(keeping, other, kind, group)).trouble;
    trouble ??= reversed;
    if (!open && other.place?.file) written.push(other.place.file);
  };
  const others = (await articlesOf(keeping, place, group)).filter((path) => path !== place.source);
  for (let i = 0; i < others.length; i += AT_ONCE)
    await Promise.all(
      others.slice(i, i + AT_ONCE).map((path) =>
        reverseAt(path).catch((error: unknown) => {
          trouble ??= { code: 'unreadable', file: within(folder, path), reason: reasonOf(error) };
        }),
      ),
    );
  keeping.stored(written);
  return trouble;
}

async function closedAt(keeping: Keeping, uri: string): Promise<Kept | null> {
  const bytes = await keeping.files.read(uri);
  return (
    bytes && keepClosed(keeping, TextDocument.create(sameSpelling(uri), 'article', 0, decodeArticle(bytes)))
  );
}

/** The articles of a group; none where nothing tells any more. */
async function articlesOf(
  { files }: Keeping,
  { folder, annotator }: AnnotationPlace,
  group: string,
): Promise<readonly string[]> {
  try {
    const bytes = folder === null ? null : await files.read(within(folder, groupPath(annotator, group)));
    const value = bytes ? (JSON.parse(decodeUtf8(bytes)) as { articles?: unknown }) : {};
    return Array.isArray(value.articles)
      ? value.articles.filter((path): path is string => typeof path === 'string' && isInside(path))
      : [];
  } catch {
    // The article's own step is taken back all the same.
    return [];
  }
}

/** Whether a path leads to nowhere outside the project, whoever wrote it. */
const isInside = (path: string): boolean =>
  !path.startsWith('/') &&
  !path.includes('\\') &&
  !path.split('/').some((part) => part === '..' || part === '.');
