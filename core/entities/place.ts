import type { EntityLabel } from '../labels/entity-labels.ts';
import type { LexiconMatch } from '../lexicon/matches.ts';
import { traitOf, traitsOf } from '../lexicon/traits.ts';
import { cliticSplits } from '../text/clitics.ts';
import type { Token } from '../text/tokens.ts';
import { isOneOf } from '../text/words.ts';
import type { EntityCandidate, Recogniser } from './candidate.ts';
import { complementOf, properNameAt } from './complement.ts';
import type { LineView } from './line-view.ts';
import { foldedWords, valueIn, viewLine } from './line-view.ts';
import { quotedName } from './quoted-name.ts';

/** Heads that common words follow as often as names: they need a proper name behind them. */
const VAGUE_HEADS = foldedWords(
  'سوق مركز طريق شارع مجمع قاعدة محطة صالة مسرح حاجز قبر ساحة قصر سد برج مول حديقة رأس ساحل حوض سهل قناة ميدان فندق كنيسة قلعة سجن مسجد جامع متحف دوار مدرج ملعب',
);

/** Heads that a place follows without making a building of them: "سوق أبوظبي". */
const DOUBTFUL_HEADS = foldedWords('سوق مركز قاعدة طريق مجمع رأس ساحل');

const candidate = (
  view: LineView,
  start: number,
  last: number,
  label: EntityLabel,
  confidence: number,
  source: string,
): EntityCandidate => ({
  start,
  end: view.tokens[last]?.end ?? start,
  label,
  value: null,
  confidence,
  source,
});

const STARTS = traitsOf('place', 'country', 'city', 'place-head', 'nationality');
const NATIONALITY = traitOf('nationality');

/** Countries, towns, regions, buildings: from the lists, and behind words like مدينة and مطار. */
export const place: Recogniser = {
  name: 'place',
  find(line) {
    const view = viewLine(line);
    const found: EntityCandidate[] = [];
    for (let i = view.next(STARTS, 0); i >= 0; i = view.next(STARTS, i + 1)) {
      if (view.has(i, NATIONALITY)) findSideOfNation(view, i - 1, found);
      for (const match of view.at(i)) findListed(view, match, found);
      findIntroduced(view, i, found);
    }
    findSun(view, found);
    return found;
  },
};

function findListed(view: LineView, match: LexiconMatch, found: EntityCandidate[]): void {
  const single = match.last === match.first;
  // With particles taken off, a single word must not be an ordinary word as it stands: "ورد" is no و + رد.
  const chance = match.proclitics !== '' && single && view.isOrdinary(match.first);
  if (chance && match.end - match.start < 5) return;
  for (const { list, value } of match.entries) {
    if (list === 'place') {
      const [label, weak] = value.split(' ') as [EntityLabel, string | undefined];
      if (weak) {
        if (isIntroduced(view, match) || (label === 'LOC' && isLocated(view, match)))
          found.push(candidate(view, match.start, match.last, label, 0.85, 'list/place'));
      } else found.push(candidate(view, match.start, match.last, label, 0.93, 'list/place'));
    } else if (list === 'country' && !isWeak(match)) {
      found.push(candidate(view, match.start, match.last, 'GPE', 0.95, 'list/country'));
    } else if (list === 'city' && !isWeak(match) && !chance) {
      if (single && view.isOrdinary(match.first)) continue;
      if (single && match.proclitics !== '' && match.end - match.start < 4) continue;
      // "أوستن", "جاكسون" are persons rather than towns, but behind a preposition of place.
      if (single && isPerson(match) && !isLocated(view, match)) continue;
      const sure = !single || isLocated(view, match) ? 0.75 : 0.55;
      found.push(candidate(view, match.start, match.last, 'GPE', sure, 'list/city'));
    }
  }
}

const isPerson = (match: LexiconMatch): boolean =>
  match.entries.some(
    ({ list }) =>
      list === 'foreign-name' || list === 'given-name' || list === 'family-name' || list === 'person',
  );

const LOCATING = foldedWords('في من إلى الى قرب بلدة مدينة قرية ولاية محافظة جنوب شمال شرق غرب وسط منطقة');

const isLocated = (view: LineView, match: LexiconMatch): boolean =>
  /[بف]$/.test(match.proclitics) ||
  (match.proclitics === '' && LOCATING.has(view.tokens[match.first - 1]?.folded ?? ''));

/** Whether the hand-made list says that the name is an ordinary word as well. */
const isWeak = (match: LexiconMatch): boolean => valueIn(match, 'place')?.endsWith('weak') ?? false;

/** Whether a word like مدينة stands before, or the name stands in a row of places: "الخبر والدمام". */
function isIntroduced(view: LineView, match: LexiconMatch): boolean {
  const before = match.first - 1;
  const beside = (i: number): boolean =>
    view
      .at(i)
      .some(
        (other) =>
          other.last === i &&
          other.entries.some(
            ({ list, value }) => list === 'country' || (list === 'place' && !value.endsWith('weak')),
          ),
      );
  if (
    view.at(before).some((head) => head.last === before && valueIn(head, 'place-head')?.startsWith('GPE')) &&
    match.proclitics === ''
  )
    return true;
  const next = view.tokens[match.last + 1];
  return (
    (match.proclitics.startsWith('و') && beside(before)) ||
    (next?.folded.startsWith('و') === true &&
      next.spaced &&
      beside(match.last + 1) &&
      view.at(match.last + 1).some((other) => other.proclitics === 'و'))
  );
}

function findIntroduced(view: LineView, i: number, found: EntityCandidate[]): void {
  const head = view.find(i, 'place-head');
  if (!head) return;
  const [label, way] = (valueIn(head, 'place-head') ?? '').split(' ') as [EntityLabel, string];
  const next = head.last + 1;
  const quoted = label === 'FAC' || way === 'out' ? quotedName(view, next) : null;
  if (quoted && quoted.last - quoted.first < 4 && view.tokens[next]?.text !== '(') {
    found.push(candidate(view, view.tokens[quoted.first]?.start ?? 0, quoted.last, label, 0.6, 'rule/place'));
    return;
  }
  // "مدينة #شيخاني"
  if (way === 'out' && view.tokens[next]?.text === '#')
    findExplained(view, next + 1, placeTail(view, next + 1), label, found);
  if (!view.follows(head.last)) return;
  const tail = placeTail(view, next);
  if (way === 'out') findExplained(view, next, tail, label, found);
  else if (label === 'GPE') {
    if (tail < 0) return;
    let last = tail;
    while (view.follows(last) && STATE_ADJECTIVES.has(view.tokens[last + 1]?.folded ?? '')) last++;
    found.push(candidate(view, head.start, last, 'GPE', 0.95, 'rule/place'));
  } else findBuilt(view, head, tail, label, found);
}

/** Words of astronomy, in whose sentences the sun is a place. */
const STARS = foldedWords(
  'مذنب المذنب مذنبا كويكب الكويكب كويكبا كوكب الكوكب كواكب الكواكب المدار مدار مداره فلكي الفلكي فلكيون مجرة المجرة المسبار مسبار تلسكوب التلسكوب',
);

const isSun = isOneOf(new Set(['الشمس']));

/** "يقترب المذنب من الشمس": from what something in the sky is so far, or round which it goes. */
function findSun(view: LineView, found: EntityCandidate[]): void {
  const { tokens } = view;
  for (let i = 1; i < tokens.length; i++) {
    if (!isSun(view.line.words, (tokens[i] as Token).word) || !ROUND.has(tokens[i - 1]?.folded ?? ''))
      continue;
    if (!tokens.some(({ folded }) => STARS.has(folded))) return;
    found.push(candidate(view, tokens[i]?.start ?? 0, i, 'LOC', 0.8, 'rule/place'));
  }
}

const ROUND = foldedWords('من حول عن نحو إلى خلف وحول');

const SIDES = foldedWords('الشمال الجنوب الشرق الغرب الساحل الوسط الريف');

/** "الشمال السوري": a side of a country by the adjective of its nation. */
function findSideOfNation(view: LineView, i: number, found: EntityCandidate[]): void {
  const token = view.tokens[i];
  if (!token || !view.follows(i)) return;
  const nation = view.find(i + 1, 'nationality', true);
  const side = nation && cliticSplits(token).find((split) => SIDES.has(split.stem));
  if (
    !side ||
    !nation ||
    !/^ms$/.test(valueIn(nation, 'nationality') ?? '') ||
    !view.tokens[i + 1]?.folded.startsWith('ال')
  )
    return;
  found.push(candidate(view, token.start + side.length, nation.last, 'LOC', 0.85, 'rule/place'));
}

/** Behind "مدينة": the place alone. */
function findExplained(
  view: LineView,
  next: number,
  tail: number,
  label: EntityLabel,
  found: EntityCandidate[],
): void {
  const token = view.tokens[next];
  if (!token || view.find(next, 'place-head', true)) return;
  if (tail >= 0) {
    if (properNameAt(view, next)?.kind === 'nation') return;
    found.push(candidate(view, token.start, tail, label === 'LOC' ? 'LOC' : 'GPE', 0.9, 'rule/place'));
    return;
  }
  if (token.folded.startsWith('ال') && view.tokens[next - 1]?.folded.endsWith('العاصمه')) return;
  const isName =
    view.isUnknown(next) ||
    (view.find(next, 'given-name', true) !== null && label === 'LOC') ||
    view.find(next, 'foreign-name', true) !== null ||
    (SMALL_PLACES.has(view.tokens[next - 1]?.folded ?? '') &&
      /^ال.{3}/.test(token.folded) &&
      !view.isFrequent(next) &&
      !NO_PLACE.has(token.folded)) ||
    (TOWNS.has(view.tokens[next - 1]?.folded ?? '') &&
      /^ال.{3}/.test(token.folded) &&
      !view.isFrequent(next) &&
      !NO_PLACE.has(token.folded) &&
      '،.؛'.includes(view.tokens[next + 1]?.text ?? '.'));
  if (!isName || token.folded.startsWith('وال')) return;
  let last = next;
  while (
    view.follows(last) &&
    last < next + 1 &&
    view.isUnknown(last + 1) &&
    !view.tokens[last + 1]?.folded.startsWith('ال')
  )
    last++;
  found.push(candidate(view, token.start, last, label, 0.65, 'rule/place'));
}

/** Seas, mountains, buildings: the head belongs to the name. */
function findBuilt(
  view: LineView,
  head: LexiconMatch,
  tail: number,
  label: EntityLabel,
  found: EntityCandidate[],
): void {
  const { last, named, words } = complementOf(view, head.last, 4, false);
  if (words === 0) return;
  const word = view.tokens[head.first]?.folded.slice(head.proclitics.length) ?? '';
  // "قصر المنيل": a definite word that no list knows is a name.
  const proper = named || tail >= 0 || (words === 1 && view.isUnknown(last));
  if (!proper && (VAGUE_HEADS.has(word) || !ADJECTIVES.has(view.tokens[last]?.folded ?? ''))) return;
  // "سوق أبوظبي" is no building; one that closes with such an adjective is.
  const sure = ADJECTIVES.has(view.tokens[last]?.folded ?? '') ? 0.87 : DOUBTFUL_HEADS.has(word) ? 0.6 : 0.85;
  found.push(candidate(view, head.start, last, label, proper ? sure : 0.6, 'rule/place'));
}

/** Heads behind which a definite word is the name of the place, ordinary as it may be: "حي السلام". */
const SMALL_PLACES = foldedWords('حي بلدة قرية بقرية ببلدة بحي وبلدة وقرية قضاء مديرية');

/** "يمر بمدينة الرطبة،": a lone definite word behind these is the town's name, where no noun goes on. */
const TOWNS = foldedWords('مدينة بمدينة لمدينة ومدينة');

const NO_PLACE = foldedWords(
  'السكني السكنية الملاهي الألعاب المعارض الإنتاج الطفل الثقافة العلوم الجامعية الصناعية الرياضية الفاضلة المقدسة الساحلية الجديدة التاريخية الأثرية الكبيرة الجبلية الإعلامية الطبية التعليمية المحاصرة المنكوبة المحررة السياحية الأطفال النموذجية المذكورة المجاورة الحدودية الفلسطينية السورية الواقعة الشعبي الراقي الصغيرة القديمة الخبراء',
);

const STATE_ADJECTIVES = foldedWords(
  'العربية الإسلامية الديمقراطية الشعبية الاتحادية المتحدة الشمالية الجنوبية',
);

/** What closes the name of a building: "مطار دبي الدولي", "المستشفى العسكري". */
const ADJECTIVES = foldedWords(
  'الدولي الدولية التخصصي العام الجوية الجوي العسكري العسكرية البحرية المركزي المركزية الكبير الأعظم الوطني الوطنية الجامعي الأقصى الحرام النبوي المبكي الأحمر الأسود الأبيض الميت',
);

/** The last token of a listed place that begins with token `i`, taken whole; -1 if none does. */
function placeTail(view: LineView, i: number): number {
  let last = -1;
  for (const match of view.at(i)) {
    if (match.proclitics !== '') continue;
    if (
      match.entries.some(
        ({ list, value }) =>
          list === 'country' || list === 'city' || (list === 'place' && !value.startsWith('FAC')),
      )
    )
      last = Math.max(last, match.last);
  }
  return last;
}
