import type { LexiconMatch } from '../lexicon/matches.ts';
import { unfoldedLength } from '../text/fold.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokens.ts';
import type { Passage } from './passage.ts';
import { CONTENT_PARTICLES } from './words.ts';

/** What lexicon/cue.tsv says of a cue's manner; see the head of that file. */
type CueClass = 'say' | 'state' | 'think' | 'act' | 'carry' | 'source' | 'frame' | 'frame-to';
/** The part of speech of a cue; `pronoun` for frames that point back: "بحسب قوله". */
type CuePart = 'verb' | 'participle' | 'noun' | 'passive' | 'preposition' | 'conjunction' | 'pronoun';

/** A word or phrase that introduces speech. `first` and `last` are token indices; offsets count from the line's start. */
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

const NO_CUES: readonly Cue[] = [];

/** The cues of a passage outside of longer quotations, in order, none overlapping another. */
export function findCues(passage: Passage): readonly Cue[] {
  const { listed } = passage.notes;
  if (listed.length === 0) return NO_CUES;
  const cues: Cue[] = [];
  for (let i = 0; i < listed.length;) {
    const { first } = (listed[i] as Listed).cue;
    let best: Listed | null = null;
    // Matches are ordered by their first token.
    for (; listed[i]?.cue.first === first; i++) {
      const rival = listed[i] as Listed;
      if (isFree(passage, rival.cue) && (!best || outranks(passage, rival, best))) best = rival;
    }
    if (best && (cues[cues.length - 1]?.last ?? -1) < first) cues.push(best.cue);
  }
  return cues;
}

/** Whether of two readings that begin at one word the first is the better: the longer, and the one with fewer particles. */
const outranks = (passage: Passage, one: Listed, other: Listed): boolean =>
  answers(passage, one) ||
  one.cue.last > other.cue.last ||
  (one.cue.last === other.cue.last && one.proclitics.length < other.proclitics.length);

/** A word that the list of cues has, as a cue, and the particles written onto it. */
export interface Listed {
  readonly proclitics: string;
  readonly cue: Cue;
}

/** The cue that a listed word would be, `value` as the list has it; null where its form is none of a cue's. */
export function readCue(match: LexiconMatch, value: string, tokens: readonly Token[]): Cue | null {
  const kind = readKind(value);
  return fits(kind, match, tokens[match.first] as Token) ? toCue(kind, match, tokens) : null;
}

/** What the list says of a cue. */
type Kind = Pick<Cue, 'class' | 'part' | 'agreement' | 'weak'>;

/** The values of the list of cues that were read: a few dozen. */
const kinds = new Map<string, Kind>();

function readKind(value: string): Kind {
  let kind = kinds.get(value);
  if (!kind) {
    const [cueClass = 'say', part = 'verb', agreement = '-', weak] = value.split(' ');
    kind = { class: cueClass as CueClass, part: part as CuePart, agreement, weak: weak === 'weak' };
    kinds.set(value, kind);
  }
  return kind;
}

/** "وردت الوزارة بأن": و and "answered", where "ورد" (it came) would have its place or clause behind it. */
const answers = ({ tokens }: Passage, { proclitics, cue }: Listed): boolean =>
  proclitics === 'و' &&
  /^ورد(?:ت|وا)?$/.test(tokens[cue.first]?.folded ?? '') &&
  !['في', 'علي', 'عن', 'الي', 'ان', 'انه', 'انها', 'من'].includes(tokens[cue.last + 1]?.folded ?? '');

/** Whether a word ends in ة, vowelled or not. */
function endsInTaMarbuta(text: string): boolean {
  let last = text.length - 1;
  while (last > 0 && text.charCodeAt(last) >= 0x64b && text.charCodeAt(last) <= 0x65f) last--;
  return text.charCodeAt(last) === 0x629;
}

const CLUBS = new Set(['نادي', 'ونادي', 'فنادي']);

function fits({ part, agreement }: Kind, match: LexiconMatch, token: Token): boolean {
  // Folding makes ة of "حديثة" and ه of "حديثه" alike.
  const pronoun = part === 'verb' || (part === 'noun' && agreement !== '-');
  if (pronoun && match.first === match.last && endsInTaMarbuta(token.text)) return false;
  // نادي is a club, نادى calls; folding makes them alike.
  if (part === 'verb' && CLUBS.has(token.text)) return false;
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

function isFree({ quoting, entities, tokens }: Passage, cue: Cue): boolean {
  if ((quoting[cue.first]?.stretch ?? 0) >= 0) return false;
  const entity = entities[cue.first];
  return !entity || !NAMED.has(entity.label) || CONTENT_PARTICLES.has(tokens[cue.last + 1]?.folded ?? '');
}

function toCue(kind: Kind, match: LexiconMatch, tokens: readonly Token[]): Cue {
  const token = tokens[match.first] as Token;
  const conjoined = match.proclitics.startsWith('و') || match.proclitics.startsWith('ف');
  // Spelt out field by field: spreading is slow, and there are many.
  return {
    first: match.first,
    last: match.last,
    start: conjoined ? startBehindConjunction(token) : token.start,
    end: (tokens[match.last] as Token).end,
    class: kind.class,
    part: kind.part,
    agreement: kind.agreement,
    weak: kind.weak,
    conjoined,
  };
}

/** Where the word proper begins behind its و or ف, and the harakat and tatweel on that letter; from the line's start. */
export const startBehindConjunction = (token: Token): number => token.start + unfoldedLength(token.text, 1);
