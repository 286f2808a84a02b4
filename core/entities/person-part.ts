import { traitsOf } from '../lexicon/traits.ts';
import type { LineView } from './line-view.ts';
import { foldedWords, valueIn } from './line-view.ts';
import { isPartByPlace, isTownAlone } from './person-position.ts';

/** How a word takes part in a person's name. */
export const Part = {
  None: 0,
  /** No list knows it. */
  Unknown: 1,
  /** A name that is an ordinary word too. */
  Weak: 2,
  Name: 3,
  /** Joins names: بن, أبو, آل, دي. */
  Particle: 4,
} as const;

export type Part = (typeof Part)[keyof typeof Part];

const PARTICLES = foldedWords(
  'بن ابن بنت أبو ابو أبي ابي أم آل ولد بو عبد دي دا دو ديل ديلا دوس فان فون لو لا ماك سان أو بنت الله الدين',
);

/** The numbers of kings and popes. */
const REGNAL = foldedWords('الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر');

export interface Opening {
  readonly start: number;
  readonly last: number;
  readonly part: Part;
  /** Whether a list has it as the name of a known person. */
  readonly known: boolean;
  readonly clitic: boolean;
  /** Whether it is a given name that is no ordinary word. */
  readonly given: boolean;
  /** Whether it has the article. */
  readonly definite: boolean;
  /** Whether a title, or a verb of saying a few words before, tells that a person is named here. */
  readonly expected: boolean;
  /** Whether it is the one name by which a person is known, and no given name: "بوتين". */
  readonly surname: boolean;
}

/** Definite words that end like an adjective of origin, as family names do: "الحديدي". */
export const isNamelike = (view: LineView, i: number): boolean => {
  const folded = view.tokens[i]?.folded ?? '';
  return folded.startsWith('ال') && folded.length > 4 && (folded.endsWith('ي') || !view.isOrdinary(i));
};

const PLACES = traitsOf('country', 'city', 'place', 'organisation', 'organisation-head', 'place-head');

export const isPlace = (view: LineView, i: number): boolean =>
  view.has(i, PLACES) &&
  view
    .at(i)
    .some(
      (match) =>
        match.proclitics === '' &&
        match.entries.some(
          ({ list, value }) =>
            list === 'country' ||
            list === 'city' ||
            (list === 'place' && !value.endsWith('weak')) ||
            (list === 'organisation' && value !== 'weak') ||
            list === 'organisation-head' ||
            list === 'place-head',
        ),
    );

export function partOf(view: LineView, i: number, words: number, opening: Opening): Part {
  const token = view.tokens[i];
  if (token?.kind !== 'word') return Part.None;
  const { folded } = token;
  if (PARTICLES.has(folded)) return Part.Particle;
  if (words === 1 && REGNAL.has(folded) && opening.part === Part.Name && !opening.clitic) return Part.Weak;
  if (
    folded.length < 4 &&
    view.tokens[i + 1]?.text === '.' &&
    view.tokens[i + 1]?.spaced === false &&
    nextWord(view, i) >= 0
  )
    return Part.Unknown;
  let part: Part = Part.None;
  let isNation = false;
  let listedFamily = false;
  for (const match of view.at(i)) {
    if (match.proclitics !== '' || match.last !== i) continue;
    listedFamily ||= valueIn(match, 'family-name') !== null;
    for (const { list, value } of match.entries) {
      if (list === 'given-name' || list === 'family-name' || list === 'foreign-name' || list === 'person') {
        const strength = value === 'weak' ? Part.Weak : Part.Name;
        if (strength > part) part = strength;
      } else if (list === 'nationality') isNation = true;
      else if (
        list === 'country' ||
        list === 'honorific' ||
        list === 'post' ||
        (list === 'organisation' && value !== 'weak')
      ) {
        // "المترجم باولو فيراري": behind a first name where a person is named a company's name is the person's.
        if (list === 'organisation' && words === 1 && opening.expected && opening.part >= Part.Weak)
          return Part.Weak;
        return part !== Part.None &&
          !folded.startsWith('ال') &&
          (part === Part.Name || (words === 1 && opening.given))
          ? part
          : Part.None;
      }
    }
  }
  // "محمد المصري" is a name; behind a full name, or a foreign one, the adjective is one of nation.
  if (isNation) {
    const fits =
      /(?:ي|يه)$/.test(folded) && (words === 1 ? opening.given : listedFamily && words < 5 && !opening.known);
    return fits || (part === Part.Name && words === 1 && !opening.known) ? Part.Weak : Part.None;
  }
  // A word of another use goes on a name only right behind a given one.
  if (
    part === Part.Weak &&
    view.isOrdinary(i) &&
    words > 1 &&
    !listedFamily &&
    !(opening.given && words === 2 && view.find(i, 'given-name', true))
  )
    return Part.None;
  if (part !== Part.None) return part;
  const isFirst = words === 1 && opening.expected && opening.part === Part.Name && !opening.surname;
  if (isPlace(view, i)) return isFirst && isTownAlone(view, i) ? Part.Weak : Part.None;
  // "بوش واتهم": an unknown word that begins with و is more likely a verb behind the conjunction.
  if (view.isUnknown(i)) {
    const isOther =
      (folded.startsWith('و') && folded.length > 4) ||
      (opening.known && /^[بلفك]/.test(folded)) ||
      /[\u064b-\u064d]/.test(token.text);
    return isOther ? Part.None : Part.Unknown;
  }
  if (folded.startsWith('ال')) {
    if (view.isFrequent(i) || folded.length < 5) return Part.None;
    const fits = words === 1 ? opening.given : folded.endsWith('ي') && words < 5 && !view.isOrdinary(i);
    return fits ? Part.Weak : Part.None;
  }
  // Behind a given name even an ordinary word is its second half, unless it is a verb or carries a particle.
  if (
    words === 1 &&
    opening.given &&
    !opening.clitic &&
    !view.isFrequent(i) &&
    folded.length > 2 &&
    !/^[يبلوفسكن]/.test(folded) &&
    !/[اه]$/.test(folded)
  )
    return Part.Weak;
  return isFirst && isPartByPlace(view, i) ? Part.Weak : Part.None;
}

/** The word that goes on a name behind token `i`: over a blank, a hyphen, or the stop of an initial ("إف. كيندي"). */
export function nextWord(view: LineView, i: number): number {
  const next = view.tokens[i + 1];
  if (!next) return -1;
  if (next.kind === 'word') return next.spaced ? i + 1 : -1;
  const behind = view.tokens[i + 2];
  if (behind?.kind !== 'word') return -1;
  if ((next.text === '-' || next.text === '‑') && !next.spaced && !behind.spaced) return i + 2;
  if (next.text === '.' && !next.spaced && (view.tokens[i]?.folded.length ?? 9) < 4) return i + 2;
  return -1;
}
