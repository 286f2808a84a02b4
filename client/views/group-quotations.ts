import type { ArticleItem } from '../../server/protocol.ts';

/** The quotations of one speaker. */
export interface SpeakerGroup {
  /** The speaker's full name, else the words that name them; null: nobody is said to speak. */
  readonly speaker: string | null;
  /** `speech`, or `term` for names and scare quotes in marks, which nobody speaks. */
  readonly sort: 'speech' | 'term';
  /** Ordered by place; at least one. */
  readonly quotations: readonly ArticleItem[];
}

/**
 * The quotations of an article by who speaks: in the order in which the speakers come up, then those without a speaker,
 * then terms.
 * @param items ordered by start
 * @param speakerOf the words that name the speaker, from their range
 * @param withRejected whether quotations that were rejected are among them
 */
export function groupQuotations(
  items: readonly ArticleItem[],
  speakerOf: (speaker: NonNullable<ArticleItem['speaker']>) => string,
  withRejected = false,
): SpeakerGroup[] {
  const groups = new Map<
    string,
    { speaker: string | null; sort: 'speech' | 'term'; quotations: ArticleItem[] }
  >();
  for (const item of items) {
    if (item.family !== 'quotation' || item.weak || item.state === 'orphan') continue;
    if (item.state === 'rejected' && !withRejected) continue;
    const speaker = item.canonical ?? (item.speaker ? speakerOf(item.speaker) : null);
    const sort = speaker === null && item.label === 'term' ? 'term' : 'speech';
    const key = JSON.stringify([sort, speaker]);
    const group = groups.get(key) ?? { speaker, sort, quotations: [] };
    group.quotations.push(item);
    groups.set(key, group);
  }
  const rank = ({ sort, speaker }: SpeakerGroup) => (sort === 'term' ? 2 : speaker === null ? 1 : 0);
  // A map keeps the order in which its keys came.
  return [...groups.values()].sort((a, b) => rank(a) - rank(b));
}
