import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import { startBehindConjunction } from './cues.ts';
import type { Cue } from './cues.ts';
import type { Passage } from './passage.ts';
import { isContentParticle } from './phrases.ts';
import { CLAUSE_BREAKS } from './words.ts';

const COMMAS = '،,؛;';

/** A reported clause: token indices, `end` exclusive, and its first offset, from the start of the line. */
export interface Content {
  readonly first: number;
  readonly end: number;
  readonly start: number;
}

/** The longest clause that is looked through for its end, in tokens. */
const LONGEST = 600;

/**
 * Where a reported clause that starts at token `from` ends: with the sentence, or where another report, a frame behind
 * ("، بحسب …"), or a new circumstance ("، فيما …", "، في حين …", "، وذلك …") begins. A token index, exclusive. With \`toEnd\` (behind a colon) circumstances do not end it.
 */
export function contentEnd(
  passage: Passage,
  from: number,
  sentence: Span,
  cueAt: ReadonlyMap<number, Cue>,
  toEnd = false,
): number {
  const { tokens, quoting } = passage;
  const last = Math.min(sentence.end, from + LONGEST);
  for (let i = from; i < last; i++) {
    if (quoting[i]?.opaque) continue;
    const cue = cueAt.get(i);
    if (cue && i > from && endsContent(passage, cue)) {
      const linked = CLAUSE_LINKS.has(tokens[i - 1]?.folded ?? '');
      return trimEnd(passage, from, linked ? i - 1 : i);
    }
    const token = tokens[i] as Token;
    if (toEnd || token.kind !== 'mark') continue;
    // 'قالت إنها لا تحب الفوز: "…"': the clause ends where her own words begin.
    if (token.text === ':' && i > from && quoting[i + 1]?.mark && quoting[i + 2]?.opaque)
      return trimEnd(passage, from, i);
    if (COMMAS.includes(token.text) && opensCircumstance(passage, i + 1, cueAt))
      return trimEnd(passage, from, i);
  }
  return trimEnd(passage, from, last);
}

function endsContent(passage: Passage, cue: Cue): boolean {
  const before = passage.tokens[cue.first - 1];
  const behindComma = before?.kind === 'mark' && !passage.quoting[cue.first - 1]?.mark;
  switch (cue.part) {
    case 'participle':
      return !cue.weak || behindComma;
    case 'verb':
    case 'passive':
      if (cue.conjoined) return (!cue.weak && cue.class !== 'think') || particleSoon(passage, cue);
      if (before && CLAUSE_LINKS.has(before.folded)) return !cue.weak || particleSoon(passage, cue);
      if (cue.weak || cue.class === 'think') return false;
      return behindComma && before?.text !== '(' && !/^[يت]/.test(passage.tokens[cue.first]?.folded ?? '');
    case 'noun':
      return false;
    default:
      return true;
  }
}

/** Words between a comma and the verb of another report: "، حيث قال", "، كما أوضح". */
const CLAUSE_LINKS = new Set(['كما', 'وقد', 'حيث', 'فيما', 'بينما', 'وكما', 'ثم', 'اذ', 'وفيما', 'وبينما']);

const cueSoon = (cueAt: ReadonlyMap<number, Cue>, at: number): boolean =>
  cueAt.has(at + 1) || cueAt.has(at + 2);

function particleSoon(passage: Passage, cue: Cue): boolean {
  for (let i = cue.last + 1; i <= cue.last + 6; i++) if (isContentParticle(passage.tokens[i])) return true;
  return false;
}

function opensCircumstance(passage: Passage, at: number, cueAt: ReadonlyMap<number, Cue>): boolean {
  const word = passage.tokens[at]?.folded ?? '';
  const plain = word.startsWith('و') && word.length > 3 ? word.slice(1) : word;
  const next = passage.tokens[at + 1]?.folded ?? '';
  if (CLAUSE_BREAKS.has(plain) && plain !== 'حين') return true;
  if (plain === 'في') return ['حين', 'الوقت', 'وقت', 'خطوه', 'اشاره'].includes(next);
  if (['بعد', 'بعدما', 'قبل', 'عقب'].includes(word) && cueSoon(cueAt, at)) return true;
  if (word === 'وذلك' || word === 'وهو' || word === 'وهي' || word === 'لكن' || word === 'ولكن') return true;
  return false;
}

/** The end without the commas, full stops, dashes, and opening brackets before it; closing quotation marks stay. */
export function trimEnd(passage: Passage, first: number, end: number): number {
  let last = end;
  while (last > first) {
    const token = passage.tokens[last - 1] as Token;
    if (token.kind !== 'mark' || passage.quoting[last - 1]?.mark || '%٪)]؟!'.includes(token.text)) break;
    last--;
  }
  return last;
}

/**
 * The clause from token `first` on: skips commas, and leaves out the و or ف that is written onto its first word
 * when `stripped`.
 */
export function contentFrom(passage: Passage, first: number, end: number, stripped: boolean): Content | null {
  let from = first;
  while (from < end && passage.tokens[from]?.kind === 'mark' && !passage.quoting[from]?.mark) from++;
  if (from >= end) return null;
  const token = passage.tokens[from] as Token;
  const start = stripped && hasConjunction(passage, from) ? startBehindConjunction(token) : token.start;
  return { first: from, end, start };
}

/** Words whose first و or ف is a letter of their own are not told apart by spelling; short ones are left alone. */
function hasConjunction(passage: Passage, at: number): boolean {
  const token = passage.tokens[at] as Token;
  if (token.kind !== 'word' || token.folded.length < 3 || !/^[وف]/.test(token.folded)) return false;
  const entity = passage.entities[at];
  if (entity) return entity.start > token.start;
  return !OWN_LETTER.test(token.folded);
}

/** Frequent first words of a sentence whose و or ف belongs to the word. */
const OWN_LETTER =
  /^(?:وزار|وزير|وزراء|وكال|وفد|وفق|وسط|وسائل|واشنطن|وجود|وقف|وقوع|وصول|وصف|وصل|وضع|وقع|ولي|ولاي|وثيق|وثائق|والد|والي|وحد|ورش|ورق|وارسو|وحيد|واحد|فريق|في|فوق|فور|فقط|فرنس|فلسطين|فصل|فصائل|فتح|فتا|فرص|فرد|فشل|فاز|فوز|فكر|فضل|فنزويلا|فاطم|فؤاد|فقدت|فقدان|فرض|فرع|فتر|فئ|فن)/;
