import type { EntityLabel } from '../labels/entity-labels.ts';
import type { Article, ReadLine } from '../lexicon/article.ts';
import type { Mention } from './mention.ts';
import { SHORTEST_SKELETON, skeletonOf } from './spelling.ts';

/**
 * The canonical name of each mention: the fullest form under which the article names the same entity, as it stands
 * there, but for the alef of the article, which ل in front swallows ("للأمم المتحدة" → "الأمم المتحدة"). Mentions of
 * one label are of one entity when their words are alike, or their spelling is; a person's shorter form is of the person
 * last named in full with it, so that two of one family stay apart.
 */
export function canonicalNames(article: Article, mentions: readonly Mention[]): string[] {
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
      else if (isAsLong(mention, mentions[known] as Mention)) join(i, known);
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
  return mentions.map((_, i) => nameOf(article, fullest.get(rootOf(i)) as Mention));
}

/** The mention's text, with the alef that ل in front swallowed. */
function nameOf(article: Article, mention: Mention): string {
  const { text } = article.lines[mention.line] as ReadLine;
  const name = text.slice(mention.start, mention.end);
  const swallowed =
    name.startsWith('ل') && text[mention.start - 1] === 'ل' && mention.words[0]?.startsWith('ال') === true;
  return swallowed ? `ا${name}` : name;
}

const isFuller = (a: Mention, b: Mention): boolean =>
  a.words.length > b.words.length || (a.words.length === b.words.length && a.confidence > b.confidence + 0.1);

/** Labels of names, which may be spelt in several ways and shortened; the others are compared as they stand. */
const SPELT = new Set(['PER', 'GPE', 'ORG', 'LOC', 'PRODUCT']);

function keysOf(mention: Mention): string[] {
  const exact = `${mention.label} ${mention.words.join(' ')}`;
  if (!SPELT.has(mention.label)) return [exact];
  const skeletons = mention.label === 'PER' ? personSkeletons(mention.words) : mention.words.map(skeletonOf);
  if (skeletons.join('').length < SHORTEST_SKELETON) return [exact];
  return [exact, `${mention.label}~${skeletons.join(' ')}`];
}

/** Two spellings of one name are about as long: "ألمانيا" is no "اليمن", though they have one skeleton. */
const isAsLong = (a: Mention, b: Mention): boolean =>
  a.label === 'PER' || Math.abs(a.words.join(' ').length - b.words.join(' ').length) <= a.words.length;

/**
 * The skeletons of a person's names, one a name however it is written: "عبد المنعم" as "عبدالمنعم", "خير الله" as
 * "خيرالله"; a family name is one with the article and without it.
 */
function personSkeletons(words: readonly string[]): string[] {
  const skeletons: string[] = [];
  for (const [i, word] of words.entries()) {
    const joined = i > 0 && (words[i - 1] === 'عبد' || word === 'الله' || word === 'الدين');
    if (joined) skeletons.push(skeletonOf((skeletons.pop() ?? '') + word));
    else skeletons.push(skeletonOf(/^ال.{3}/.test(word) ? word.slice(2) : word));
  }
  return skeletons;
}

/** A person named by one or two words is the one last named in full with them, or else the next one. */
function joinShortForms(mentions: readonly Mention[], join: (a: number, b: number) => void): void {
  const full = new Map<string, number>();
  const waiting = new Map<string, number[]>();
  for (const [i, mention] of mentions.entries()) {
    if (mention.label !== 'PER') continue;
    const skeletons = personSkeletons(mention.words);
    const key = skeletons.join(' ');
    const owner = full.get(key);
    if (owner !== undefined) join(i, owner);
    else (waiting.get(key) ?? waiting.set(key, []).get(key))?.push(i);
    for (const part of shortForms(skeletons)) {
      for (const earlier of waiting.get(part) ?? []) if (earlier !== i) join(earlier, i);
      waiting.delete(part);
      full.set(part, i);
    }
  }
}

/** The skeletons of the shorter forms of a full name: its ends, and its beginnings. */
function shortForms(skeletons: readonly string[]): string[] {
  const forms: string[] = [];
  for (let n = 1; n < skeletons.length; n++) {
    forms.push(skeletons.slice(n).join(' '));
    forms.push(skeletons.slice(0, n).join(' '));
  }
  return forms;
}

/** Labels whose names have another name in brackets behind them; behind a town stands its country. */
const GLOSSED: ReadonlySet<EntityLabel> = new Set(['PER', 'ORG', 'LOC', 'FAC', 'PRODUCT', 'EVENT', 'LAW']);

/** "حلف شمال الأطلسي (الناتو)": what stands in brackets right behind a name of its label is the same. */
function joinBracketed(
  article: Article,
  mentions: readonly Mention[],
  join: (a: number, b: number) => void,
): void {
  for (let i = 1; i < mentions.length; i++) {
    const name = mentions[i - 1] as Mention;
    const gloss = mentions[i] as Mention;
    if (name.line !== gloss.line || name.label !== gloss.label || !GLOSSED.has(name.label)) continue;
    const { text } = article.lines[name.line] as ReadLine;
    const isEnclosed =
      /^\s?["”»]?\s?[("«“]{1,2}$/.test(text.slice(name.end, gloss.start)) &&
      /^["”»)]/.test(text.slice(gloss.end, gloss.end + 1));
    if (isEnclosed) join(i, i - 1);
  }
}
