import type { LineReading } from '../../lexicon/article.ts';
import type { Token } from '../../text/tokens.ts';
import type { EntityCandidate } from '../candidate.ts';
import type { TaggedSpan } from '../tagger/tagger.ts';

/**
 * What some rule, list or model thinks that a stretch of a line is, with all who think so. Offsets count from the start
 * of the line. Candidates may overlap; no two have the same stretch and label.
 */
export interface Candidate extends EntityCandidate {
  /** Index of the first and the last token. */
  readonly first: number;
  readonly last: number;
  /** How many recognisers propose just this; 0 where only the tagger does. */
  readonly proposals: number;
  /** The tagger's probability for just this stretch and label, 0 where it has none. */
  readonly tagged: number;
  /** Where a name of the article is mentioned again: how sure that name is. 0 elsewhere. */
  readonly again: number;
}

/** What made a candidate that no rule and no list proposes. */
export const TAGGER_SOURCE = 'model/tagger';

/**
 * The candidates of a line, ordered by start and end: what the recognisers propose, the surest where several propose
 * the same, and what the tagger thinks possible.
 */
export function joinCandidates(
  line: LineReading,
  proposed: readonly EntityCandidate[],
  tagged: readonly TaggedSpan[],
): Candidate[] {
  const { tokens } = line;
  const all: Candidate[] = [];
  for (const { start, end, label, value, confidence, source } of proposed) {
    if (end <= start) continue;
    const first = firstTokenBehind(tokens, start);
    const opening = tokens[first];
    if (!opening || opening.start >= end) continue;
    let last = first;
    while (last + 1 < tokens.length && (tokens[last + 1] as Token).start < end) last++;
    all.push({
      start,
      end,
      label,
      value,
      confidence,
      source,
      first,
      last,
      proposals: 1,
      tagged: 0,
      again: 0,
    });
  }
  for (const { start, end, first, last, label, probability } of tagged)
    all.push({
      start,
      end,
      label,
      value: null,
      confidence: probability,
      source: TAGGER_SOURCE,
      first,
      last,
      proposals: 0,
      tagged: probability,
      again: 0,
    });
  return withoutRepetitions(all.sort(inOrder));
}

/** Order of candidates: by start and end, then label. Those of one stretch and label are the same. */
export const compareCandidates = (a: Candidate, b: Candidate): number =>
  a.start - b.start || a.end - b.end || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0);

/** Of the same, the surest proposal first, the tagger's last. */
const inOrder = (a: Candidate, b: Candidate): number =>
  compareCandidates(a, b) || b.proposals - a.proposals || b.confidence - a.confidence;

/** Joins neighbours of the same stretch and label to the first of them. */
function withoutRepetitions(candidates: readonly Candidate[]): Candidate[] {
  const joined: Candidate[] = [];
  for (const candidate of candidates) {
    const same = joined.at(-1);
    if (same && compareCandidates(same, candidate) === 0)
      joined[joined.length - 1] = {
        ...same,
        proposals: same.proposals + candidate.proposals,
        tagged: Math.max(same.tagged, candidate.tagged),
      };
    else joined.push(candidate);
  }
  return joined;
}

/** The first token that ends behind an offset. */
function firstTokenBehind(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle] as Token).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
