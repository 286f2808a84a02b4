import type { EntityMark } from '../labels/marks.ts';
import type { Article, LineReading } from '../lexicon/article.ts';
import type { EntityCandidate } from './candidate.ts';
import { canonicalNames } from './canonical.ts';
import { clubMentions } from './clubs.ts';
import { furtherMentions } from './document.ts';
import type { Mention } from './mention.ts';
import { mentionOf } from './mention.ts';
import { withoutOverlaps } from './merge.ts';
import { RECOGNISERS } from './recognisers.ts';

/** The candidates of every recogniser in one line. Offsets count from the start of the line. */
const findCandidates = (line: LineReading): readonly EntityCandidate[] =>
  RECOGNISERS.flatMap((recogniser) => recogniser.find(line));

/**
 * What one line by itself mentions: its candidates without overlaps, ordered by start. Offsets count from the start of
 * the line.
 */
export const findMentions = (line: LineReading): readonly Mention[] =>
  withoutOverlaps(findCandidates(line)).flatMap((candidate) => mentionOf(candidate, line) ?? []);

/**
 * The entities of an article: the mentions of its lines, the further ones that the names seen in full make known, and
 * one canonical name for each entity. Ordered by start; offsets count from the start of the article. `own[i]` are the
 * mentions of `article.lines[i]` (findMentions); `published` is the date of publication, YYYY-MM-DD.
 */
export function findEntities(
  article: Article,
  own: readonly (readonly Mention[])[],
  published: string | null,
): EntityMark[] {
  const clubs = clubMentions(article);
  const found = clubs ? own.map((line, i) => [...line, ...(clubs[i] ?? [])]) : own;
  const further = furtherMentions(article, found);
  const mentions = found.map((line, i) => {
    const more = further[i] ?? [];
    return clubs || more.length > 0 ? withoutOverlaps([...line, ...more]) : line;
  });
  const canonical = canonicalNames(article, mentions);
  const marks: EntityMark[] = [];
  for (const [i, line] of mentions.entries()) {
    const offset = article.lines[i]?.start ?? 0;
    for (const mention of line)
      marks.push({
        family: 'entity',
        label: mention.label,
        start: offset + mention.start,
        end: offset + mention.end,
        canonical: canonical[marks.length] as string,
        value: typeof mention.value === 'function' ? mention.value(published) : mention.value,
        confidence: mention.confidence,
        source: mention.source,
      });
  }
  return marks;
}
