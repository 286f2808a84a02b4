import type { DatasetDocument, DatasetSpan, Loss } from '../dataset/document.ts';
import { lossOf } from '../dataset/loss-of.ts';
import { overlaps } from '../text/span.ts';

/**
 * The entities of a document without overlaps, for formats that take none: what a person decided counts before what
 * nobody did, then the longer span, then the earlier one. Sorted by start.
 */
export function withoutOverlaps(document: DatasetDocument): {
  readonly kept: readonly DatasetSpan[];
  readonly lost: readonly Loss[];
} {
  const entities = document.spans.filter((span) => span.layer === 'entities');
  const ranked = [...entities].sort(
    (a, b) => Number(a.silver) - Number(b.silver) || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  // Sorted by start, entities overlap if one reaches beyond the start of the next; most documents have none.
  const isFlat = entities.every((span, i) => i === 0 || (entities[i - 1] as DatasetSpan).end <= span.start);
  if (isFlat) return { kept: entities, lost: [] };
  const kept: DatasetSpan[] = [];
  const lost: Loss[] = [];
  for (const span of ranked)
    if (kept.some((other) => overlaps(other, span))) lost.push(lossOf(document, span, 'overlap'));
    else kept.push(span);
  return { kept: kept.sort((a, b) => a.start - b.start), lost };
}
