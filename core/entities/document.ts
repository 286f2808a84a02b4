import type { EntityLabel } from '../labels/entity-labels.ts';
import type { LineReading } from '../lexicon/article.ts';
import type { Token } from '../text/tokens.ts';
import { foldedWords, valueIn, viewLine } from './line-view.ts';
import type { LineView } from './line-view.ts';
import type { Mention } from './mention.ts';
import type { Candidate } from './scorer/candidates.ts';
import { SHORTEST_SKELETON, skeletonOf } from './spelling.ts';

/** A way in which a name seen in the article may be mentioned again. */
interface Alias {
  readonly words: readonly string[];
  readonly label: EntityLabel;
  /** How sure it is, by the rules alone, that its words mean the name again. */
  readonly confidence: number;
  /** How sure the name is from which it comes. */
  readonly origin: number;
  /** Whether it is the name as it was seen, its end, or its beginning. */
  readonly part: 'whole' | 'end' | 'beginning';
  /** Whether it is a foreign name, which newsrooms spell in several ways. */
  readonly foreign: boolean;
}

/** Names seen in the article. */
export interface Names {
  /** By the words joined by blanks: the surest. */
  readonly byWords: ReadonlyMap<string, Alias>;
  /** By first word: how many words the longest name has that begins so. */
  readonly longest: ReadonlyMap<string, number>;
  /** Names of a single word, by their skeleton. */
  readonly bySkeleton: ReadonlyMap<string, Alias>;
  /** By hash of a word's last letters: whether a name may begin with it. Particles in front change no last letters. */
  readonly endings: Uint8Array;
}

const JOINING = foldedWords('بن ابن أبو آل عبد دي دا فان فون بو ولد');

/** Parts of names that call nobody by themselves. */
const NO_SURNAME = foldedWords('الله الدين الإسلام الحق الزمان ابنه سان سيد السيد حاج');

/** Labels whose names are taken up again; the others are of their own place in the text. */
const NAMED: ReadonlySet<EntityLabel> = new Set(['PER', 'ORG', 'GPE', 'LOC', 'FAC', 'PRODUCT', 'EVENT']);

/** A mention that is chosen in its line, and that line. */
export interface SeenName {
  readonly mention: Mention;
  readonly line: LineReading;
}

/** The names that the mentions make known, the surest first where several are written alike. */
export function namesOf(seen: readonly SeenName[]): Names {
  const names = {
    byWords: new Map<string, Alias>(),
    longest: new Map<string, number>(),
    bySkeleton: new Map<string, Alias>(),
    endings: new Uint8Array(ENDINGS),
  };
  const entered = new Set<string>();
  const enter = (alias: Alias): void => {
    const { words, foreign } = alias;
    const first = words[0];
    if (first === undefined || (words.length === 1 && first.length < 3)) return;
    const key = words.join(' ');
    const known = names.byWords.get(key);
    if (known && known.origin >= alias.origin) return;
    names.byWords.set(key, alias);
    names.longest.set(first, Math.max(names.longest.get(first) ?? 0, words.length));
    names.endings[hashOfEnding(first)] = 1;
    if (!foreign || words.length > 1) return;
    const skeleton = skeletonOf(first);
    if (skeleton.length >= SHORTEST_SKELETON) names.bySkeleton.set(skeleton, alias);
  };
  for (const { mention, line } of seen) {
    const { key, label, words, confidence } = mention;
    if (!NAMED.has(label) || words.length === 0 || confidence < LEAST_SURE) continue;
    const again = `${key} ${confidence > SURE}`;
    if (entered.has(again)) continue;
    entered.add(again);
    if (label === 'PER') enterPerson(enter, mention, viewLine(line));
    else enter({ words, label, confidence: 0.7, origin: confidence, part: 'whole', foreign: false });
  }
  return names;
}

const LEAST_SURE = 0.5;
const SURE = 0.7;

const ENDINGS = 1 << 12;

const hashOfEnding = (word: string): number => {
  const { length } = word;
  return (
    (word.charCodeAt(length - 1) * 31 + word.charCodeAt(length - 2) * 7 + word.charCodeAt(length - 3)) &
    (ENDINGS - 1)
  );
};

/** A person named in full may be called by the family name, by its last words, or by a first name that is rare. */
function enterPerson(enter: (alias: Alias) => void, mention: Mention, view: LineView): void {
  const { words, confidence: origin } = mention;
  const sure = origin >= SURE;
  const foreign = !isArabic(view, mention.first);
  enter({ words, label: 'PER', confidence: 0.85, origin, part: 'whole', foreign });
  if (words.length === 1) return;
  for (let from = words.length - 1; from > 0; from--) {
    const before = words[from - 1] as string;
    if (JOINING.has(before)) continue;
    const tail = words.slice(from);
    const head = tail[0] as string;
    if (NO_SURNAME.has(head)) continue;
    // Of an Arabic name the last word alone is a mention where it is a family name, not one more given name.
    if (tail.length === 1 && (JOINING.has(head) || isGiven(view, mention.last))) continue;
    enter({ words: tail, label: 'PER', confidence: sure ? 0.8 : 0.65, origin, part: 'end', foreign });
  }
  const first = words[0] as string;
  if (!JOINING.has(first) && !NO_SURNAME.has(first) && sure && first.length > 2)
    enter({
      words: [first],
      label: 'PER',
      confidence: foreign ? 0.7 : 0.55,
      origin,
      part: 'beginning',
      foreign: false,
    });
}

const isGiven = (view: LineView, i: number): boolean => {
  const match = view.find(i, 'given-name', true);
  return match !== null && valueIn(match, 'person') === null;
};

/** Whether the name begins with an Arabic given name. */
const isArabic = (view: LineView, i: number): boolean =>
  view.at(i).some((match) => valueIn(match, 'given-name') !== null);

/** Labels whose names are glossed in Latin letters; behind a place it is an agency: "دبي (CNN)". */
const GLOSSED: ReadonlySet<EntityLabel> = new Set(['ORG', 'PRODUCT', 'EVENT']);

/** "بيغاسوس (Pegasus)": Latin words in brackets behind a name are the same name. */
export function bracketedNames({ tokens }: LineReading, chosen: readonly Mention[]): Candidate[] {
  const found: Candidate[] = [];
  for (const { label, last: end, confidence } of chosen) {
    if (!GLOSSED.has(label)) continue;
    let open = end + 1;
    if (tokens[open]?.kind === 'mark' && tokens[open]?.text !== '(') open++;
    if (tokens[open]?.text !== '(') continue;
    let last = open;
    while (
      last - open < 6 &&
      (tokens[last + 1]?.kind === 'latin' || (last > open && tokens[last + 1]?.kind === 'number'))
    )
      last++;
    if (last === open || tokens[last + 1]?.text !== ')') continue;
    found.push(proposal(tokens, open + 1, last, 0, label, 0.95, 'document/bracket', confidence));
  }
  return found;
}

const proposal = (
  tokens: readonly Token[],
  first: number,
  last: number,
  skipped: number,
  label: EntityLabel,
  confidence: number,
  source: string,
  again: number,
): Candidate => ({
  start: (tokens[first] as Token).start + skipped,
  end: (tokens[last] as Token).end,
  label,
  value: null,
  confidence,
  source,
  first,
  last,
  proposals: 1,
  tagged: 0,
  again,
});

/**
 * Where names of the article may be mentioned again in a line: whole, by their ends, spelt in another way. Ordered by
 * start, without overlaps. One pass over the tokens.
 */
export function mentionsAgain(line: LineReading, names: Names): Candidate[] {
  const { tokens } = line;
  const found: Candidate[] = [];
  if (names.byWords.size === 0) return found;
  const view = viewLine(line);
  for (let i = 0; i < tokens.length; i++) {
    const { kind, folded } = tokens[i] as Token;
    if (kind === 'mark' || kind === 'number') continue;
    const mention =
      (names.endings[hashOfEnding(folded)] === 1 ? knownAt(view, i, names) : null) ??
      (names.bySkeleton.size > 0 && folded.length > SHORTEST_SKELETON
        ? otherSpellingAt(view, i, names)
        : null);
    if (!mention) continue;
    found.push(mention);
    i = mention.last;
  }
  return found;
}

/** The longest name that stands from token `i` on, under any reading of the particles in front. */
function knownAt(view: LineView, i: number, names: Names): Candidate | null {
  const { folded } = view.tokens[i] as Token;
  let best = aliasAt(view, i, '', 0, folded, names);
  for (const { proclitics, length, stem } of view.splits(i)) {
    if (proclitics.endsWith('س') || stem.length < (proclitics === 'و' ? 3 : 4)) continue;
    const found = aliasAt(view, i, proclitics, length, stem, names);
    if (found && (!best || found.last > best.last)) best = found;
  }
  return best;
}

/** The longest name that stands from token `i` on, whose first word is `stem` behind `length` code units of particles. */
function aliasAt(
  view: LineView,
  i: number,
  proclitics: string,
  length: number,
  stem: string,
  names: Names,
): Candidate | null {
  const most = names.longest.get(stem) ?? 0;
  let key = stem;
  let last = i;
  let found: Candidate | null = null;
  for (let words = 1; words <= most; words++) {
    const alias = names.byWords.get(key);
    if (alias && (last > i || fitsHere(view, i, alias, proclitics !== '')))
      found = again(view, i, last, length, alias, SOURCES[alias.part]);
    if (words === most) break;
    const mark = view.tokens[last + 1];
    last += mark?.kind === 'mark' && (mark.text === '-' || mark.text === '.') && !mark.spaced ? 2 : 1;
    const token = view.tokens[last];
    if (!token || token.kind === 'mark') break;
    key += ` ${token.folded}`;
  }
  return found;
}

const again = (
  { tokens }: LineView,
  first: number,
  last: number,
  skipped: number,
  { label, confidence, origin }: Alias,
  source: string,
): Candidate => proposal(tokens, first, last, skipped, label, confidence, source, origin);

const SOURCES = { whole: 'document/alias', end: 'document/end', beginning: 'document/beginning' } as const;

/** The name of one word that the token spells in another way. */
function otherSpellingAt(view: LineView, i: number, names: Names): Candidate | null {
  if (!view.isUnknown(i)) return null;
  const { folded } = view.tokens[i] as Token;
  const whole = spellingAt(view, i, 0, folded, names);
  if (whole) return whole;
  for (const { proclitics, length, stem } of view.splits(i)) {
    const found = proclitics.endsWith('س') ? null : spellingAt(view, i, length, stem, names);
    if (found) return found;
  }
  return null;
}

function spellingAt(
  view: LineView,
  i: number,
  skipped: number,
  stem: string,
  names: Names,
): Candidate | null {
  if (stem.length <= SHORTEST_SKELETON) return null;
  const alias = names.bySkeleton.get(skeletonOf(stem));
  return alias && Math.abs((alias.words[0] as string).length - stem.length) < 3
    ? again(view, i, i, skipped, alias, 'document/spelling')
    : null;
}

/** Whether a single word may be taken for the name here: it is no frequent word, and no ordinary one with a particle. */
function fitsHere(view: LineView, i: number, alias: Alias, clitic: boolean): boolean {
  if (view.isFrequent(i)) return false;
  if (view.isOrdinary(i)) return !clitic && alias.label === 'PER' && startsOrFollows(view, i);
  return true;
}

/** An ordinary word is a name where a verb of saying or a title stands before, or the line or a clause begins. */
function startsOrFollows(view: LineView, i: number): boolean {
  const before = view.tokens[i - 1];
  if (!before || (before.kind === 'mark' && ':.•–-…*|'.includes(before.text))) return true;
  return view
    .at(i - 1)
    .some(
      (match) =>
        match.last === i - 1 &&
        (valueIn(match, 'cue') !== null ||
          valueIn(match, 'post') !== null ||
          valueIn(match, 'honorific') !== null),
    );
}
