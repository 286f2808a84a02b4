import type { Token } from '../text/tokens.ts';
import type { Name, Passage } from './passage.ts';
import { CLASSIFIERS, withoutArticle } from './words.ts';

/** Words by which the text may call somebody later, each folded and without article, the noun first; and the full name. */
export interface Head {
  readonly words: readonly string[];
  readonly canonical: string;
}

const NO_HEADS: readonly Head[] = [];

/** The nouns and titles under which the names of a line, `count` of them, may come again. */
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
    const { canonical } = name;
    if (name.label === 'ORG' || name.label === 'PRODUCT') {
      heads.push({ words: wordsFrom(tokens, entities, i), canonical });
      let before = i - 1;
      while (before >= 0 && quoting[before]?.mark) before--;
      const classifier = tokens[before]?.folded ?? '';
      if (CLASSIFIERS.has(classifier)) heads.push({ words: [withoutArticle(classifier)], canonical });
    } else if (name.label === 'PER') addTitles(heads, tokens, entities, i, name);
  }
  return heads;
}

/** The words of the name that starts at a token. */
function wordsFrom(tokens: readonly Token[], entities: readonly (Name | null)[], at: number): string[] {
  const words: string[] = [];
  for (let i = at; i < tokens.length && entities[i] === entities[at]; i++)
    words.push(withoutArticle((tokens[i] as Token).folded));
  return words;
}

/** The titles before a person's name ("أمير دولة قطر الشيخ تميم") and behind it ("كيربي، المتحدث باسم …"). */
function addTitles(
  heads: Head[],
  tokens: readonly Token[],
  entities: readonly (Name | null)[],
  at: number,
  { canonical }: Name,
): void {
  const person = entities[at];
  let title: string[] = [];
  for (let i = at - 1; i >= 0 && at - i <= 10; i--) {
    const token = tokens[i] as Token;
    if (token.kind === 'mark' && (title.length > 0 || !'،,'.includes(token.text))) break;
    if (token.kind === 'mark') continue;
    const label = entities[i]?.label;
    if (label === 'PER' || PARTING.has(token.folded) || HONORIFICS.has(token.folded)) break;
    if (!entities[i] && !/^(?:و?ال|ل|ب|في$)/.test(token.folded)) break;
    title.unshift(withoutArticle(token.folded));
    if (label !== 'OCC' || entities[i - 1] === entities[i]) continue;
    heads.push({ words: title, canonical });
    title = [];
  }
  let end = at;
  while (entities[end] === person) end++;
  const from = '،,'.includes(tokens[end]?.text ?? 'x') ? end + 1 : end;
  const post = entities[from];
  if (post?.label !== 'OCC') return;
  const words: string[] = [];
  for (let i = from; i < tokens.length && i - from < LONGEST_TITLE; i++) {
    const token = tokens[i] as Token;
    const inPost = entities[i] === post;
    if (!inPost && (token.kind === 'mark' || !(entities[i] || token.folded.startsWith('ال')))) break;
    // "التقى الرئيس نظيره التونسي ماجد الفضل": the title leads to another.
    if (entities[i]?.label === 'PER') return;
    words.push(withoutArticle(token.folded));
  }
  heads.push({ words, canonical });
}

/** How many words of a title are kept. */
const LONGEST_TITLE = 6;

/** Prepositions that no title goes on behind: "قال اللاعب في حوار مع الإعلامي …". */
const PARTING = new Set(['مع', 'عن', 'علي', 'الي', 'لدي', 'ضد', 'بين']);

/**
 * Whom words mean, among the heads that were met, the latest last: somebody whose title has all of them ("وزير
 * الخارجية" of "وزير الخارجية الأمريكي"), or whose title they only add to.
 */
export function holderOf(
  heads: ReadonlyMap<string, readonly Head[]>,
  words: readonly string[],
  definite: boolean,
): string | null {
  const [noun = '', ...rest] = words;
  let wider: string | null = null;
  const known = heads.get(noun) ?? NO_HEADS;
  for (let i = known.length - 1; i >= 0; i--) {
    const head = known[i] as Head;
    if (rest.every((word) => head.words.includes(word)) && (definite || rest.length > 0))
      return head.canonical;
    if (!wider && definite && head.words.every((word) => words.includes(word))) wider = head.canonical;
  }
  return (
    wider ?? counterpart(heads, rest) ?? (definite && rest.length === 0 ? likeHolder(heads, noun) : null)
  );
}

/** "التقى الرئيس الفرنسي نظيره الروسي فلاديمير بوتين": the Russian president is the president's counterpart. */
function counterpart(heads: ReadonlyMap<string, readonly Head[]>, rest: readonly string[]): string | null {
  if (rest.length === 0) return null;
  for (const noun of ['نظيره', 'نظيرها', 'نظيرته', 'نظيرتها'])
    for (const head of heads.get(noun) ?? NO_HEADS)
      if (rest.every((word) => head.words.includes(word))) return head.canonical;
  return null;
}

/** The latest who is called by a noun that newspapers use for the same people: "الكاتب" of an editor. */
function likeHolder(heads: ReadonlyMap<string, readonly Head[]>, noun: string): string | null {
  const nouns = ALIKE.find((group) => group.includes(noun));
  for (const other of nouns ?? []) {
    const known = heads.get(other) ?? NO_HEADS;
    const latest = known[known.length - 1];
    if (latest) return latest.canonical;
  }
  return null;
}

/** Nouns that stand for one another, folded and without article. */
const ALIKE: readonly (readonly string[])[] = [
  'كاتب محرر مراسل صحفي صحافي معلق مولف محلل روايي شاعر باحث استاذ'.split(' '),
  'كاتبه محرره مراسله صحفيه صحافيه معلقه مولفه محلله رواييه شاعره باحثه استاذه'.split(' '),
  'خبير باحث محلل استاذ مختص متخصص عالم اختصاصي اخصايي استشاري'.split(' '),
  'خبيره باحثه محلله استاذه مختصه متخصصه عالمه'.split(' '),
  'متحدث ناطق'.split(' '),
  'متحدثه ناطقه'.split(' '),
  'لاعب مهاجم مدافع حارس نجم هداف'.split(' '),
  'مسوول مدير رييس وزير وكيل نايب مفوض امين'.split(' '),
  'مسووله مديره رييسه وزيره نايبه'.split(' '),
  'امير شيخ'.split(' '),
];

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
