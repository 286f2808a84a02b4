import type { Anchor, Annotation } from '../../annotations/annotation.ts';
import { fold } from '../../text/fold.ts';
import { overlaps, sameSpan } from '../../text/span.ts';
import { groupBy } from './items.ts';
import type { Item } from './items.ts';
import { DEFAULT_LINE_CLASS } from './pieces.ts';
import type { Piece } from './pieces.ts';

/**
 * In what annotators differ at one place, the weightier first. `only`: somebody has nothing there; `label`: another
 * label on words that are shared; `edges`: other ends; and where all have the same label on the same words, `speaker`
 * and `cue`: another speaker or cue of a quotation; `name`: another full name, where all give one.
 */
export const DISAGREEMENT_KINDS = ['only', 'label', 'edges', 'speaker', 'cue', 'name'] as const;

export type DisagreementKind = (typeof DISAGREEMENT_KINDS)[number];

/** In what versions differ that have the same label on the same words: `alike` are those annotations. */
export function kindsOfDetails(alike: readonly Item[]): DisagreementKind[] {
  const kinds: DisagreementKind[] = [];
  if (differ(alike, ({ speaker }) => placeKey(speaker))) kinds.push('speaker');
  if (differ(alike, ({ cue }) => placeKey(cue))) kinds.push('cue');
  const named = alike.filter(({ annotation }) => annotation.canonical !== null);
  if (differ(named, ({ canonical }) => fold(canonical ?? ''))) kinds.push('name');
  return kinds;
}

/** Whether versions have other values; what stands in a version twice may have two. */
function differ(alike: readonly Item[], valueOf: (annotation: Annotation) => string): boolean {
  const values = groupBy(alike, ({ version }) => String(version)).map((own) =>
    [...new Set(own.map(({ annotation }) => valueOf(annotation)))].sort().join('\n'),
  );
  return new Set(values).size > 1;
}

const placeKey = (anchor: Anchor | null): string =>
  anchor?.span ? `${anchor.span.start} ${anchor.span.end}` : (anchor?.exact ?? '');

/** The pieces that some version has and another has not; empty: all versions say the same of the text. */
export function differingPieces(group: readonly Item[], versions: number): Piece[] {
  const holders = new Map<string, { piece: Piece; by: Set<number> }>();
  for (const { version, annotation, pieces } of group)
    for (const piece of pieces) {
      // A line that nobody classes is body, so saying so is no difference.
      if (annotation.family === 'boilerplate' && piece.label === DEFAULT_LINE_CLASS) continue;
      const key = `${piece.start} ${piece.end} ${piece.label}`;
      const known = holders.get(key);
      if (known) known.by.add(version);
      else holders.set(key, { piece, by: new Set([version]) });
    }
  return [...holders.values()].filter(({ by }) => by.size < versions).map(({ piece }) => piece);
}

/** In what versions differ whose annotations at a place are not the same. */
export function kindsOfPlace(group: readonly Item[], versions: number): DisagreementKind[] {
  const kinds: DisagreementKind[] = [];
  if (new Set(group.map(({ version }) => version)).size < versions) kinds.push('only');
  const clash = (isDifferent: (a: Piece, b: Piece) => boolean): boolean =>
    group.some((a, i) =>
      group
        .slice(i + 1)
        .some(
          (b) =>
            a.version !== b.version &&
            a.pieces.some((one) => b.pieces.some((other) => overlaps(one, other) && isDifferent(one, other))),
        ),
    );
  if (clash((one, other) => one.label !== other.label)) kinds.push('label');
  if (clash((one, other) => !sameSpan(one, other))) kinds.push('edges');
  // What one version has beyond the others, beside something that they share.
  return kinds.length > 0 ? kinds : ['edges'];
}
