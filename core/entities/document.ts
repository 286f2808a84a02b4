import type { EntityLabel } from '../labels/entity-labels.ts';
import type { Article, LineReading, ReadLine } from '../lexicon/article.ts';
import type { Token } from '../text/tokens.ts';
import { foldedWords, valueIn, viewLine } from './line-view.ts';
import type { LineView } from './line-view.ts';
import type { Mention } from './mention.ts';
import { toMention } from './mention.ts';
import { SHORTEST_SKELETON, skeletonOf } from './spelling.ts';

/** A way in which a name seen in the article may be mentioned again. */
interface Alias {
  readonly words: readonly string[];
  readonly label: EntityLabel;
  readonly confidence: number;
  /** Whether it is a foreign name, which newsrooms spell in several ways. */
  readonly foreign: boolean;
}

/** Names seen in the article: by their words, joined by blanks, and single words by their skeleton. */
interface Names {
  readonly byWords: Map<string, Alias>;
  /** By first word: how many words the longest name has that begins so. */
  readonly longest: Map<string, number>;
  readonly bySkeleton: Map<string, Alias>;
}

const JOINING = foldedWords('بن ابن أبو آل عبد دي دا فان فون بو ولد');

/** Parts of names that call nobody by themselves. */
const NO_SURNAME = foldedWords('الله الدين الإسلام الحق الزمان ابنه سان سيد السيد حاج');

/** Labels whose names are taken up again; the others are of their own place in the text. */
const NAMED: ReadonlySet<EntityLabel> = new Set(['PER', 'ORG', 'GPE', 'LOC', 'FAC', 'PRODUCT', 'EVENT']);

/**
 * The mentions that the lines by themselves did not show, but that the rest of the article makes known: shorter forms
 * of persons named in full ("بوتين"), further mentions of places and bodies that some line introduces, other spellings.
 * One pass over the mentions and one over the tokens. Line by line, in and out.
 */
export function furtherMentions(
  article: Article,
  mentions: readonly (readonly Mention[])[],
): (readonly Mention[])[] {
  const names = namesOf(article, mentions);
  return article.lines.map(({ reading }, index) => furtherIn(reading, mentions[index] ?? [], names));
}

interface Further {
  readonly names: Names;
  readonly known: readonly Mention[];
  readonly found: readonly Mention[];
}

/** What was found in a line last: an edit elsewhere that makes no other names known changes nothing here. */
const furtherOfLines = new WeakMap<LineReading, Further>();

function furtherIn(line: LineReading, known: readonly Mention[], names: Names): readonly Mention[] {
  let further = furtherOfLines.get(line);
  if (further?.names !== names || further.known !== known) {
    const found = [...mentionsIn(line, known, names), ...bracketedNames(line, known)];
    furtherOfLines.set(line, (further = { names, known, found }));
  }
  return further.found;
}

/** The names that the mentions make known. */
function namesOf(article: Article, mentions: readonly (readonly Mention[])[]): Names {
  const aliases: Alias[] = [];
  const seen = new Set<string>();
  for (const [i, line] of mentions.entries())
    for (const mention of line) {
      const { key, label, words } = mention;
      if (!NAMED.has(label) || words.length === 0 || seen.has(key)) continue;
      seen.add(key);
      if (label === 'PER') enterPerson(aliases, mention, viewLine((article.lines[i] as ReadLine).reading));
      else if (mention.confidence >= 0.6) enter(aliases, words, label, 0.7, false);
    }
  return layOut(aliases);
}

/** The names that were laid out last, and what they were made of: most edits of an article leave them as they are. */
let latest: { readonly made: string; readonly names: Names } | null = null;

function layOut(aliases: readonly Alias[]): Names {
  const made = aliases
    .map(({ words, label, confidence, foreign }) => `${label} ${confidence} ${foreign} ${words.join(' ')}`)
    .join('\n');
  if (latest?.made === made) return latest.names;
  const names: Names = {
    byWords: new Map(),
    longest: new Map(),
    bySkeleton: new Map(),
  };
  for (const alias of aliases) {
    const { words, foreign } = alias;
    const first = words[0] ?? '';
    const key = words.join(' ');
    if (!names.byWords.has(key)) names.byWords.set(key, alias);
    names.longest.set(first, Math.max(names.longest.get(first) ?? 0, words.length));
    if (!foreign || words.length > 1) continue;
    const skeleton = skeletonOf(first);
    if (skeleton.length >= SHORTEST_SKELETON && !names.bySkeleton.has(skeleton))
      names.bySkeleton.set(skeleton, alias);
  }
  latest = { made, names };
  return names;
}

function enter(
  aliases: Alias[],
  words: readonly string[],
  label: EntityLabel,
  confidence: number,
  foreign: boolean,
): void {
  const first = words[0];
  if (first === undefined || (words.length === 1 && first.length < 3)) return;
  aliases.push({ words, label, confidence, foreign });
}

/** A person named in full may be called by the family name, by its last words, or by a first name that is rare. */
function enterPerson(aliases: Alias[], mention: Mention, view: LineView): void {
  const { words } = mention;
  const sure = mention.confidence >= 0.7;
  if (mention.confidence < 0.55) return;
  enter(aliases, words, 'PER', 0.85, !isArabic(view, mention.first));
  if (words.length === 1) return;
  const foreign = !isArabic(view, mention.first);
  for (let from = words.length - 1; from > 0; from--) {
    const before = words[from - 1] as string;
    if (JOINING.has(before)) continue;
    const tail = words.slice(from);
    const head = tail[0] as string;
    if (NO_SURNAME.has(head)) continue;
    // Of an Arabic name the last word alone is a mention where it is a family name, not one more given name.
    if (tail.length === 1 && (JOINING.has(head) || isGiven(view, mention.last))) continue;
    enter(aliases, tail, 'PER', sure ? 0.8 : 0.65, foreign);
  }
  const first = words[0] as string;
  if (!JOINING.has(first) && !NO_SURNAME.has(first) && sure && first.length > 2)
    enter(aliases, [first], 'PER', foreign ? 0.7 : 0.55, false);
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
function bracketedNames(line: LineReading, known: readonly Mention[]): Mention[] {
  const { tokens } = line;
  const found: Mention[] = [];
  for (const name of known) {
    if (!GLOSSED.has(name.label)) continue;
    let open = name.last + 1;
    if (tokens[open]?.kind === 'mark' && tokens[open]?.text !== '(') open++;
    if (tokens[open]?.text !== '(') continue;
    let last = open;
    while (
      last - open < 6 &&
      (tokens[last + 1]?.kind === 'latin' || (last > open && tokens[last + 1]?.kind === 'number'))
    )
      last++;
    if (last === open || tokens[last + 1]?.text !== ')') continue;
    const words = tokens.slice(open + 1, last + 1).map((token) => token.folded);
    const { start } = tokens[open + 1] as Token;
    const { end } = tokens[last] as Token;
    const { label } = name;
    const candidate = {
      start,
      end,
      label,
      value: null,
      confidence: 0.95,
      source: 'document/bracket',
    };
    found.push(toMention(candidate, line, open + 1, last, words));
  }
  return found;
}

function mentionsIn(line: LineReading, known: readonly Mention[], names: Names): Mention[] {
  const { tokens } = line;
  const view = viewLine(line);
  const covered = new Uint8Array(tokens.length);
  // A town of the long list gives way to a person of the same name whom the article names in full.
  for (const mention of known)
    if (mention.source !== 'list/city' || mention.last > mention.first)
      covered.fill(1, mention.first, mention.last + 1);
  const found: Mention[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (covered[i] === 1) continue;
    const mention = mentionAt(view, i, covered, names);
    if (!mention) continue;
    found.push(mention);
    i = mention.last;
  }
  return found;
}

function mentionAt(view: LineView, i: number, covered: Uint8Array, names: Names): Mention | null {
  const token = view.tokens[i] as Token;
  if (token.kind === 'mark' || token.kind === 'number') return null;
  const splits = view.splits(i);
  let best = aliasAt(view, i, '', 0, token.folded, covered, names);
  for (const { proclitics, length, stem } of splits) {
    if (proclitics.endsWith('س') || stem.length < (proclitics === 'و' ? 3 : 4)) continue;
    const found = aliasAt(view, i, proclitics, length, stem, covered, names);
    if (found && (!best || found.last > best.last)) best = found;
  }
  if (best || names.bySkeleton.size === 0 || !view.isUnknown(i)) return best;
  const whole = otherSpellingAt(view, i, 0, token.folded, names);
  if (whole) return whole;
  for (const { proclitics, length, stem } of splits) {
    const found = proclitics.endsWith('س') ? null : otherSpellingAt(view, i, length, stem, names);
    if (found) return found;
  }
  return null;
}

/** The longest name that stands from token `i` on, whose first word is `stem` behind `length` code units of particles. */
function aliasAt(
  view: LineView,
  i: number,
  proclitics: string,
  length: number,
  stem: string,
  covered: Uint8Array,
  names: Names,
): Mention | null {
  if (!names.longest.has(stem)) return null;
  const found = aliasesAt(view, i, stem, covered, names).findLast(
    ({ alias, last }) => last > i || fitsHere(view, i, alias, proclitics !== ''),
  );
  return found ? mention(view, i, found.last, length, found.alias, 'document/alias') : null;
}

/** The name of one word that the token spells in another way. */
function otherSpellingAt(
  view: LineView,
  i: number,
  length: number,
  stem: string,
  names: Names,
): Mention | null {
  const alias = stem.length > 4 ? names.bySkeleton.get(skeletonOf(stem)) : undefined;
  return alias && Math.abs(alias.words[0]!.length - stem.length) < 3
    ? mention(view, i, i, length, { ...alias, words: [stem] }, 'document/spelling')
    : null;
}

const mention = (
  view: LineView,
  first: number,
  last: number,
  skipped: number,
  { label, confidence, words }: Alias,
  source: string,
): Mention => {
  const start = (view.tokens[first] as Token).start + skipped;
  const { end } = view.tokens[last] as Token;
  return toMention({ start, end, label, value: null, confidence, source }, view.line, first, last, words);
};

/** The names whose words stand from token `i` on, uncovered, the first of them being `stem`; shorter before longer. */
function aliasesAt(
  view: LineView,
  i: number,
  stem: string,
  covered: Uint8Array,
  names: Names,
): { alias: Alias; last: number }[] {
  const found: { alias: Alias; last: number }[] = [];
  const most = names.longest.get(stem) ?? 0;
  let key = stem;
  let last = i;
  for (let words = 1; words <= most; words++) {
    const alias = names.byWords.get(key);
    if (alias) found.push({ alias, last });
    const mark = view.tokens[last + 1];
    last += mark?.kind === 'mark' && (mark.text === '-' || mark.text === '.') && !mark.spaced ? 2 : 1;
    const token = view.tokens[last];
    if (!token || token.kind === 'mark' || covered[last] === 1) break;
    key += ` ${token.folded}`;
  }
  return found;
}

/** Whether a single word may be taken for the name here: it is no frequent word, and no ordinary one with a particle. */
function fitsHere(view: LineView, i: number, alias: Alias, clitic: boolean): boolean {
  if (view.isFrequent(i)) return false;
  if (view.isOrdinary(i))
    return !clitic && alias.label === 'PER' && alias.confidence > 0.6 && startsOrFollows(view, i);
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
