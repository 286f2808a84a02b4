import { articleOf } from '../dataset/sentences.ts';
import type { ReadDocument } from '../formats/format.ts';
import { CharacterClass, classOf } from '../text/characters.ts';

/** A project's article that documents of a dataset may be of. */
export interface KnownArticle {
  /** Its path in the project, parted by "/". */
  readonly path: string;
  readonly text: string;
}

/** Lines with fewer letters tell no article. */
const TELLING = 12;

/**
 * Tells for each document of a dataset which article it is of, null where there is none: the one of its path (a
 * sentence's "#3" taken off), else the only one of that file name, else the one that shares most of its lines, else the
 * only one that holds its longest line.
 */
export function matchArticles(
  documents: readonly ReadDocument[],
  articles: readonly KnownArticle[],
): (KnownArticle | null)[] {
  const byPath = new Map(articles.map((article) => [article.path, article]));
  const byName = unique(articles, ({ path }) => [nameOf(path)]);
  let byLine: ReadonlyMap<string, KnownArticle> | undefined;
  let wholes: readonly string[] | undefined;
  return documents.map(({ file, text }) => {
    const path = articleOf(file ?? '');
    const named = byPath.get(path) ?? (path === '' ? undefined : byName.get(nameOf(path)));
    if (named) return named;
    byLine ??= unique(articles, (article) => linesOf(article.text));
    const lines = linesOf(text);
    const likely = mostFrequent(lines.flatMap((line) => byLine?.get(line) ?? []));
    const line = longest(lines);
    if (likely || line === '') return likely;
    wholes ??= articles.map((article) => wordsAlone(article.text));
    const holders = articles.filter((_, i) => wholes?.[i]?.includes(line));
    return holders.length === 1 ? (holders[0] ?? null) : null;
  });
}

/** The file's name without folders and suffix: exports call x.txt x.ann, x.tsv, x.xmi. */
const nameOf = (path: string): string => path.replace(/^.*[/\\]/, '').replace(/\.[A-Z\d]+$/i, '');

/** The lines of a text as their letters and digits alone, since programs put marks and particles apart. */
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map(wordsAlone)
    .filter(({ length }) => length >= TELLING);

const wordsAlone = (text: string): string =>
  Array.from(text)
    .filter((character) => WORDLIKE.has(classOf(character.charCodeAt(0))))
    .join('');

const WORDLIKE: ReadonlySet<CharacterClass> = new Set([
  CharacterClass.Arabic,
  CharacterClass.Latin,
  CharacterClass.Digit,
]);

const longest = (lines: readonly string[]): string =>
  lines.reduce((a, b) => (b.length > a.length ? b : a), '');

/** Articles by a key that no other article has. */
function unique(
  articles: readonly KnownArticle[],
  keysOf: (article: KnownArticle) => readonly string[],
): Map<string, KnownArticle> {
  const found = new Map<string, KnownArticle | null>();
  for (const article of articles)
    for (const key of new Set(keysOf(article))) found.set(key, found.has(key) ? null : article);
  return new Map([...found].flatMap(([key, article]) => (article ? [[key, article]] : [])));
}

function mostFrequent<T>(items: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  let best: T | null = null;
  for (const [item, count] of counts) if (count > (best === null ? 0 : (counts.get(best) ?? 0))) best = item;
  return best;
}
