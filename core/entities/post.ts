import type { EntityCandidate, Recogniser } from './candidate.ts';
import type { LineView } from './line-view.ts';
import { foldedWords, valueIn, viewLine } from './line-view.ts';

/** Adjectives that belong to a post: "المتحدث الرسمي", "وزير الخارجية السابق". */
const TIMES = foldedWords(
  'السابق السابقة الأسبق سابق السابقين الحالي الحالية الجديد الجديدة الراحل الراحلة المخلوع المنتخب المؤقت المكلف المعزول',
);

/** Posts and titles of particular persons. */
export const post: Recogniser = {
  name: 'post',
  find(line) {
    const view = viewLine(line);
    const found: EntityCandidate[] = [];
    for (let i = 0; i < view.tokens.length; i++) {
      const candidate = postAt(view, i);
      if (candidate) found.push(candidate);
    }
    return found;
  },
};

function postAt(view: LineView, i: number): EntityCandidate | null {
  const head = view.find(i, 'post');
  if (!head) return null;
  if (
    head.proclitics !== '' &&
    head.last === i &&
    view.isOrdinary(i) &&
    !/^[وف]?(ال|لل|بال|كال)/.test(view.tokens[i]?.folded ?? '')
  )
    return null;
  const kind = valueIn(head, 'post') ?? '';
  const first = view.tokens[i]?.folded.slice(head.proclitics.length) ?? '';
  const definite = first.startsWith('ال') || (head.proclitics.endsWith('ل') && first.startsWith('ل'));
  let last = head.last;
  const field = view.follows(last) ? view.find(last + 1, 'field', true) : null;
  let complete = head.last > head.first;
  if (field && !definite && view.tokens[field.first]?.folded.startsWith('ال') && kind !== 'honorific') {
    last = field.last;
    complete = true;
    while (view.follows(last) && view.tokens[last + 1]?.folded.startsWith('وال')) {
      const joined = view
        .at(last + 1)
        .find((match) => match.proclitics === 'و' && valueIn(match, 'field') !== null);
      if (!joined) break;
      last = joined.last;
    }
  }
  while (view.follows(last)) {
    const next = view.tokens[last + 1]?.folded ?? '';
    const adjective = view.find(last + 1, 'post-adjective', true);
    if (adjective && next.startsWith('ال') === definite) last = adjective.last;
    else if (TIMES.has(next) && (definite || complete)) last++;
    else break;
  }
  const named = personFollows(view, last);
  const owned = !definite && bodyFollows(view, last);
  const confidence =
    kind === 'office'
      ? definite || complete || owned || named
        ? 0.85
        : 0
      : kind === 'honorific'
        ? named || definite
          ? 0.8
          : 0
        : named
          ? 0.8
          : definite && kind === 'role'
            ? 0.5
            : owned
              ? 0.4
              : 0;
  if (confidence < 0.45) return null;
  return {
    start: head.start,
    end: view.tokens[last]?.end ?? head.end,
    label: 'OCC',
    value: null,
    confidence,
    source: 'list/post',
  };
}

/** Whether a person's name begins behind token `last`, an adjective of nation or the stop of "د." between at most. */
function personFollows(view: LineView, last: number): boolean {
  let i = last + 1;
  if (view.tokens[i]?.text === '.' && !view.tokens[i]?.spaced) i++;
  const nation = view.find(i, 'nationality', true);
  if (nation && view.tokens[i]?.spaced) i = nation.last + 1;
  const token = view.tokens[i];
  if (!token || token.kind !== 'word') return false;
  return (
    view.isUnknown(i) ||
    view
      .at(i)
      .some(
        (match) =>
          match.proclitics === '' &&
          match.entries.some(
            ({ list }) =>
              list === 'given-name' ||
              list === 'family-name' ||
              list === 'foreign-name' ||
              list === 'person' ||
              list === 'known-person',
          ),
      )
  );
}

/** Whether an organisation or a country that the post belongs to follows: "رئيس حزب …", "أمير قطر". */
const bodyFollows = (view: LineView, last: number): boolean =>
  view.follows(last) &&
  view
    .at(last + 1)
    .some(
      (match) =>
        match.proclitics === '' &&
        match.entries.some(
          ({ list }) =>
            list === 'organisation-head' ||
            list === 'organisation' ||
            list === 'country' ||
            list === 'party' ||
            list === 'city' ||
            list === 'club' ||
            list === 'place',
        ),
    );
