import type { Annotation } from '../annotation.ts';
import { readLine } from '../store-line.ts';
import { nameDecision } from './decision.ts';
import type { NameDecision } from './decision.ts';

/** What annotations decide beyond their own places. */
export const decisionsOf = (annotations: readonly Annotation[]): NameDecision[] =>
  annotations.flatMap((annotation) => nameDecision(annotation) ?? []);

/**
 * The same from the content of an annotation file, without its article: places are left unread. Lines that cannot be
 * read count for nothing; of two versions of an annotation, as in a git conflict, the later one counts.
 */
export function readDecisions(content: string): NameDecision[] {
  const byId = new Map<string, Annotation>();
  for (const row of content.split('\n')) {
    if (!row.startsWith('{')) continue;
    const read = readLine(row, same);
    if (!('annotation' in read)) continue;
    const { annotation } = read;
    const other = byId.get(annotation.id);
    if (!other || other.provenance.modified <= annotation.provenance.modified)
      byId.set(annotation.id, annotation);
  }
  return decisionsOf([...byId.values()]);
}

const same = (offset: number): number => offset;
