import type { Recogniser, EntityCandidate } from './candidate.ts';
import type { LineView } from './line-view.ts';
import { foldedWords, valueIn, viewLine } from './line-view.ts';

/** How a word takes part in a person's name. */
const Part = {
  None: 0,
  /** No list knows it. */
  Unknown: 1,
  /** A name that is an ordinary word too. */
  Weak: 2,
  Name: 3,
  /** Joins names: بن, أبو, آل, دي. */
  Particle: 4,
} as const;

type Part = (typeof Part)[keyof typeof Part];

const PARTICLES = foldedWords(
  'بن ابن بنت أبو ابو أبي ابي أم آل ولد بو عبد دي دا دو ديل ديلا دوس فان فون لو لا ماك سان أو بنت الله الدين',
);

/** Particles that begin a name: "أبو مازن", "ابن سلمان", "آل الشيخ". */
const OPENING_PARTICLES = foldedWords('أبو ابو بن ابن آل عبد');

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
      for (const name of namesAt(view, i)) found.push(name);
    }
    return found;
  },
};

interface Opening {
  readonly start: number;
  readonly last: number;
  readonly part: Part;
  /** Whether a list has it as the name of a known person. */
  readonly known: boolean;
  readonly clitic: boolean;
}

function namesAt(view: LineView, i: number): EntityCandidate[] {
  const opening = openingAt(view, i);
  if (!opening) return [];
  const titled = followsTitle(view, i) && !opening.clitic;
  let { last } = opening;
  let strong = opening.part === Part.Name ? last - i + 1 : 0;
  let words = last - i + 1;
  let family = false;
  while (words < LONGEST) {
    const next = nextWord(view, last);
    if (next < 0) break;
    const part = partOf(view, next, words, titled);
    if (part === Part.None) break;
    const spelt = view.tokens[next]?.folded ?? '';
    if (part === Part.Particle) {
      const behind = nextWord(view, next);
      if (spelt === 'الله' || spelt === 'الدين') {
        last = next;
        words++;
        continue;
      }
      const goesOn =
        behind >= 0 && (partOf(view, behind, words, titled) !== Part.None || isNamelike(view, behind));
      if (!goesOn) break;
      last = behind;
      words += 2;
      strong++;
      continue;
    }
    if (family) break;
    if (part === Part.Name) strong++;
    last = next;
    words++;
    if (spelt.startsWith('ال') && part !== Part.Name && words > 2) family = true;
  }
  const end = view.tokens[last]?.end ?? opening.start;
  const confidence = confidenceOf(opening, strong, words, titled);
  if (confidence === 0) return [];
  const source = opening.known ? 'list/person' : titled ? 'rule/title' : 'rule/person-name';
  return [{ start: opening.start, end, label: 'PER', value: null, confidence, source }];
}

function confidenceOf(opening: Opening, strong: number, words: number, titled: boolean): number {
  if (opening.known) return 0.93;
  if (opening.part === Part.Unknown)
    return titled ? (words > 1 || strong > 0 ? 0.8 : 0.6) : words > 1 && strong > 0 ? 0.62 : 0;
  if (titled) return words > 1 ? 0.92 : opening.part === Part.Name ? 0.8 : 0.45;
  if (opening.part === Part.Particle) return strong > 0 ? 0.7 : 0;
  if (words > 1) return strong > 1 ? 0.88 : strong === 1 ? 0.75 : 0;
  return opening.part === Part.Name && !opening.clitic ? 0.5 : 0;
}

/** How a name may begin at token `i`, with or without particles of grammar in front. */
function openingAt(view: LineView, i: number): Opening | null {
  const token = view.tokens[i];
  if (token?.kind !== 'word') return null;
  let best: Opening | null = null;
  for (const match of view.at(i)) {
    const clitic = match.proclitics !== '';
    if (clitic && (view.isOrdinary(i) || (best && !best.clitic)) && match.last === i) continue;
    for (const { list, value } of match.entries) {
      const known = list === 'person' || (list === 'known-person' && value !== 'weak' && match.last > i);
      const listed = list === 'given-name' || list === 'family-name' || list === 'foreign-name';
      if (!known && !listed) continue;
      if (listed && list !== 'given-name' && clitic) continue;
      const part = value === 'weak' ? Part.Weak : Part.Name;
      const better =
        !best ||
        Number(known) > Number(best.known) ||
        (known === best.known && (match.last > best.last || (match.last === best.last && part > best.part)));
      if (better && !(best?.known && !known))
        best = { start: match.start, last: match.last, part, known, clitic };
    }
  }
  if (best) return best;
  const plain = { start: token.start, last: i, known: false, clitic: false };
  if (OPENING_PARTICLES.has(token.folded)) {
    const behind = nextWord(view, i);
    if (
      behind >= 0 &&
      (partOf(view, behind, 1, true) !== Part.None || (token.folded !== 'بن' && isNamelike(view, behind)))
    )
      return { ...plain, last: behind, part: token.folded === SERVANT ? Part.Name : Part.Particle };
    return null;
  }
  if (isPlace(view, i)) return null;
  return view.isUnknown(i) ? { ...plain, part: Part.Unknown } : null;
}

/** Definite words that end like an adjective of origin, as family names do: "الحديدي". */
const isNamelike = (view: LineView, i: number): boolean => {
  const folded = view.tokens[i]?.folded ?? '';
  return folded.startsWith('ال') && folded.length > 4 && (folded.endsWith('ي') || !view.isOrdinary(i));
};

const isPlace = (view: LineView, i: number): boolean =>
  view
    .at(i)
    .some(
      (match) =>
        match.proclitics === '' &&
        match.entries.some(
          ({ list }) =>
            list === 'country' ||
            list === 'city' ||
            list === 'place' ||
            list === 'organisation' ||
            list === 'organisation-head' ||
            list === 'place-head',
        ),
    );

function partOf(view: LineView, i: number, words: number, titled: boolean): Part {
  const token = view.tokens[i];
  if (token?.kind !== 'word') return Part.None;
  const { folded } = token;
  if (PARTICLES.has(folded)) return Part.Particle;
  let part: Part = Part.None;
  let isNation = false;
  for (const match of view.at(i)) {
    if (match.proclitics !== '' || match.last !== i) continue;
    for (const { list, value } of match.entries) {
      if (list === 'given-name' || list === 'family-name' || list === 'foreign-name' || list === 'person') {
        const strength = value === 'weak' ? Part.Weak : Part.Name;
        if (strength > part) part = strength;
      } else if (list === 'nationality') isNation = true;
      else if (list === 'country' || list === 'post' || list === 'organisation')
        return part === Part.Name ? part : Part.None;
    }
  }
  if (part !== Part.None) return part;
  // "محمد المصري" is a name; behind a full name the adjective is one of nation.
  if (isNation) return words === 1 && folded.startsWith('ال') && folded.endsWith('ي') ? Part.Weak : Part.None;
  if (view.isUnknown(i) && !isPlace(view, i)) return Part.Unknown;
  if (
    folded.startsWith('ال') &&
    folded.endsWith('ي') &&
    folded.length > 5 &&
    words <= 2 &&
    !view.isOrdinary(i)
  )
    return Part.Weak;
  void titled;
  return Part.None;
}

/** The word that goes on a name behind token `i`: over a blank, a hyphen, or the stop of an initial ("إف. كيندي"). */
function nextWord(view: LineView, i: number): number {
  const next = view.tokens[i + 1];
  if (!next) return -1;
  if (next.kind === 'word') return next.spaced ? i + 1 : -1;
  const behind = view.tokens[i + 2];
  if (behind?.kind !== 'word') return -1;
  if ((next.text === '-' || next.text === '‑') && !next.spaced && !behind.spaced) return i + 2;
  if (next.text === '.' && !next.spaced && (view.tokens[i]?.folded.length ?? 9) < 4) return i + 2;
  return -1;
}

/** Whether a post ends right before token `i`: "الرئيس X", "الرئيس الروسي X", "وزير الخارجية السابق X". */
function followsTitle(view: LineView, i: number): boolean {
  for (let back = 1; back <= 4 && i - back >= 0; back++) {
    const at = i - back;
    const token = view.tokens[at];
    if (!token || token.kind === 'mark') {
      if (token?.text === '.' && back === 1) continue;
      return false;
    }
    for (const match of view.at(at)) {
      if (match.last < at || match.last >= i) continue;
      if (valueIn(match, 'post') !== null && onlyAdjectives(view, match.last + 1, i)) return true;
    }
  }
  return false;
}

const AFTER_POST = foldedWords(
  'السابق السابقة الأسبق الراحل الراحلة الحالي الجديد الجديدة المنتخب العام العامة الأول الدولي الدكتور السيد الشيخ المخلوع',
);

function onlyAdjectives(view: LineView, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = view.tokens[i];
    if (token?.text === '.') continue;
    const fits =
      AFTER_POST.has(token?.folded ?? '') ||
      view.find(i, 'nationality', true) !== null ||
      view.find(i, 'country', true) !== null ||
      view.find(i, 'field', true) !== null ||
      view.at(i).some((match) => valueIn(match, 'post-adjective') !== null) ||
      (i > from &&
        view.at(i - 1).some((match) => match.last === i && valueIn(match, 'nationality') !== null));
    if (!fits) return false;
  }
  return true;
}
