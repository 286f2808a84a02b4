import type { Article, LineReading } from '../../lexicon/article.ts';
import type { LexiconEntry } from '../../lexicon/lexicon.ts';
import type { ListId } from '../../lexicon/lists.ts';
import { hasTrait, traitOf } from '../../lexicon/traits.ts';
import { splitsOf } from '../../text/clitics.ts';
import type { Span } from '../../text/span.ts';
import type { Token } from '../../text/tokens.ts';
import { nextOfName } from './name-words.ts';
import type { NameNode, ProjectName } from './names.ts';

/** A name of the project where it stands. Offsets are UTF-16 code units from the start of the article. */
export interface NameMatch extends Span {
  readonly name: ProjectName;
  /** Whether the engine's own lists have it. */
  readonly isListed: boolean;
}

/**
 * Every place where one of the names stands, in order and without overlaps: from left to right the longest name, under
 * whatever reading of the particles before it (و ف ب ل ك stay outside). Takes time in proportion to the text.
 */
export function findNames({ lines }: Article, root: NameNode): NameMatch[] {
  const found: NameMatch[] = [];
  if (root.next.size === 0) return found;
  for (const { start, reading } of lines)
    for (let i = 0; i < reading.tokens.length; i++) {
      const match = longestAt(reading, i, root);
      if (!match) continue;
      const { last, name } = match;
      const isListed = reading
        .matchesAt(i)
        .some(
          (listed) => listed.last === last && listed.start === match.start && listed.entries.some(isName),
        );
      found.push({ start: start + match.start, end: start + match.end, name, isListed });
      i = last;
    }
  return found;
}

const isName = ({ list }: LexiconEntry): boolean => list !== 'ordinary-word';

/** Whether any of the names stands in an article, be it as a word that is hardly a name. */
export const standsIn = ({ lines }: Article, root: NameNode): boolean =>
  root.next.size > 0 &&
  lines.some(({ reading }) =>
    reading.tokens.some((_, i) => longestAt(reading, i, root, () => true) !== null),
  );

interface LineMatch extends Span {
  readonly name: ProjectName;
  /** Index of the last token. */
  readonly last: number;
}

/** The longest name that begins with a token; of two that end at one place the one that takes the whole word. */
function longestAt(
  reading: LineReading,
  first: number,
  root: NameNode,
  believes = isBelievable,
): LineMatch | null {
  const token = reading.tokens[first] as Token;
  if (token.kind === 'mark') return null;
  let longest: LineMatch | null = null;
  const read = (stem: string, proclitics: string, length: number): void => {
    const node = root.next.get(stem);
    if (!node) return;
    const match = follow(
      reading,
      first,
      node,
      token.start + length,
      (last) => last > first || believes(reading, first, stem, proclitics, node.name),
    );
    if (match && match.end > (longest?.end ?? -1)) longest = match;
  };
  read(token.folded, '', 0);
  for (const { stem, proclitics, length } of splitsOf(reading.words, token.word))
    // س stands before verbs alone.
    if (!proclitics.endsWith('س')) read(stem, proclitics, length);
  return longest;
}

function follow(
  { tokens }: LineReading,
  first: number,
  from: NameNode,
  start: number,
  accepts: (last: number) => boolean,
): LineMatch | null {
  let longest: LineMatch | null = null;
  let node: NameNode | undefined = from;
  for (let last = first; node;) {
    if (node.name && accepts(last))
      longest = { start, end: (tokens[last] as Token).end, last, name: node.name };
    const next = nextOfName(tokens, last);
    if (next < 0) break;
    node = node.next.get((tokens[next] as Token).folded);
    last = next;
  }
  return longest;
}

const ORDINARY = traitOf('ordinary');

/** So many letters a name of one word has at least: alone, and behind particles, where chance makes short ones. */
const SHORTEST = { alone: 3, behindParticles: 4 };

/**
 * Whether a single word is likely to be the name that it looks like. Not one that is an ordinary word, nor a word that
 * is known whole and only happens to begin with particles ("وكالة" is no و + كالة); nor, for a person, a given name,
 * which many have.
 */
function isBelievable(
  reading: LineReading,
  i: number,
  stem: string,
  proclitics: string,
  name: ProjectName | null,
): boolean {
  if (stem.length < (proclitics === '' ? SHORTEST.alone : SHORTEST.behindParticles)) return false;
  if (hasTrait(reading.traits, i, ORDINARY)) return false;
  const listed = reading.matchesAt(i).filter(({ first, last }) => first === last);
  if (proclitics !== '' && listed.some((match) => match.proclitics === '')) return false;
  const isIn = (list: ListId): boolean =>
    listed.some(
      (match) =>
        match.proclitics === proclitics &&
        match.stem === stem &&
        match.entries.some((entry) => entry.list === list),
    );
  return !isIn('ordinary-word') && !(name?.label === 'PER' && isIn('given-name'));
}
