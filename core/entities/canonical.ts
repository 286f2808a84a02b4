import type { EntityLabel } from '../labels/entity-labels.ts';
import type { Article } from '../lexicon/article.ts';
import { endsStep } from '../text/steps.ts';
import type { Steps } from '../text/steps.ts';
import type { Mention } from './mention.ts';

/**
 * The canonical name of each mention, in their order: the fullest form under which the article names the same entity, as
 * it stands there, but for the alef of the article, which ل in front swallows ("للأمم المتحدة" → "الأمم المتحدة").
 * `lines[i]` has the mentions of line `i`. Mentions of one label are of one entity when their words are alike, or their
 * spelling is; a person's shorter form is of the person last named in full with it, so that two of one family stay apart.
 * In steps.
 */
export function* canonicalNames(article: Article, lines: readonly (readonly Mention[])[]): Steps<string[]> {
  const mentions: Mention[] = [];
  for (const line of lines) for (const mention of line) mentions.push(mention);
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
  for (let i = 0; i < mentions.length; i++) {
    if (endsStep(i)) yield;
    const mention = mentions[i] as Mention;
    const { key, spelling } = mention;
    const same = byKey.get(key);
    if (same !== undefined) {
      parent[i] = same;
      continue;
    }
    byKey.set(key, i);
    const alike = spelling === null ? undefined : byKey.get(spelling);
    if (alike !== undefined) {
      if (isAsLong(mention, mentions[alike] as Mention)) join(i, alike);
    } else if (spelling !== null) byKey.set(spelling, i);
  }
  yield* joinShortForms(mentions, join);
  yield* joinBracketed(article, lines, join);
  const fullest: (Mention | null)[] = mentions.map(() => null);
  for (let i = 0; i < mentions.length; i++) {
    if (endsStep(i)) yield;
    const mention = mentions[i] as Mention;
    const root = rootOf(i);
    const best = fullest[root];
    if (!best || isFuller(mention, best)) fullest[root] = mention;
  }
  yield;
  return mentions.map((_, i) => (fullest[rootOf(i)] as Mention).name);
}

const isFuller = (a: Mention, b: Mention): boolean =>
  a.words.length > b.words.length || (a.words.length === b.words.length && a.confidence > b.confidence + 0.1);

/** Two spellings of one name are about as long: "ألمانيا" is no "اليمن", though they have one skeleton. */
const isAsLong = (a: Mention, b: Mention): boolean =>
  a.label === 'PER' || Math.abs(a.words.join(' ').length - b.words.join(' ').length) <= a.words.length;

/** A person named by one or two words is the one last named in full with them, or else the next one. */
function* joinShortForms(mentions: readonly Mention[], join: (a: number, b: number) => void): Steps<void> {
  const full = new Map<string, number>();
  const waiting = new Map<string, number[]>();
  for (let i = 0; i < mentions.length; i++) {
    if (endsStep(i)) yield;
    const { person } = mentions[i] as Mention;
    if (!person) continue;
    const owner = full.get(person.name);
    if (owner !== undefined) join(i, owner);
    else (waiting.get(person.name) ?? waiting.set(person.name, []).get(person.name))?.push(i);
    for (const part of person.shorter) {
      for (const earlier of waiting.get(part) ?? []) if (earlier !== i) join(earlier, i);
      waiting.delete(part);
      full.set(part, i);
    }
  }
}

/** Labels whose names have another name in brackets behind them; behind a town stands its country. */
const GLOSSED: ReadonlySet<EntityLabel> = new Set(['PER', 'ORG', 'LOC', 'FAC', 'PRODUCT', 'EVENT', 'LAW']);

/** "حلف شمال الأطلسي (الناتو)": what stands in brackets right behind a name of its label is the same. */
function* joinBracketed(
  article: Article,
  lines: readonly (readonly Mention[])[],
  join: (a: number, b: number) => void,
): Steps<void> {
  let index = 0;
  for (const [at, line] of lines.entries()) {
    const text = article.lines[at]?.text ?? '';
    for (let i = 1; i < line.length; i++) {
      const name = line[i - 1] as Mention;
      const gloss = line[i] as Mention;
      if (name.label !== gloss.label || gloss.start - name.end > LONGEST_OPENING || !GLOSSED.has(name.label))
        continue;
      if (OPENING.test(text.slice(name.end, gloss.start)) && '"”»)'.includes(text.charAt(gloss.end) || ' '))
        join(index + i, index + i - 1);
    }
    index += line.length;
    yield;
  }
}

/** What opens a bracket behind a name, quotation marks closed before it or opened in it. */
const OPENING = /^\s?["”»]?\s?[("«“]{1,2}$/;
const LONGEST_OPENING = 5;
