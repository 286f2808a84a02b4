import type { EntityLabel } from '../labels/entity-labels.ts';
import type { LineReading } from '../lexicon/article.ts';
import { splitsOf } from '../text/clitics.ts';
import type { Steps } from '../text/steps.ts';
import type { Token } from '../text/tokens.ts';
import { rememberedOfWord } from '../text/words.ts';
import { LONGEST_NAME } from './identity.ts';
import { foldedWords, valueIn, viewLine } from './line-view.ts';
import type { LineView } from './line-view.ts';
import type { Mention } from './mention.ts';
import type { Candidate } from './scorer/candidates.ts';
import { SHORTEST_SKELETON, skeletonOf } from './spelling.ts';

/** A way in which a name seen in the article may be mentioned again. */
export interface Alias {
  /** Its words, joined by blanks, their number, and the first of them. */
  readonly key: string;
  readonly words: number;
  readonly first: string;
  readonly label: EntityLabel;
  /** How sure it is, by the rules alone, that its words mean the name again. */
  readonly confidence: number;
  /** How sure the name is from which it comes. */
  readonly origin: number;
  /** Whether it is the name as it was seen, its end, or its beginning. */
  readonly part: 'whole' | 'end' | 'beginning';
  /** The skeleton of a foreign name of one word, which newsrooms spell in several ways; null for others. */
  readonly skeleton: string | null;
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

/** What is chosen in a line; what may be said of it again is worked out once and kept there. */
interface Seen {
  readonly reading: LineReading;
  readonly chosen: readonly Mention[];
  readonly aliases: (readonly Alias[] | null)[];
}

/** The names that the mentions of an article's lines make known, the surest first where several are written alike. A line a step. */
export function* namesOf(lines: readonly Seen[]): Steps<Names> {
  const names = {
    byWords: new Map<string, Alias>(),
    longest: new Map<string, number>(),
    bySkeleton: new Map<string, Alias>(),
    endings: new Uint8Array(ENDINGS),
  };
  /** By whether they are sure: the names that were entered already. */
  const surely = new Set<string>();
  const perhaps = new Set<string>();
  for (const { reading, chosen, aliases } of lines) {
    for (let i = 0; i < chosen.length; i++) {
      const mention = chosen[i] as Mention;
      const { key, confidence } = mention;
      const { length } = mention.words;
      if (!NAMED.has(mention.label) || length === 0 || length > LONGEST_NAME) continue;
      if (confidence < LEAST_SURE) continue;
      const entered = confidence > SURE ? surely : perhaps;
      if (entered.has(key)) continue;
      entered.add(key);
      for (const alias of (aliases[i] ??= aliasesOf(mention, viewLine(reading)))) enter(names, alias);
    }
    yield;
  }
  return names;
}

function enter(
  names: {
    byWords: Map<string, Alias>;
    longest: Map<string, number>;
    bySkeleton: Map<string, Alias>;
  } & Names,
  alias: Alias,
): void {
  const { key, words, first, skeleton } = alias;
  const known = names.byWords.get(key);
  if (known && known.origin >= alias.origin) return;
  names.byWords.set(key, alias);
  names.longest.set(first, Math.max(names.longest.get(first) ?? 0, words));
  names.endings[hashOfEnding(first)] = 1;
  if (skeleton !== null) names.bySkeleton.set(skeleton, alias);
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

/** The hash of a word's last letters, by its number. */
const endingOf = rememberedOfWord(({ folded }, word) => hashOfEnding(folded[word] as string));

/** How a mention may be said again: whole, and a person in further ways. */
function aliasesOf(mention: Mention, view: LineView): readonly Alias[] {
  const { words, label, confidence } = mention;
  if (label === 'PER') return personAliases(mention, view);
  const whole = aliasOf(words, label, 0.7, confidence, 'whole', false);
  return whole ? [whole] : NO_ALIASES;
}

const NO_ALIASES: readonly Alias[] = [];

/** An alias by itself; null where it is too short to tell. */
function aliasOf(
  words: readonly string[],
  label: EntityLabel,
  confidence: number,
  origin: number,
  part: Alias['part'],
  foreign: boolean,
): Alias | null {
  const first = words[0] as string;
  const isAlone = words.length === 1;
  if (isAlone && first.length < 3) return null;
  const key = isAlone ? first : words.join(' ');
  const skeleton = foreign && isAlone ? skeletonOf(first) : '';
  return {
    key,
    words: words.length,
    first,
    label,
    confidence,
    origin,
    part,
    skeleton: skeleton.length >= SHORTEST_SKELETON ? skeleton : null,
  };
}

/** A person named in full may be called by the family name, by its last words, or by a first name that is rare. */
function personAliases(mention: Mention, view: LineView): readonly Alias[] {
  const { words, confidence: origin } = mention;
  const aliases: Alias[] = [];
  const add = (
    parts: readonly string[],
    confidence: number,
    part: Alias['part'],
    isForeign: boolean,
  ): void => {
    const alias = aliasOf(parts, 'PER', confidence, origin, part, isForeign);
    if (alias) aliases.push(alias);
  };
  const sure = origin >= SURE;
  const foreign = !isArabic(view, mention.first);
  add(words, 0.85, 'whole', foreign);
  if (words.length === 1) return aliases;
  for (let from = words.length - 1; from > 0; from--) {
    const before = words[from - 1] as string;
    if (JOINING.has(before)) continue;
    const tail = words.slice(from);
    const head = tail[0] as string;
    if (NO_SURNAME.has(head)) continue;
    // Of an Arabic name the last word alone is a mention where it is a family name, not one more given name.
    if (tail.length === 1 && (JOINING.has(head) || isGiven(view, mention.last))) continue;
    add(tail, sure ? 0.8 : 0.65, 'end', foreign);
  }
  const first = words[0] as string;
  if (!JOINING.has(first) && !NO_SURNAME.has(first) && sure && first.length > 2)
    add([first], foreign ? 0.7 : 0.55, 'beginning', false);
  return aliases;
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
  const { tokens, words } = line;
  const found: Candidate[] = [];
  if (names.byWords.size === 0) return found;
  const view = viewLine(line);
  for (let i = 0; i < tokens.length; i++) {
    const { kind, word } = tokens[i] as Token;
    if (kind === 'mark' || kind === 'number') continue;
    const mention =
      (names.endings[endingOf(words, word)] === 1 ? knownAt(view, i, names) : null) ??
      (names.bySkeleton.size > 0 && view.isUnknown(i) ? otherSpellingAt(view, i, names) : null);
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
  const { word } = view.tokens[i] as Token;
  for (const { skipped, letters, skeleton } of spellingsOf(view.line.words, word)) {
    const alias = names.bySkeleton.get(skeleton);
    if (alias && Math.abs(alias.first.length - letters) < 3)
      return again(view, i, i, skipped, alias, 'document/spelling');
  }
  return null;
}

/** A reading of a word as a name that may be spelt in another way. */
interface Spelling {
  /** UTF-16 code units of the particles in front. */
  readonly skipped: number;
  /** How long it is without them, folded. */
  readonly letters: number;
  readonly skeleton: string;
}

/** The readings of a word that are long enough to be known by their skeleton, the whole word first. */
const spellingsOf = rememberedOfWord((words, word): readonly Spelling[] => {
  const spellings: Spelling[] = [];
  const add = (skipped: number, stem: string): void => {
    if (stem.length > SHORTEST_SKELETON)
      spellings.push({ skipped, letters: stem.length, skeleton: skeletonOf(stem) });
  };
  const whole = words.folded[word] as string;
  if (whole.length <= SHORTEST_SKELETON) return spellings;
  add(0, whole);
  for (const { proclitics, length, stem } of splitsOf(words, word))
    if (!proclitics.endsWith('س')) add(length, stem);
  return spellings;
});

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
