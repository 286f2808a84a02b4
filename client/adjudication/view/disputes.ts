import type { ShownDispute, ShownSide } from '../../../server/protocol.ts';

/** What one or several annotators have at a place, all of them alike. */
export interface Column extends Omit<ShownSide, 'annotator'> {
  readonly annotators: readonly string[];
}

/** The sides of a dispute; annotators who say the same share one. In the order of the first of each. */
export function columnsOf({ sides }: Pick<ShownDispute, 'sides'>): Column[] {
  const columns = new Map<string, Column>();
  for (const { annotator, annotations, rejects } of sides) {
    const key = JSON.stringify(annotations);
    const known = columns.get(key);
    columns.set(key, {
      annotations,
      annotators: [...(known?.annotators ?? []), annotator],
      rejects: rejects || (known?.rejects ?? false),
    });
  }
  return [...columns.values()];
}

/** Whose versions are taken where all sides are kept that have anything. */
export const takenOfAll = (columns: readonly Column[]): string[] =>
  columns.flatMap(({ annotators, annotations }) => (annotations.length > 0 ? annotators : []));

/** Whether a dispute was settled as a column has it. */
export const isTaken = ({ annotators }: Column, { taken }: Pick<ShownDispute, 'taken'>): boolean =>
  Array.isArray(taken) && annotators.some((name) => taken.includes(name));

type Place = Pick<ShownDispute, 'id' | 'range' | 'taken'>;

export const isOpen = ({ taken }: Pick<Place, 'taken'>): boolean => taken === null;

/** The open dispute that follows one in the order of the text; after the last the first; null where none is open. */
export function nextOpen(disputes: readonly Place[], id: string | null): string | null {
  const at = disputes.findIndex((dispute) => dispute.id === id);
  const others = [...disputes.slice(at + 1), ...disputes.slice(0, at + 1)];
  return others.find(isOpen)?.id ?? null;
}

/** The neighbour of a dispute; itself at the ends. */
export function neighbour(disputes: readonly Place[], id: string | null, by: 1 | -1): string | null {
  const at = disputes.findIndex((dispute) => dispute.id === id);
  return (disputes[at + by] ?? disputes[at])?.id ?? null;
}

/**
 * Which dispute to show when they have been read anew: the same; where it is gone, the one that now stands at its place
 * or follows it; at first the first open one.
 * @param before the one that was shown
 */
export function placeIn(disputes: readonly Place[], before: Place | null): string | null {
  if (before === null) return nextOpen(disputes, null) ?? disputes[0]?.id ?? null;
  const same = disputes.find(({ id }) => id === before.id);
  const { line, character } = before.range.start;
  const following = disputes.find(
    ({ range: { start } }) => start.line > line || (start.line === line && start.character >= character),
  );
  return (same ?? following ?? disputes.at(-1))?.id ?? null;
}
