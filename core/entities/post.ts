import type { LexiconMatch } from '../lexicon/matches.ts';
import { traitsOf } from '../lexicon/traits.ts';
import type { EntityCandidate, Recogniser } from './candidate.ts';
import { complementOf } from './complement.ts';
import type { LineView } from './line-view.ts';
import { foldedWords, valueIn, viewLine } from './line-view.ts';

/** Adjectives of time that belong to a post: "وزير الخارجية السابق". */
const TIMES = foldedWords(
  'السابق السابقة الأسبق سابق السابقين الحالي الحالية الجديد الجديدة المخلوع المنتخب المؤقت المكلف المعزول',
);

const STARTS = traitsOf('post', 'honorific');

/** Posts and titles of particular persons. */
export const post: Recogniser = {
  name: 'post',
  find(line) {
    const view = viewLine(line);
    const found: EntityCandidate[] = [];
    for (let i = view.next(STARTS, 0); i >= 0; i = view.next(STARTS, i + 1)) {
      const head = view.find(i, 'post');
      if (head) findPost(view, head, found);
      const honorific = view.find(i, 'honorific');
      if (honorific) findHonorific(view, honorific, found);
    }
    return found;
  },
};

const push = (
  view: LineView,
  start: number,
  last: number,
  confidence: number,
  found: EntityCandidate[],
): void => {
  found.push({
    start,
    end: view.tokens[last]?.end ?? start,
    label: 'OCC',
    value: null,
    confidence,
    source: 'list/post',
  });
};

function findHonorific(view: LineView, match: LexiconMatch, found: EntityCandidate[]): void {
  let { last } = match;
  // "معالي وزير الصحة" is one title.
  const post = view.follows(last) ? view.find(last + 1, 'post', true) : null;
  if (post && match.last === match.first && !view.tokens[match.first]?.folded.startsWith('ال'))
    last = endOfPost(view, post, false).last;
  const word = view.tokens[match.last]?.folded ?? '';
  const addressed = /(?:ته|وه|يه|تكم|وكم|يكم)$/.test(word);
  if (addressed || last > match.last || match.last > match.first || personFollows(view, last))
    push(view, match.start, last, 0.85, found);
}

/** Posts that a field of work follows: "وزير الدفاع", "نائب وزير الخارجية"; not "مدير", which an organisation follows. */
const OF_FIELDS = /وزير|وكيل|وزراء$/;

/** Where the post ends that begins with a match: behind its field of work and its adjectives. */
function endOfPost(
  view: LineView,
  head: LexiconMatch,
  definite: boolean,
): { last: number; complete: boolean } {
  let { last } = head;
  let complete = head.last > head.first;
  const field = view.follows(last) ? view.find(last + 1, 'field', true) : null;
  if (
    field &&
    !definite &&
    OF_FIELDS.test(view.tokens[head.last]?.folded ?? '') &&
    view.tokens[field.first]?.folded.startsWith('ال')
  ) {
    last = field.last;
    complete = true;
    while (view.follows(last)) {
      const joined = view
        .at(last + 1)
        .find(
          (match) =>
            match.proclitics === 'و' &&
            valueIn(match, 'field') !== null &&
            view.tokens[match.first]?.folded.startsWith('وال'),
        );
      if (!joined) break;
      last = joined.last;
    }
  }
  while (view.follows(last)) {
    const next = view.tokens[last + 1]?.folded ?? '';
    const adjective = view.find(last + 1, 'post-adjective', true);
    const agrees = next.startsWith('ال') === (definite || (complete && TIMES.has(next)));
    if (TIMES.has(next) && (definite || complete || next === 'سابق')) last++;
    else if (adjective && agrees) last = adjective.last;
    else break;
  }
  return { last, complete };
}

function findPost(view: LineView, head: LexiconMatch, found: EntityCandidate[]): void {
  const i = head.first;
  const folded = view.tokens[i]?.folded ?? '';
  const stem = folded.slice(head.proclitics.length);
  const definite =
    stem.startsWith('ال') || (head.proclitics.endsWith('ل') && stem.startsWith('ل') && folded.includes('لل'));
  if (head.proclitics !== '' && head.last === i && !definite && view.isOrdinary(i) && stem.length < 4) return;
  const kind = valueIn(head, 'post') ?? '';
  const { last, complete } = endOfPost(view, head, definite);
  const named = personFollows(view, last);
  const owner = definite ? null : ownerAt(view, last);
  // "التخمينات الإعلامية": behind a definite noun the word is its adjective.
  if (
    definite &&
    !named &&
    kind !== 'office' &&
    /^[وفبلك]?ال/.test(view.tokens[i - 1]?.folded ?? '') &&
    view.tokens[i]?.spaced
  )
    return;
  let confidence = 0;
  if (kind === 'office')
    confidence = definite || complete || owner || named ? 0.85 : isParticular(view, head, last) ? 0.65 : 0;
  else if (named) confidence = 0.8;
  else if (kind === 'role alone')
    confidence = definite ? 0.6 : owner || complete || isParticular(view, head, last) ? 0.6 : 0;
  else confidence = owner || (!definite && isParticular(view, head, last)) ? 0.5 : 0;
  if (confidence === 0) return;
  const end = definite || complete || owner || named ? last : endOfWork(view, last);
  push(view, head.start, endOfField(view, head, end), confidence, found);
  // "رئيس الحكومة البريطانية" is رئيس of an organisation: the bare head stands by for it.
  const bare = view.find(i, 'post', head.proclitics === '');
  if (!definite && last > head.first && bare)
    for (const match of view.at(i))
      if (match.last === i && match.proclitics === head.proclitics && valueIn(match, 'post') !== null)
        push(view, match.start, i, 0.5, found);
}

/** Those who know a field: "الخبير في الأسواق المالية". */
const LEARNED = foldedWords('خبير خبيرة متخصص متخصصة مختص مختصة محلل محللة أخصائي أخصائية باحث باحثة');

/** Where they work, which is no field. */
const WORKPLACES = foldedWords(
  'المرصد المعهد المركز الجامعة الكلية المختبر المستشفى المدرسة الهيئة الوزارة المؤسسة الشركة المتحف المكتبة المنظمة الجمعية البنك المجلس البلاد المدينة المنطقة',
);

/** Those who speak for a body: "المتحدثة باسم الإدارة المحلية". */
const SPEAKERS = foldedWords('متحدث متحدثة ناطق ناطقة');

/** Whose colleagues follow: "كبير مهندسي المشروع". */
const CHIEFS = foldedWords('كبير كبيرة');

/** Where the field of an expert, or the unnamed body that somebody speaks for or heads, ends; `last` where there is none. */
function endOfField(view: LineView, head: LexiconMatch, last: number): number {
  const stem = (view.tokens[head.first]?.folded ?? '')
    .slice(head.proclitics.length)
    .replace(/^ا?ل(?=.{3})/, '');
  const next = view.tokens[last + 1]?.folded ?? '';
  if (!view.follows(last)) return last;
  if (next === 'للشركه' || next === 'للمجموعه' || next === 'للموسسه' || next === 'للمشروع') return last + 1;
  if (CHIEFS.has(stem) && last > head.first && /.{3}ي$/.test(view.tokens[last]?.folded ?? ''))
    return isNamedBody(view, last + 1) ? last : (endOfNouns(view, last + 1) ?? last);
  const first = last + 2;
  if (!view.follows(last + 1)) return last;
  if (next === 'في' && LEARNED.has(stem) && !WORKPLACES.has(view.tokens[first]?.folded ?? ''))
    return endOfNouns(view, first) ?? last;
  if (next === 'باسم' && SPEAKERS.has(stem) && !isNamedBody(view, first))
    return endOfNouns(view, first) ?? last;
  return last;
}

/** Whether an organisation, a place or a person begins with token `i`, or an organ that a nation's adjective follows. */
const isNamedBody = (view: LineView, i: number): boolean =>
  view
    .at(i)
    .some(
      ({ proclitics, entries }) =>
        proclitics === '' &&
        entries.some(
          ({ list, value }) =>
            list === 'organisation' ||
            list === 'country' ||
            list === 'city' ||
            list === 'place' ||
            list === 'person' ||
            list === 'party' ||
            (list === 'organisation-head' && value === 'body'),
        ),
    ) ||
  (view.follows(i) && view.find(i + 1, 'nationality', true) !== null);

/** The last of the nouns that name a field from token `i` on: a definite one with its adjectives, one construct noun before. */
function endOfNouns(view: LineView, i: number): number | null {
  const isDefinite = (at: number): boolean => /^ال.{2}/.test(view.tokens[at]?.folded ?? '');
  let last = i;
  if (!isDefinite(last)) {
    if (!view.follows(last) || !isDefinite(last + 1) || isNamedBody(view, last)) return null;
    last++;
  }
  if (isNamedBody(view, last) || view.find(last, 'post', true)) return null;
  while (view.follows(last) && isDefinite(last + 1) && /(?:ي|يه)$/.test(view.tokens[last + 1]?.folded ?? ''))
    last++;
  return last;
}

/** Behind "مدير", "كاتب": what the work is on, "مدير العلاقات العامة", "كاتب النص", "مدير مدرسته". */
function endOfWork(view: LineView, last: number): number {
  if (!view.follows(last)) return last;
  const next = view.tokens[last + 1]?.folded ?? '';
  if (/.{3}(?:ته|تها|تهم)$/.test(next) && view.isOrdinary(last + 1)) return last + 1;
  const { last: end, named, words } = complementOf(view, last, 3);
  return words > 0 && !named ? end : last;
}

/**
 * Whether an indefinite noun means one particular holder: a verb of saying stands before it ("قال مسؤول"), or an
 * indefinite adjective of nation behind it ("جنرال إيراني").
 */
function isParticular(view: LineView, head: LexiconMatch, last: number): boolean {
  if (head.proclitics !== '' && head.proclitics !== 'ل') return false;
  const cue = head.proclitics === '' ? view.find(head.first - 1, 'cue') : null;
  const said = cue !== null && /^(?:say|state) verb/.test(valueIn(cue, 'cue') ?? '');
  if (said && view.follows(head.first - 1)) return true;
  const nation = view.follows(last) ? view.find(last + 1, 'nationality', true) : null;
  return (
    nation !== null &&
    /^[mf]s$/.test(valueIn(nation, 'nationality') ?? '') &&
    !view.tokens[last + 1]?.folded.startsWith('ال')
  );
}

/** Whether a person's name begins behind token `last`, an adjective of nation or the stop of "د." between at most. */
function personFollows(view: LineView, last: number): boolean {
  let i = last + 1;
  if (view.tokens[i]?.text === '.' && !view.tokens[i]?.spaced) i++;
  const nation = view.find(i, 'nationality', true);
  if (nation && view.tokens[i]?.spaced) i = nation.last + 1;
  if (view.tokens[i]?.text === '،' && nation) i++;
  const token = view.tokens[i];
  if (!token || token.kind !== 'word') return false;
  let isName = view.isUnknown(i) && !/^[وفبل]/.test(token.folded) && view.isUnknown(i);
  for (const match of view.at(i))
    for (const { list, value } of match.entries)
      if (match.proclitics === '' && !view.isFrequent(i))
        isName ||=
          ((list === 'given-name' || list === 'family-name' || list === 'foreign-name') &&
            value !== 'weak') ||
          list === 'person' ||
          list === 'known-person' ||
          (list === 'given-name' && personGoesOn(view, i)) ||
          list === 'honorific';
  return isName;
}

const personGoesOn = (view: LineView, i: number): boolean =>
  view.follows(i) &&
  (view.isUnknown(i + 1) ||
    view
      .at(i + 1)
      .some(
        (match) =>
          match.proclitics === '' &&
          match.entries.some(
            ({ list }) =>
              list === 'given-name' || list === 'family-name' || list === 'foreign-name' || list === 'person',
          ),
      ));

/** What the post belongs to, where it follows: an organisation or a place ("رئيس حزب …", "أمير قطر"). */
function ownerAt(view: LineView, last: number): LexiconMatch | null {
  if (!view.follows(last)) return null;
  for (const match of view.at(last + 1)) {
    const owns = match.entries.some(
      ({ list, value }) =>
        list === 'organisation-head' ||
        (list === 'organisation' && value !== 'weak') ||
        list === 'country' ||
        list === 'party' ||
        (list === 'city' && !view.isOrdinary(last + 1)) ||
        (list === 'club' && !view.isOrdinary(last + 1)) ||
        list === 'place' ||
        list === 'place-head',
    );
    if (match.proclitics === '' && owns) return match;
  }
  return null;
}
