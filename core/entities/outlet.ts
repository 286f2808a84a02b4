import type { Token } from '../text/tokens.ts';
import { smallOfWord } from '../text/words.ts';
import type { EntityCandidate, Recogniser } from './candidate.ts';
import type { LineView } from './line-view.ts';
import { foldedWords, viewLine } from './line-view.ts';

/** Outlets of news by where they are named: in the line that tells the source, and behind the word for their kind. */
export const outlet: Recogniser = {
  name: 'outlet',
  find(line) {
    const view = viewLine(line);
    const found: EntityCandidate[] = [];
    findSource(view, found);
    for (let i = 0; i < view.tokens.length; i++) {
      const part = partOf(line.words, (view.tokens[i] as Token).word);
      if (part === KIND) findCalled(view, i, found);
      else if (part === NEWS) findNews(view, i, found);
    }
    return found;
  },
};

const push = (
  view: LineView,
  first: number,
  last: number,
  confidence: number,
  found: EntityCandidate[],
): void => {
  const start = view.tokens[first]?.start ?? 0;
  const end = view.tokens[last]?.end ?? start;
  found.push({ start, end, label: 'ORG', value: null, confidence, source: 'rule/outlet' });
};

const SOURCE = foldedWords('المصدر مصدر');

/** What a line of the source says where it names none: "المصدر: وكالات". */
const NAMELESS = foldedWords(
  'وكالات الوكالات صحف مواقع متابعات خاص وكالة مصادر صحيفة موقع قناة جريدة الصحافة',
);

/** More words than this tell more than a name. */
const LONGEST = 4;

/** "المصدر: الشمال نيوز": a line of the source that holds nothing but a few words names the outlet. */
function findSource(view: LineView, found: EntityCandidate[]): void {
  const { tokens } = view;
  if (!SOURCE.has(tokens[0]?.folded ?? '') || tokens[1]?.text !== ':') return;
  let last = 1;
  while (tokens[last + 1] && tokens[last + 1]?.kind !== 'mark' && last <= LONGEST + 1) last++;
  const first = tokens[2];
  if (last < 2 || last > LONGEST + 1 || last !== tokens.length - 1) return;
  if (first?.kind === 'number' || NAMELESS.has(first?.folded ?? '')) return;
  push(view, 2, last, 0.9, found);
}

const KINDS = foldedWords('صحيفة جريدة مجلة لصحيفة وصحيفة بصحيفة لجريدة لمجلة');

/** What a word is to the name of an outlet. */
const OTHER = 0;
const KIND = 1;
const NEWS = 2;

const partOf = smallOfWord(({ folded }, word): number =>
  KINDS.has(folded[word] ?? '') ? KIND : folded[word] === 'نيوز' ? NEWS : OTHER,
);

/** Words that close the name of a newspaper. */
const CLOSING = foldedWords('الجديد الجديدة اليوم العربي نيوز بوست تايمز');

/** "صحيفة النيل الجديد": a definite noun and a word that closes such names. */
function findCalled(view: LineView, kind: number, found: EntityCandidate[]): void {
  const first = kind + 1;
  if (!view.follows(kind) || !view.follows(first)) return;
  if (!/^ال.{2}/.test(view.tokens[first]?.folded ?? '') || view.find(first, 'nationality', true)) return;
  if (CLOSING.has(view.tokens[first + 1]?.folded ?? '')) push(view, first, first + 1, 0.9, found);
}

/** "البوابة نيوز": the definite noun before "نيوز" is called so. */
function findNews(view: LineView, i: number, found: EntityCandidate[]): void {
  const before = i - 1;
  if (!view.follows(before) || !/^ال.{2}/.test(view.tokens[before]?.folded ?? '')) return;
  push(view, before, i, 0.9, found);
}
