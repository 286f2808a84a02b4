import type { EntityMark } from '../labels/marks.ts';
import type { Article, LineReading } from '../lexicon/article.ts';
import type { EntityCandidate } from './candidate.ts';
import { withoutOverlaps } from './merge.ts';
import { RECOGNISERS } from './recognisers.ts';

/** The candidates of every recogniser in one line. Offsets count from the start of the line. */
export const findCandidates = (line: LineReading): readonly EntityCandidate[] =>
  RECOGNISERS.flatMap((recogniser) => recogniser.find(line));

/**
 * The entities of an article: the candidates of its lines without overlaps, the further mentions that the names seen
 * in full make known, and one canonical name for each entity. Ordered by start; offsets count from the start of the
 * article. `candidates[i]` are those of `article.lines[i]`; `published` is the date of publication, YYYY-MM-DD.
 */
export function findEntities(
  article: Article,
  candidates: readonly (readonly EntityCandidate[])[],
  published: string | null,
): EntityMark[] {
  return article.lines.flatMap((line, i) =>
    withoutOverlaps(candidates[i] ?? []).map((candidate) => ({
      family: 'entity' as const,
      label: candidate.label,
      start: line.start + candidate.start,
      end: line.start + candidate.end,
      canonical: article.text.slice(line.start + candidate.start, line.start + candidate.end),
      value: typeof candidate.value === 'function' ? candidate.value(published) : candidate.value,
      confidence: candidate.confidence,
      source: candidate.source,
    })),
  );
}
