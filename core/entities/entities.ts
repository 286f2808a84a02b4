import type { EntityMark } from '../labels/marks.ts';
import type { Article, LineReading, ReadLine } from '../lexicon/article.ts';
import type { EntityCandidate } from './candidate.ts';
import { canonicalNames } from './canonical.ts';
import { clubMentions } from './clubs.ts';
import { furtherMentions } from './document.ts';
import type { Mention } from './mention.ts';
import { mentionOf } from './mention.ts';
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
  const found = article.lines.map((line, i) =>
    withoutOverlaps(candidates[i] ?? []).flatMap((candidate) => mentionOf(candidate, line, i) ?? []),
  );
  for (const mention of clubMentions(article)) (found[mention.line] as Mention[]).push(mention);
  for (const mention of furtherMentions(article, found)) (found[mention.line] as Mention[]).push(mention);
  const mentions = found.flatMap((line) => withoutOverlaps(line));
  const canonical = canonicalNames(article, mentions);
  return mentions.map((mention, i) => {
    const line = article.lines[mention.line] as ReadLine;
    return {
      family: 'entity' as const,
      label: mention.label,
      start: line.start + mention.start,
      end: line.start + mention.end,
      canonical: canonical[i] as string,
      value: typeof mention.value === 'function' ? mention.value(published) : mention.value,
      confidence: mention.confidence,
      source: mention.source,
    };
  });
}
