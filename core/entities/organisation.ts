import type { EntityCandidate, Recogniser } from './candidate.ts';
import { complementOf, namedTail } from './complement.ts';
import type { LineView } from './line-view.ts';
import { foldedWords, valueIn, viewLine } from './line-view.ts';

/** Organisations: from the lists, and by the words that introduce them. */
export const organisation: Recogniser = {
  name: 'organisation',
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

const push = (
  found: EntityCandidate[],
  view: LineView,
  start: number,
  last: number,
  confidence: number,
  source: string,
): void => {
  found.push({ start, end: view.tokens[last]?.end ?? start, label: 'ORG', value: null, confidence, source });
};

function findListed(view: LineView, i: number, found: EntityCandidate[]): void {
  for (const match of view.at(i)) {
    if (match.proclitics !== '' && match.last === i && view.isOrdinary(i)) continue;
    for (const { list, value } of match.entries) {
      if (list === 'organisation')
        push(found, view, match.start, match.last, value === 'weak' ? 0.5 : 0.93, 'list/organisation');
      else if (list === 'party') push(found, view, match.start, match.last, 0.9, 'list/party');
      else if (list === 'club')
        push(found, view, match.start, match.last, match.last > i ? 0.85 : 0.5, 'list/club');
    }
  }
}

function findIntroduced(view: LineView, i: number, found: EntityCandidate[]): void {
  for (const head of view.at(i)) {
    if (head.proclitics !== '' && head.last === i && view.isOrdinary(i) && !isClear(view, i)) continue;
    for (const { list, value } of head.entries) {
      if (list !== 'organisation-head') continue;
      if (value === 'body') findBody(view, head, found);
      else if (value === 'nation') findOfNation(view, head, found);
      else findNamed(view, head.last, found);
    }
  }
}

interface Head {
  readonly start: number;
  readonly first: number;
  readonly last: number;
}

/** و, ب and ل before a head are as clear as nothing: "بوزارة", "لمجلس". */
const isClear = (view: LineView, i: number): boolean => (view.tokens[i]?.folded.length ?? 0) > 4;

/** Bodies whose name is a description: they need a definite word or a name behind them. */
function findBody(view: LineView, head: Head, found: EntityCandidate[]): void {
  const { last, named, words } = complementOf(view, head.last, 7);
  if (words === 0) return;
  push(found, view, head.start, last, named || words > 1 ? 0.85 : 0.7, 'rule/organisation');
}

function findOfNation(view: LineView, head: Head, found: EntityCandidate[]): void {
  if (!view.follows(head.last)) return;
  const nation = view.find(head.last + 1, 'nationality', true);
  if (!nation || !view.tokens[head.last + 1]?.folded.startsWith('ال')) return;
  push(found, view, head.start, nation.last, 0.9, 'rule/organisation');
}

const OPENING = new Set(['"', '«', '“', '(', '‹', "'", '”']);
const CLOSING = new Set(['"', '»', '”', ')', '›', "'", '“']);
const LONGEST_QUOTED = 6;

/** A name behind a word that only explains it: in quotation marks, or of unknown or foreign words. */
function findNamed(view: LineView, head: number, found: EntityCandidate[]): void {
  const next = view.tokens[head + 1];
  if (!next) return;
  if (OPENING.has(next.text)) {
    for (let i = head + 2; i < view.tokens.length && i <= head + 2 + LONGEST_QUOTED; i++) {
      const token = view.tokens[i];
      if (!token || !CLOSING.has(token.text)) continue;
      if (i > head + 2)
        push(found, view, view.tokens[head + 2]?.start ?? 0, i - 1, 0.85, 'rule/organisation');
      return;
    }
    return;
  }
  if (!view.follows(head)) return;
  let last = head;
  while (view.follows(last) && last < head + 4 && isProper(view, last + 1)) last++;
  if (last === head) return;
  push(found, view, next.start, last, 0.72, 'rule/organisation');
}

const NEVER = foldedWords('يوم أمس الذي التي');

const isProper = (view: LineView, i: number): boolean => {
  const token = view.tokens[i];
  if (!token || NEVER.has(token.folded)) return false;
  if (token.kind === 'latin') return true;
  return (
    (view.isUnknown(i) && !token.folded.startsWith('ال')) ||
    (namedTail(view, i) === i && !view.find(i, 'nationality', true) && !view.isOrdinary(i))
  );
};
