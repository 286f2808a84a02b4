import type { Token } from '../text/tokens.ts';
import type { Name, Passage } from './passage.ts';
import { CLASSIFIERS, withoutArticle } from './words.ts';

/** A noun by which the text may call somebody later, without article, and the full name. */
export type Head = readonly [word: string, canonical: string];

const NO_HEADS: readonly Head[] = [];

/** The nouns under which the names of a line, `count` of them, may come again. */
export function headsOf(
  tokens: readonly Token[],
  entities: readonly (Name | null)[],
  quoting: Passage['quoting'],
  count: number,
): readonly Head[] {
  if (count === 0) return NO_HEADS;
  const heads: Head[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const name = entities[i];
    if (!name || (i > 0 && entities[i - 1] === name)) continue;
    if (name.label === 'ORG' || name.label === 'PRODUCT') {
      heads.push([withoutArticle((tokens[i] as Token).folded), name.canonical]);
      let before = i - 1;
      while (before >= 0 && quoting[before]?.mark) before--;
      const classifier = tokens[before]?.folded ?? '';
      if (CLASSIFIERS.has(classifier)) heads.push([withoutArticle(classifier), name.canonical]);
    } else if (name.label === 'PER') addTitles(heads, tokens, entities, i, name);
  }
  return heads;
}

/** The titles before a person's name ("أمير دولة قطر الشيخ تميم") and behind it ("كيربي، المتحدث باسم …"). */
function addTitles(
  heads: Head[],
  tokens: readonly Token[],
  entities: readonly (Name | null)[],
  at: number,
  person: Name,
): void {
  let title = '';
  for (let i = at - 1; i >= 0 && at - i <= 10; i--) {
    const token = tokens[i] as Token;
    if (token.kind === 'mark' && (title !== '' || !'،,'.includes(token.text))) break;
    if (token.kind === 'mark') continue;
    const label = entities[i]?.label;
    if (label === 'PER' || PARTING.has(token.folded) || HONORIFICS.has(token.folded)) break;
    title = title === '' ? token.folded : `${token.folded} ${title}`;
    if (label !== 'OCC') continue;
    heads.push([withoutArticle(token.folded), person.canonical]);
    heads.push([withoutArticle(title), person.canonical]);
    if (entities[i - 1] !== entities[i]) title = '';
  }
  let end = at;
  while (entities[end] === person) end++;
  if (!'،,'.includes(tokens[end]?.text ?? 'x') || entities[end + 1]?.label !== 'OCC') return;
  heads.push([withoutArticle((tokens[end + 1] as Token).folded), person.canonical]);
}

/** Prepositions that no title goes on behind: "قال اللاعب في حوار مع الإعلامي …". */
const PARTING = new Set(['مع', 'عن', 'علي', 'الي', 'لدي', 'ضد', 'بين']);

/** The titles of those whom an honorific may mean, as they are noted: without article. */
export const HONORIFICS: ReadonlyMap<string, readonly string[]> = new Map([
  ['سموه', ['امير', 'شيخ']],
  ['سموها', ['اميره', 'شيخه']],
  ['جلالته', ['ملك', 'سلطان']],
  ['فخامته', ['رييس']],
  ['معاليه', ['معالي', 'وزير']],
  ['معاليها', ['معالي', 'وزيره']],
  ['سماحته', ['مفتي', 'شيخ']],
  ['فضيلته', ['شيخ']],
  ['سيادته', []],
  ['سعادته', []],
  ['غبطته', []],
  ['قداسته', ['بابا']],
]);
