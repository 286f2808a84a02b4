import { describe, expect, it } from 'vitest';
import { readLine } from '../../lexicon/article.ts';
import { lexicon } from '../../../test/unit/lexicon.ts';
import type { EntityCandidate } from '../candidate.ts';
import type { TaggedSpan } from '../tagger/tagger.ts';
import { joinCandidates } from './candidates.ts';

const TEXT = 'زار فهد العلي جدة';
const line = readLine(TEXT, lexicon);

const proposal = (words: string, label: EntityCandidate['label'], confidence: number): EntityCandidate => ({
  start: TEXT.indexOf(words),
  end: TEXT.indexOf(words) + words.length,
  label,
  value: null,
  confidence,
  source: `rule/${confidence}`,
});

const tagged = (
  words: string,
  first: number,
  last: number,
  label: TaggedSpan['label'],
  probability: number,
): TaggedSpan => ({
  start: TEXT.indexOf(words),
  end: TEXT.indexOf(words) + words.length,
  first,
  last,
  label,
  probability,
  chosen: true,
});

const said = (proposed: readonly EntityCandidate[], spans: readonly TaggedSpan[]): string[] =>
  joinCandidates(line, proposed, spans).map(
    ({ start, end, label, first, last, source, proposals, tagged: likely }) =>
      `${TEXT.slice(start, end)} ${label} ${first}–${last} ${source} ×${proposals} ${likely}`,
  );

describe('joinCandidates', () => {
  it('orders candidates by where they stand, overlaps and all', () => {
    const all = [proposal('جدة', 'GPE', 0.9), proposal('فهد العلي', 'PER', 0.8), proposal('فهد', 'PER', 0.5)];
    expect(said(all, [])).toEqual([
      'فهد PER 1–1 rule/0.5 ×1 0',
      'فهد العلي PER 1–2 rule/0.8 ×1 0',
      'جدة GPE 3–3 rule/0.9 ×1 0',
    ]);
  });

  it('keeps the surest of those who propose the same, and counts them', () => {
    const all = [proposal('جدة', 'GPE', 0.6), proposal('جدة', 'GPE', 0.9), proposal('جدة', 'LOC', 0.7)];
    expect(said(all, [])).toEqual(['جدة GPE 3–3 rule/0.9 ×2 0', 'جدة LOC 3–3 rule/0.7 ×1 0']);
  });

  it('tells the tagger’s word on what a rule proposes, and what it alone thinks possible', () => {
    const spans = [tagged('فهد العلي', 1, 2, 'PER', 0.7), tagged('جدة', 3, 3, 'GPE', 0.99)];
    expect(said([proposal('جدة', 'GPE', 0.6)], spans)).toEqual([
      'فهد العلي PER 1–2 model/tagger ×0 0.7',
      'جدة GPE 3–3 rule/0.6 ×1 0.99',
    ]);
  });

  it('leaves out what covers no word', () => {
    expect(said([{ ...proposal('جدة', 'GPE', 0.9), start: 3, end: 4 }], [])).toEqual([]);
  });
});
