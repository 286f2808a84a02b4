import type { Article, ReadLine } from '../lexicon/article.ts';
import type { Mention } from './mention.ts';
import { SHORTEST_SKELETON, skeletonOf } from './spelling.ts';

/**
 * The canonical name of each mention: the fullest form under which the article names the same entity, as it stands
 * there. Mentions of one label are of one entity when their words are alike, or their spelling is; a person's shorter
 * form is of the person last named in full with it, so that two of one family stay apart.
 */
export function canonicalNames(article: Article, mentions: readonly Mention[]): string[] {
  const textOf = (mention: Mention): string =>
    (article.lines[mention.line] as ReadLine).text.slice(mention.start, mention.end);
  const parent = mentions.map((_, i) => i);
  const rootOf = (i: number): number => {
    let at = i;
    while (parent[at] !== at) at = parent[at] = parent[parent[at] as number] as number;
    return at;
  };
  const join = (a: number, b: number): void => {
    parent[rootOf(a)] = rootOf(b);
  };
  const byKey = new Map<string, number>();
  for (const [i, mention] of mentions.entries()) {
    for (const key of keysOf(mention)) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, i);
      else join(i, known);
    }
  }
  joinShortForms(mentions, join);
  joinBracketed(article, mentions, join);
  const fullest = new Map<number, Mention>();
  for (const [i, mention] of mentions.entries()) {
    const root = rootOf(i);
    const best = fullest.get(root);
    if (!best || isFuller(mention, best)) fullest.set(root, mention);
  }
  return mentions.map((_, i) => textOf(fullest.get(rootOf(i)) as Mention));
}

const isFuller = (a: Mention, b: Mention): boolean =>
  a.words.length > b.words.length || (a.words.length === b.words.length && a.confidence > b.confidence + 0.1);

/** Labels of names, which may be spelt in several ways and shortened; the others are compared as they stand. */
const SPELT = new Set(['PER', 'GPE', 'ORG', 'LOC', 'PRODUCT']);

function keysOf(mention: Mention): string[] {
  const exact = `${mention.label} ${mention.words.join(' ')}`;
  if (!SPELT.has(mention.label)) return [exact];
  const skeletons = mention.words.map(skeletonOf);
  if (skeletons.join('').length < SHORTEST_SKELETON) return [exact];
  return [exact, `${mention.label}~${skeletons.join(' ')}`];
}

/** A person named by one or two words is the one last named in full with them, or else the next one. */
function joinShortForms(mentions: readonly Mention[], join: (a: number, b: number) => void): void {
  const full = new Map<string, number>();
  const waiting = new Map<string, number[]>();
  for (const [i, mention] of mentions.entries()) {
    if (mention.label !== 'PER') continue;
    const { words } = mention;
    const key = words.map(skeletonOf).join(' ');
    const owner = full.get(key);
    if (owner !== undefined) join(i, owner);
    else (waiting.get(key) ?? waiting.set(key, []).get(key))?.push(i);
    if (words.length < 2) continue;
    for (const part of shortForms(words)) {
      for (const earlier of waiting.get(part) ?? []) if (earlier !== i) join(earlier, i);
      waiting.delete(part);
      full.set(part, i);
    }
  }
}

/** The skeletons of the shorter forms of a full name: its ends, and its beginnings. */
function shortForms(words: readonly string[]): string[] {
  const skeletons = words.map(skeletonOf);
  const forms: string[] = [];
  for (let n = 1; n < skeletons.length; n++) {
    forms.push(skeletons.slice(n).join(' '));
    forms.push(skeletons.slice(0, n).join(' '));
  }
  return forms;
}

/** "حلف شمال الأطلسي (الناتو)": what stands in brackets right behind a name of its label is the same. */
function joinBracketed(
  article: Article,
  mentions: readonly Mention[],
  join: (a: number, b: number) => void,
): void {
  for (let i = 1; i < mentions.length; i++) {
    const name = mentions[i - 1] as Mention;
    const short = mentions[i] as Mention;
    if (name.line !== short.line || name.label !== short.label) continue;
    const { text } = article.lines[name.line] as ReadLine;
    if (/^\s?["”»]?\s?[("«“]{1,2}$/.test(text.slice(name.end, short.start)) && text[short.start - 1] !== ' ')
      join(i, i - 1);
  }
}
