import type { Recogniser, EntityCandidate } from './candidate.ts';
import type { LexiconMatch } from '../lexicon/matches.ts';
import { traitOf, traitsOf } from '../lexicon/traits.ts';
import type { Token } from '../text/tokens.ts';
import { isOneOf } from '../text/words.ts';
import type { LineView } from './line-view.ts';
import { foldedWords, valueIn, viewLine } from './line-view.ts';
import { isNamelike, isPlace, nextWord, Part, partOf } from './person-part.ts';
import type { Opening } from './person-part.ts';
import { isEnclosed, isNameByPlace, isSpoken } from './person-position.ts';
import { titleBefore } from './title.ts';

/** Particles that begin a name: "أبو مازن", "ابن سلمان", "آل الشيخ". */
const OPENING_PARTICLES = foldedWords('أبو بن ابن آل عبد');

const FOREIGN_PARTICLES = foldedWords('دي فان فون دا');

/** Particles behind which any word is a name: بن, أبو. */
const LINEAGE = foldedWords('بن بنت أبو أبي آل');

/** Words of pious formulas: "رضي الله عنه". */
const DEVOUT = foldedWords(
  'الله رضي صلى رسول حفظه الحمدلله الرحمن الرحيم سبحانه رضوان اللهم والله ابنه ابنها',
);

/** What عبد is followed by: names of God, written apart. */
const SERVANT = 'عبد';

const LONGEST = 7;

/** Persons: full names of the lists, sequences of given, family and foreign names, and names behind a post. */
export const person: Recogniser = {
  name: 'person',
  find(line) {
    const view = viewLine(line);
    const found: EntityCandidate[] = [];
    for (let i = 0; i < view.tokens.length; i++) {
      if (!mayOpen(view, i)) continue;
      const name = nameAt(view, i);
      if (name) found.push(name);
    }
    return found;
  },
};

const LISTED = traitsOf('person', 'known-person', 'given-name', 'family-name', 'foreign-name', 'unknown');
const BEHIND = traitsOf('foreign-name', 'unknown');

/** Whether a name may begin with token `i`: no word is looked at closer else. */
const mayOpen = (view: LineView, i: number): boolean =>
  view.has(i, LISTED) ||
  view.has(i + 1, BEHIND) ||
  isOpeningParticle(view.line.words, (view.tokens[i] as Token).word);

const isOpeningParticle = isOneOf(new Set([...OPENING_PARTICLES, ...FOREIGN_PARTICLES]));

function nameAt(view: LineView, i: number): EntityCandidate | null {
  const found = openingAt(view, i);
  if (!found) return null;
  const title = found.clitic ? null : (titleBefore(view, i) ?? (isEnclosed(view, i) ? 'role' : null));
  // Behind a title even a name that is an ordinary word as well is a given name.
  const opening: Opening = {
    start: found.start,
    last: found.last,
    part: found.part,
    known: found.known,
    clitic: found.clitic,
    given: found.given || (title !== null && found.part !== Part.Unknown),
    definite: found.definite,
    expected: title !== null || (!found.clitic && isSpoken(view, i)),
    surname: found.surname,
  };
  const said =
    !opening.clitic && i > 0 && view.find(i - 1, 'cue') !== null && view.tokens[i]?.spaced === true;
  let { last } = opening;
  let strong = opening.part === Part.Name ? last - i + 1 : 0;
  let words = last - i + 1;
  let known = opening.known;
  while (words < LONGEST) {
    const next = nextWord(view, last);
    if (next < 0) break;
    const part = partOf(view, next, words, opening);
    if (part === Part.None) break;
    const spelt = view.tokens[next]?.folded ?? '';
    if (opening.surname && !goesWithSurname(view, next)) break;
    // "كيم جونغ أون بوتين": behind a known person's full name another is another person's.
    if (opening.known && opening.last > i && isSurname(view, next)) break;
    if (part === Part.Particle) {
      if (spelt === 'الله' || spelt === 'الدين') {
        last = next;
        words++;
        continue;
      }
      const behind = nextWord(view, next);
      const goesOn =
        behind >= 0 &&
        (partOf(view, behind, words, opening) !== Part.None ||
          isNamelike(view, behind) ||
          (LINEAGE.has(spelt) && !view.isFrequent(behind)));
      if (!goesOn) break;
      last = endOfPart(view, behind);
      words += 2;
      strong++;
      continue;
    }
    if (part === Part.Name) strong++;
    if (isSurname(view, next)) {
      known = true;
    }
    last = next;
    words++;
    // A family name with the article closes the name, but for a further one of the lists.
    if (spelt.startsWith('ال') && words > 2 && part !== Part.Name) break;
  }
  if (opening.part === Part.Unknown && title === null && !said && words === 2 && isVerbLike(view, i))
    return null;
  if (opening.part === Part.Weak && AUXILIARIES.has(view.tokens[i - 1]?.folded ?? '')) return null;
  const end = view.tokens[last]?.end ?? opening.start;
  const confidence = confidenceOf(opening, strong, words, title, said, known);
  if (confidence === 0) return null;
  const source = known ? 'list/person' : title !== null ? 'rule/title' : 'rule/person-name';
  return { start: opening.start, end, label: 'PER', value: null, confidence, source };
}

/**
 * Whether token `i` goes on a name that began with one by which a person is known ("إنريكي سانتياغو"): another foreign
 * name; one that comes first in names is another person's ("بوتين كيم").
 */
function goesWithSurname(view: LineView, i: number): boolean {
  const folded = view.tokens[i]?.folded ?? '';
  const match = view.find(i, 'foreign-name', true);
  return (
    match !== null &&
    valueIn(match, 'given-name') === null &&
    !folded.startsWith('ال') &&
    !FAMILY_FIRST.has(folded)
  );
}

/** Family names that stand before the given name. */
const FAMILY_FIRST = foldedWords('كيم شي لي مون وانغ تشانغ هوانغ بارك تشوي نغوين');

/** Whether an unknown word before a name has the form of a verb or of its noun: "استمالت الحريري", "تسميم الأسد". */
const isVerbLike = (view: LineView, i: number): boolean =>
  /^(?:[يتن]|است)|ت$/.test(view.tokens[i]?.folded ?? '');

/** Behind these stands a verb: "قد طالب السيسي". */
const AUXILIARIES = foldedWords('قد وقد فقد لقد ولقد لم ولم لن سوف');

/** The last token of the part of a name that begins with token `i`: "عبد الكريم" is one. */
function endOfPart(view: LineView, i: number): number {
  const listed = view.find(i, 'given-name', true)?.last ?? i;
  const isServant = view.tokens[i]?.folded === SERVANT && view.follows(i);
  return Math.max(listed, isServant ? i + 1 : i);
}

const PERSON = traitOf('person');

/** Whether token `i` alone is the name by which a person is known: "بوتين". */
const isSurname = (view: LineView, i: number): boolean =>
  view.has(i, PERSON) &&
  view
    .at(i)
    .some((match) => match.last === i && match.proclitics === '' && valueIn(match, 'person') !== null);

function confidenceOf(
  opening: Opening,
  strong: number,
  words: number,
  title: string | null,
  said: boolean,
  known: boolean,
): number {
  const titled = title !== null;
  if (opening.known) return 0.93;
  if (known && !(opening.definite && opening.part === Part.Unknown)) return 0.88;
  if (opening.part === Part.Unknown) {
    if (opening.definite) return titled && words > 1 && strong > 0 ? 0.6 : 0;
    if (titled) return words > 1 || strong > 0 ? 0.8 : title === 'role' ? 0 : 0.55;
    return words > 1 && strong > 0 ? (said ? 0.75 : 0.65) : words > 1 && said ? 0.6 : 0;
  }
  if (titled) return words > 1 ? 0.92 : opening.part === Part.Name ? 0.8 : 0.5;
  if (opening.part === Part.Particle) return strong > 0 ? 0.7 : 0;
  if (words > 1) return strong > 1 ? 0.88 : strong === 1 ? 0.75 : said ? 0.6 : 0;
  return opening.part === Part.Name && !opening.clitic && said ? 0.6 : 0;
}

/** How a name may begin at token `i`, with or without particles of grammar in front. */
function openingAt(view: LineView, i: number): Opening | null {
  const token = view.tokens[i];
  if (token?.kind !== 'word') return null;
  if (
    view.isPlain(i) &&
    !OPENING_PARTICLES.has(token.folded) &&
    !FOREIGN_PARTICLES.has(token.folded) &&
    !isNameByPlace(view, i)
  )
    return null;
  if (DEVOUT.has(token.folded) || isTitle(view, i)) return null;
  if (FOREIGN_PARTICLES.has(token.folded) && !token.text.includes('إ')) return openingWithParticle(view, i);
  let best: Opening | null = null;
  for (const match of view.at(i)) {
    const clitic = match.proclitics !== '';
    if (match.proclitics.endsWith('س')) continue;
    const hasFather = LINEAGE.has(view.tokens[i + 1]?.folded ?? '');
    if (clitic && match.last === i && ((view.isOrdinary(i) && !hasFather) || (best && !best.clitic)))
      continue;
    for (const { list, value } of match.entries) {
      const known = list === 'person' || (list === 'known-person' && value !== 'weak' && match.last > i);
      const listed = list === 'given-name' || list === 'family-name' || list === 'foreign-name';
      if (!known && !listed) continue;
      // A nation's adjective opens no name: "الرئيس المصري عبدالفتاح السيسي".
      if (!known && valueIn(match, 'nationality') !== null && token.folded.startsWith('ال')) continue;
      if (listed && list !== 'given-name' && clitic && !isConjoinedName(view, match, value)) continue;
      const part = value === 'weak' ? Part.Weak : Part.Name;
      const better =
        !best ||
        Number(known) > Number(best.known) ||
        (known === best.known && (match.last > best.last || (match.last === best.last && part > best.part)));
      if (better && !(best?.known && !known))
        best = {
          start: match.start,
          last: match.last,
          part,
          known,
          clitic,
          given: valueIn(match, 'given-name') === '',
          definite: token.folded.startsWith('ال'),
          expected: false,
          surname: list === 'person' && match.last === i && valueIn(match, 'given-name') === null,
        };
    }
  }
  if (best) return best;
  if (OPENING_PARTICLES.has(token.folded)) return openingWithParticle(view, i);
  if (isPlace(view, i)) return null;
  return view.isUnknown(i) || isNameByPlace(view, i)
    ? plainOpening(token.start, i, Part.Unknown, token.folded.startsWith('ال'))
    : null;
}

/** "وديفيد سيلفا": behind و a foreign name that is no other word, where a further name follows. */
const isConjoinedName = (view: LineView, match: LexiconMatch, value: string): boolean =>
  match.proclitics === 'و' &&
  value !== 'weak' &&
  valueIn(match, 'foreign-name') !== null &&
  !view.isOrdinary(match.first) &&
  view.follows(match.last) &&
  view.find(match.last + 1, 'foreign-name', true) !== null;

/** An opening that no list knows. */
const plainOpening = (start: number, last: number, part: Part, definite: boolean): Opening => ({
  start,
  last,
  part,
  known: false,
  clitic: false,
  given: false,
  definite,
  expected: false,
  surname: false,
});

/** A name that begins with a particle: "أبو مازن", "دي لورنتيس"; null where no name goes on. */
function openingWithParticle(view: LineView, i: number): Opening | null {
  const token = view.tokens[i] as Token;
  const behind = nextWord(view, i);
  if (behind < 0 || view.isFrequent(behind) || isTitle(view, behind)) return null;
  const opening = (part: Part): Opening => plainOpening(token.start, behind, part, false);
  const part = partOf(view, behind, 1, opening(Part.Particle));
  if (FOREIGN_PARTICLES.has(token.folded))
    return part === Part.Name || part === Part.Unknown
      ? opening(part === Part.Name ? part : Part.Particle)
      : null;
  const fits =
    part !== Part.None || (token.folded !== 'بن' && token.folded !== 'ابن' && isNamelike(view, behind));
  return fits ? opening(token.folded === SERVANT ? Part.Name : Part.Particle) : null;
}

const TITLES = traitsOf('post', 'honorific');

/** Whether token `i` is a title, and not a given name that spells one: "خليفة بن زايد". */
const isTitle = (view: LineView, i: number): boolean =>
  view.has(i, TITLES) &&
  !(view.find(i, 'given-name', true) !== null && view.tokens[i + 1]?.folded === 'بن') &&
  view
    .at(i)
    .some(
      (match) =>
        match.proclitics === '' &&
        match.last === i &&
        ((valueIn(match, 'post') !== null && valueIn(match, 'person') === null) ||
          valueIn(match, 'honorific') !== null),
    );
