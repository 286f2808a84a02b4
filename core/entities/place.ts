import type { EntityLabel } from '../labels/entity-labels.ts';
import type { EntityCandidate, Recogniser } from './candidate.ts';
import { complementOf, namedTail } from './complement.ts';
import type { LineView } from './line-view.ts';
import { foldedWords, valueIn, viewLine } from './line-view.ts';

/** Heads of buildings that common words follow as often as names: they need a proper name behind them. */
const VAGUE_HEADS = foldedWords(
  'سوق مركز طريق شارع مجمع قاعده محطه صاله مسرح حاجز قبر ساحه قصر سد برج مول حديقه رأس ساحل حوض سهل قناه ميدان فندق كنيسة قلعة سجن طريق مسجد جامع',
);

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

/** Countries, towns, regions, buildings: from the lists, and behind words like مدينة and مطار. */
export const place: Recogniser = {
  name: 'place',
  find(line) {
    const view = viewLine(line);
    const found: EntityCandidate[] = [];
    for (let i = 0; i < view.tokens.length; i++) {
      findListed(view, i, found);
      findIntroduced(view, i, found);
    }
    return found;
  },
};

function findListed(view: LineView, i: number, found: EntityCandidate[]): void {
  for (const match of view.at(i)) {
    // With particles taken off, a single word must not be an ordinary word as it stands: "ورد" is no و + رد.
    if (match.proclitics !== '' && match.last === i && view.isOrdinary(i)) continue;
    for (const { list, value } of match.entries) {
      if (list === 'country')
        found.push(candidate(view, match.start, match.last, 'GPE', 0.95, 'list/country'));
      else if (list === 'place') {
        const label = value as EntityLabel;
        found.push(candidate(view, match.start, match.last, label, 0.93, 'list/place'));
      } else if (list === 'city') {
        const sure = match.last > i || match.proclitics === '' ? 0.75 : 0.55;
        found.push(candidate(view, match.start, match.last, 'GPE', sure, 'list/city'));
      }
    }
  }
}

function findIntroduced(view: LineView, i: number, found: EntityCandidate[]): void {
  const head = view.find(i, 'place-head');
  if (!head || !view.follows(head.last)) return;
  const [label, way] = (valueIn(head, 'place-head') ?? '').split(' ') as [EntityLabel, string];
  const next = head.last + 1;
  const tail = placeTail(view, next);
  if (way === 'out') {
    if (tail < 0 && view.isUnknown(next) && !view.tokens[next]?.folded.startsWith('وال')) {
      const start = view.tokens[next]?.start ?? 0;
      found.push(candidate(view, start, next, label, 0.65, 'rule/place'));
    } else if (tail >= 0) {
      found.push(candidate(view, view.tokens[next]?.start ?? 0, tail, label, 0.9, 'rule/place'));
    }
    return;
  }
  if (label === 'GPE') {
    if (tail < 0) return;
    let last = tail;
    while (view.follows(last) && STATE_ADJECTIVES.has(view.tokens[last + 1]?.folded ?? '')) last++;
    found.push(candidate(view, head.start, last, 'GPE', 0.95, 'rule/place'));
    return;
  }
  const { last, named, words } = complementOf(view, head.last, 4, false);
  if (words === 0) return;
  const vague = VAGUE_HEADS.has(
    view.tokens[i]?.folded.slice(
      view.tokens[i]!.folded.length - (view.tokens[head.first]!.folded.length - head.proclitics.length),
    ) ?? '',
  );
  const proper = named || tail >= 0 || namedTail(view, next) >= 0;
  if (!proper && (vague || !ADJECTIVES.has(view.tokens[last]?.folded ?? ''))) return;
  found.push(candidate(view, head.start, last, label, proper ? 0.75 : 0.6, `rule/place`));
}

const STATE_ADJECTIVES = foldedWords(
  'العربية الإسلامية الديمقراطية الشعبية الاتحادية المتحدة الشمالية الجنوبية',
);

/** What closes the name of a building: "مطار دبي الدولي", "المستشفى العسكري". */
const ADJECTIVES = foldedWords(
  'الدولي الدولية الجوية الجوي العسكري العسكرية البحرية المركزي المركزية الكبير الأعظم الوطني الوطنية الجامعي الأقصى الحرام النبوي المبكي الأحمر الأسود الأبيض الميت',
);

/** The last token of a listed place that begins with token `i`, taken whole; -1 if none does. */
function placeTail(view: LineView, i: number): number {
  let last = -1;
  for (const match of view.at(i)) {
    if (match.proclitics !== '') continue;
    if (match.entries.some(({ list }) => list === 'country' || list === 'city' || list === 'place'))
      last = Math.max(last, match.last);
  }
  return last;
}
