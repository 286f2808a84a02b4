import type { QuotationKind } from '../labels/quotation-kinds.ts';
import { fold } from '../text/fold.ts';
import type { Token } from '../text/tokens.ts';
import type { Attribution } from './attribution.ts';
import type { MarkedStretch } from './marks.ts';
import { firstTokenFrom } from './passage.ts';
import type { Passage } from './passage.ts';
import { isContentParticle } from './phrases.ts';
import { CLASSIFIERS, COINED, NAMING } from './words.ts';

/** What ties a stretch in marks to an attribution. */
export type Tie =
  /** The stretch is what the cue governs: right behind it, or behind a colon. */
  | 'governed'
  /** It stands in the clause that the cue reports. */
  | 'reported'
  /** The cue stands before it in the sentence. */
  | 'before'
  /** The cue stands behind it. */
  | 'behind'
  /** It goes on with the speech of the sentence or paragraph before. */
  | 'continued';

/** What a stretch in marks was taken for, how surely (0 to 1), and by which rule. */
export interface Verdict {
  readonly kind: QuotationKind;
  readonly confidence: number;
  readonly rule: string;
}

const NAMES = new Set(['PER', 'ORG', 'GPE', 'LOC', 'FAC', 'EVENT', 'PRODUCT', 'LAW', 'URL', 'NORP']);

/** Words before a title, however long it is. */
const TITLING = new Set(['عنوان', 'عنوانه', 'عنوانها']);

/** How many words a name or title in marks has at the most. */
const LONGEST_NAME = 9;

/** Beyond so many words it does not matter how many more there are. */
const ENOUGH = 12;

/** Whether words in marks are speech or a term: a name, a title, scare quotes. `isRepeated` tells whether the article has the same words in marks again. */
export function judge(
  passage: Passage,
  stretch: MarkedStretch,
  attribution: Attribution | null,
  tie: Tie | null,
  isRepeated: (passage: Passage, stretch: MarkedStretch) => boolean,
): Verdict {
  const first = firstTokenFrom(passage.tokens, stretch.start);
  const words = wordsOf(passage, stretch, first);
  const term = (rule: string, confidence: number): Verdict => ({ kind: 'term', confidence, rule });
  const direct = (rule: string, confidence: number): Verdict => ({ kind: 'direct', confidence, rule });
  const before = wordBefore(passage, startOfChain(passage, first));
  if (stretch.continues || tie === 'continued') return direct('continued-speech', 0.9);
  if (isOneOf(before, TITLING)) return term('naming-before-marks', 0.9);
  if (tie === 'governed' && words.length > LONGEST_NAME) return direct('marked-after-cue', 0.97);
  if (words.length <= LONGEST_NAME && isName(passage, stretch, first, words.length))
    return term('name-in-marks', 0.9);
  if (words.every((word) => word.kind === 'number')) return term('number-in-marks', 0.9);
  const anonymous = tie === 'governed' && words.length > 4 && /^اسمه?ا?$/.test(before);
  if (isOneOf(before, NAMING) && !anonymous) return term('naming-before-marks', 0.9);
  if (words.length <= LONGEST_NAME && tie !== 'governed' && isOneOf(before, CLASSIFIERS))
    return term('kind-before-marks', 0.9);
  if (words.length <= 4 && isBodyOfPost(passage, stretch, first)) return term('name-in-marks', 0.85);
  if (words.length <= 4 && isAddressee(passage, stretch, first)) return term('addressee-in-marks', 0.85);
  if (words.length === 1 && tie !== 'governed' && isCalledSo(passage, first, before))
    return term('naming-before-marks', 0.8);
  if (words.length <= 3 && (before === 'مثل' || hasLatinName(passage, stretch)))
    return term('kind-before-marks', 0.75);
  if (tie === 'governed') return direct('marked-after-cue', words.length > 2 ? 0.95 : 0.7);
  if (isCoinedName(words)) return term('coined-name', 0.7);
  if (tie === 'reported') return direct('marked-in-clause', 0.85);
  if (words.length <= 4 && tie === null && isRepeated(passage, stretch))
    return term('repeated-in-marks', 0.85);
  if (tie === 'behind') return direct('cue-behind-marks', words.length > 4 ? 0.9 : 0.7);
  if (tie === 'before') {
    if (words.length >= 6) return direct('marked-after-cue', 0.85);
    if (attribution && nearBefore(passage, attribution, first)) return direct('marked-near-cue', 0.65);
    return term('short-in-marks', 0.6);
  }
  if (words.length >= 8) return direct('long-in-marks', 0.6);
  return term('short-in-marks', 0.7);
}

function wordsOf(passage: Passage, stretch: MarkedStretch, first: number): Token[] {
  const words: Token[] = [];
  for (let i = first; i < passage.tokens.length; i++) {
    const token = passage.tokens[i] as Token;
    if (token.start >= stretch.end || words.length > ENOUGH) break;
    if (token.kind !== 'mark') words.push(token);
  }
  return words;
}

/** Whether one entity of a naming label covers the stretch, or nearly so. */
function isName(passage: Passage, stretch: MarkedStretch, first: number, words: number): boolean {
  const entity = passage.entities[first];
  if (!entity || !NAMES.has(entity.label)) return false;
  if (entity.start > stretch.start + 2 && words > 1) return false;
  return (
    entity.end >= stretch.end - 1 ||
    (words <= 3 && entity.end - entity.start >= 0.8 * (stretch.end - stretch.start))
  );
}

/**
 * 'زعيم "اليسار الموحد" أنطونيو مايو', 'وأضاف زعيم "اليسار الموحد" أن …': between a post and its holder, or between a
 * post and what its holder says, stands the name of what the post belongs to.
 */
function isBodyOfPost(passage: Passage, stretch: MarkedStretch, first: number): boolean {
  if (passage.entities[first - 2]?.label !== 'OCC' || !stretch.close) return false;
  const behind = firstTokenFrom(passage.tokens, stretch.close.end);
  return passage.entities[behind]?.label === 'PER' || isContentParticle(passage.tokens[behind]);
}

/** "العملية العسكرية الخاصة", "المبادرة الخضراء": a definite kind of thing with definite adjectives is what something is called. */
const isCoinedName = (words: readonly Token[]): boolean =>
  words.length >= 2 &&
  words.length <= 4 &&
  words.every((word) => word.folded.startsWith('ال')) &&
  COINED.has((words[0] as Token).folded.slice(2));

/** 'قال لـ"الشرق": …': to whom something is said. */
function isAddressee(passage: Passage, stretch: MarkedStretch, first: number): boolean {
  const particle = passage.tokens[first - 2];
  if (particle?.folded !== 'ل' || !stretch.close) return false;
  let at = firstTokenFrom(passage.tokens, stretch.close.end);
  for (let words = 0; words < 3 && passage.tokens[at]?.folded.startsWith('ال'); words++) at++;
  return passage.tokens[at]?.text === ':' || isContentParticle(passage.tokens[at]);
}

/** "تك توك" (TikTok): a name in Latin letters behind the marks tells that they hold one. */
function hasLatinName(passage: Passage, stretch: MarkedStretch): boolean {
  if (!stretch.close) return false;
  const at = firstTokenFrom(passage.tokens, stretch.close.end);
  return passage.tokens[at]?.text === '(' && passage.tokens[at + 1]?.kind === 'latin';
}

/** 'وشقيقها "واثق"', 'محمد "أبو علي"': one word behind a person or relative is what they are called. */
const isCalledSo = ({ entities, quoting }: Passage, first: number, before: string): boolean =>
  KIN.test(before) || (quoting[first - 1]?.mark === true && entities[first - 2]?.label === 'PER');

const KIN = /^[وف]?(?:شقيق|ابن|نجل|زوج|والد|ابنت|صديق|زميل)(?:ه|ها|هم|ته|تها)$/;

/** How many stretches that are joined by و are looked back over. */
const LONGEST_CHAIN = 8;

/** 'مثل "تسلا" و"فولكس فاغن"': the first token of the first of the stretches that و and commas join to this one. */
function startOfChain({ tokens, quoting }: Passage, first: number): number {
  let start = first;
  for (let links = 0; links < LONGEST_CHAIN; links++) {
    let i = start - 1;
    while (i > 0 && quoting[i]?.mark && (quoting[i]?.stretch ?? -1) < 0) i--;
    const joint = i;
    while (i > 0 && (tokens[i]?.folded === 'و' || '،,'.includes(tokens[i]?.text ?? 'x'))) i--;
    const stretch = quoting[i - 1]?.stretch ?? -1;
    if (i === joint || !quoting[i]?.mark || stretch < 0) return start;
    while (i > 0 && quoting[i - 1]?.stretch === stretch) i--;
    start = i;
  }
  return start;
}

function wordBefore(passage: Passage, first: number): string {
  for (let i = first - 1; i >= 0; i--) {
    const token = passage.tokens[i] as Token;
    if (passage.quoting[i]?.mark) continue;
    if (token.text === ':' || ['ب', 'ل', 'ك', 'و', 'ف'].includes(token.folded)) continue;
    return token.kind === 'mark' ? '' : token.folded;
  }
  return '';
}

/** Whether a word is in a list, with or without the particles written onto it: kinds stand before names without article. */
function isOneOf(word: string, list: ReadonlySet<string>): boolean {
  if (list.has(word)) return true;
  let rest = word;
  for (const particles of PARTICLES) {
    if (rest === '' || !particles.includes(rest.charAt(0))) continue;
    rest = rest.slice(1);
    if (list.has(rest)) return true;
  }
  return false;
}

/** Particles before a word, in the order in which they are written onto it. */
const PARTICLES = ['وف', 'بلك'];

/** How many words may part a cue from words in marks that it says. */
const NEAR = 16;

const nearBefore = (passage: Passage, attribution: Attribution, first: number): boolean => {
  let words = 0;
  for (let i = attribution.cue.last + 1; i < first && words <= NEAR; i++)
    if (passage.tokens[i]?.kind !== 'mark') words++;
  return words <= NEAR;
};

/** The longest text in marks, in code units, that may be a term used again and again. */
const LONGEST_TERM = 60;

/** Tells whether the same words, folded, stand in marks more than once in the article. */
export function repetitions(
  passages: readonly (Passage | null)[],
): (passage: Passage, stretch: MarkedStretch) => boolean {
  let counts: Map<string, number> | null = null;
  const keyOf = (passage: Passage, { start, end }: MarkedStretch): string =>
    end - start > LONGEST_TERM ? '' : fold(passage.text.slice(start, end));
  return (passage, stretch) => {
    if (!counts) {
      counts = new Map();
      for (const other of passages)
        for (const own of other?.stretches ?? []) {
          const key = keyOf(other as Passage, own);
          counts.set(key, (counts.get(key) ?? 0) + 1);
        }
    }
    const key = keyOf(passage, stretch);
    return key !== '' && (counts.get(key) ?? 0) > 1;
  };
}
