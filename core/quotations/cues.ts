import type { LineReading } from '../lexicon/article.ts';
import type { LexiconMatch } from '../lexicon/matches.ts';
import { remembered } from '../lexicon/remembered.ts';
import { unfoldedLength } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import type { Passage } from './passage.ts';
import { CONTENT_PARTICLES } from './words.ts';

/** What lexicon/cue.tsv says of a cue's manner; see the head of that file. */
type CueClass = 'say' | 'state' | 'think' | 'act' | 'carry' | 'source' | 'frame' | 'frame-to';
/** The part of speech of a cue; `pronoun` for frames that point back: "بحسب قوله". */
type CuePart = 'verb' | 'participle' | 'noun' | 'passive' | 'preposition' | 'conjunction' | 'pronoun';

/** A word or phrase that introduces speech. `first` and `last` are token indices in the passage. */
export interface Cue extends Span {
  readonly first: number;
  readonly last: number;
  readonly class: CueClass;
  readonly part: CuePart;
  /** m, f, md, mp (masculine, feminine, dual, plural) or - */
  readonly agreement: string;
  /** Whether it counts only with a clause, a colon or marks right behind. */
  readonly weak: boolean;
  /** Whether و or ف is written onto it. */
  readonly conjoined: boolean;
}

const VERB_PROCLITICS = new Set(['', 'و', 'ف', 'س', 'وس', 'فس']);
const PURPOSE_PROCLITICS = new Set(['ل', 'ول', 'فل']);
const NOUN_PROCLITICS = new Set(['', 'و', 'ف', 'ب', 'ل', 'ك', 'وب', 'ول', 'فب']);

/** The cues of a passage outside of longer quotations, in order, none overlapping another. Offsets from the article's start. */
export function findCues(passage: Passage): Cue[] {
  const best = new Map<number, Listed>();
  for (const listed of listedIn(passage.line.reading)) {
    const { match } = listed;
    if (!isFree(passage, match)) continue;
    const rival = best.get(match.first)?.match;
    if (
      !rival ||
      answers(passage, match) ||
      match.last > rival.last ||
      (match.last === rival.last && match.proclitics.length < rival.proclitics.length)
    )
      best.set(match.first, listed);
  }
  const cues: Cue[] = [];
  const offset = passage.line.start;
  for (const { cue } of [...best.values()].sort((a, b) => a.cue.first - b.cue.first)) {
    const before = cues[cues.length - 1];
    if (before && before.last >= cue.first) continue;
    cues.push({ ...cue, start: cue.start + offset, end: cue.end + offset });
  }
  return cues;
}

/** A word that the list of cues has, and the cue that it would be, its offsets counted from the start of the line. */
interface Listed {
  readonly match: LexiconMatch;
  readonly cue: Cue;
}

/** The listed words of a line in a form that a cue may have; remembered with the reading. */
const listedIn = remembered(({ matches, tokens }: LineReading): readonly Listed[] =>
  matches
    .filter(
      (match) =>
        match.entries.some((entry) => entry.list === 'cue') && fits(match, tokens[match.first] as Token),
    )
    .map((match) => ({ match, cue: toCue(match, tokens) })),
);

/** "وردت الوزارة بأن": و and "answered", where "ورد" (it came) would have its place or clause behind it. */
const answers = (passage: Passage, match: LexiconMatch): boolean =>
  match.proclitics === 'و' &&
  /^ورد(?:ت|وا)?$/.test(passage.tokens[match.first]?.folded ?? '') &&
  !['في', 'علي', 'عن', 'الي', 'ان', 'انه', 'انها', 'من'].includes(
    passage.tokens[match.last + 1]?.folded ?? '',
  );

const valueOf = (match: LexiconMatch): string[] =>
  (match.entries.find((entry) => entry.list === 'cue')?.value ?? '').split(' ');

function fits(match: LexiconMatch, token: Token): boolean {
  const [, part, agreement] = valueOf(match);
  // Folding makes ة of "حديثة" and ه of "حديثه" alike.
  const pronoun = part === 'verb' || (part === 'noun' && agreement !== '-');
  if (pronoun && match.first === match.last && /ة[\u064b-\u065f]*$/.test(token.text)) return false;
  switch (part) {
    case 'verb':
    case 'passive':
      if (VERB_PROCLITICS.has(match.proclitics)) return true;
      return (
        PURPOSE_PROCLITICS.has(match.proclitics) &&
        'يت'.includes(token.folded.charAt(match.proclitics.length))
      );
    case 'noun':
      return NOUN_PROCLITICS.has(match.proclitics);
    case 'participle':
      return match.proclitics === '' || match.proclitics === 'و' || match.proclitics === 'ف';
    default:
      // "فحسب" at the end of a clause means "only".
      return match.proclitics === '' || match.proclitics === 'و';
  }
}

const NAMED = new Set(['PER', 'ORG', 'GPE', 'LOC', 'FAC', 'EVENT', 'PRODUCT', 'LAW', 'OCC', 'NORP']);

function isFree(passage: Passage, match: LexiconMatch): boolean {
  const quoting = passage.quoting[match.first];
  if (!quoting || quoting.stretch >= 0) return false;
  const entity = passage.entities[match.first];
  if (!entity || !NAMED.has(entity.label)) return true;
  return passage.tokens[match.first + 1] !== undefined && followedByParticle(passage, match.last);
}

const followedByParticle = (passage: Passage, last: number): boolean =>
  CONTENT_PARTICLES.has(passage.tokens[last + 1]?.folded ?? '');

function toCue(match: LexiconMatch, tokens: readonly Token[]): Cue {
  const [cueClass = 'say', part = 'verb', agreement = '-', weak] = valueOf(match);
  const token = tokens[match.first] as Token;
  const conjoined = match.proclitics.startsWith('و') || match.proclitics.startsWith('ف');
  const start = conjoined ? startBehindConjunction(token) : token.start;
  return {
    first: match.first,
    last: match.last,
    start,
    end: (tokens[match.last] as Token).end,
    class: cueClass as CueClass,
    part: part as CuePart,
    agreement,
    weak: weak === 'weak',
    conjoined,
  };
}

/** Where the word proper begins behind its و or ف, and the harakat and tatweel on that letter; from the line's start. */
export const startBehindConjunction = (token: Token): number => token.start + unfoldedLength(token.text, 1);
