import type { Annotation } from '../../annotations/annotation.ts';
import { MARK_FAMILIES } from '../../labels/marks.ts';
import type { MarkFamily } from '../../labels/marks.ts';
import { splitLines } from '../../text/lines.ts';
import type { Line } from '../../text/lines.ts';
import { compareSpans, sameSpan } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import { clusters, groupBy, itemsOf } from './items.ts';
import type { Item } from './items.ts';
import { differingPieces, kindsOfDetails, kindsOfPlace } from './kinds.ts';
import type { DisagreementKind } from './kinds.ts';
import { lineIndexAt } from './pieces.ts';
import { worksOn } from './version.ts';
import type { AnnotatorVersion } from './version.ts';

/** What one annotator has at a place of disagreement. */
export interface DisagreementSide {
  readonly annotator: string;
  /** What was accepted, sorted by position; empty: nothing there. */
  readonly annotations: readonly Annotation[];
  /** What was rejected of that which another side accepted. */
  readonly rejections: readonly Annotation[];
}

/** A place that annotators of one article decided otherwise. */
export interface Disagreement {
  readonly family: MarkFamily;
  /** In the order of DISAGREEMENT_KINDS; never empty. */
  readonly kinds: readonly DisagreementKind[];
  /** All that the sides cover there, in UTF-16 code units from the start of the article. */
  readonly span: Span;
  /** The line of the article, counted from 1, in which the first difference begins. */
  readonly line: number;
  /** One for each version whose annotator works on the family, in the order of the versions. */
  readonly sides: readonly DisagreementSide[];
}

/**
 * What the annotators of one article decided otherwise. Annotations that concern one another (entities or boilerplate
 * that share characters, quotations of one kind that share an edge, any that share most of their extent) are one
 * disagreement, with a side for each annotator: taking the annotations of one side, or of all, settles it. Every
 * accepted annotation is part of one disagreement at most; what is part of none all versions say alike. Boilerplate is
 * compared line by line, and a line without annotation is `body`. Orphans stand nowhere and are left out. Sorted by
 * place, the longer first, then family.
 */
export function findDisagreements(text: string, versions: readonly AnnotatorVersion[]): Disagreement[] {
  const lines = splitLines(text);
  return MARK_FAMILIES.flatMap((family) => {
    const working = versions.filter((version) => worksOn(version, family));
    return working.length < 2 ? [] : ofFamily(text, lines, family, working);
  }).sort((a, b) => compareSpans(a.span, b.span));
}

function ofFamily(
  text: string,
  lines: readonly Line[],
  family: MarkFamily,
  versions: readonly AnnotatorVersion[],
): Disagreement[] {
  const found: Disagreement[] = [];
  const tell = (kinds: readonly DisagreementKind[], group: readonly Item[], first: number): void => {
    const span = {
      start: Math.min(...group.map((item) => item.span.start)),
      end: Math.max(...group.map((item) => item.span.end)),
    };
    const sides = versions.map(({ annotator, annotations }, version) => ({
      annotator,
      annotations: group.filter((item) => item.version === version).map((item) => item.annotation),
      rejections: annotations.filter((one) => rejects(one, group)),
    }));
    found.push({ family, kinds, span, line: lineIndexAt(lines, first) + 1, sides });
  };
  const open: Item[] = [];
  for (const alike of groupBy(itemsOf(text, lines, family, versions), keyOf)) {
    if (new Set(alike.map(({ version }) => version)).size < versions.length) open.push(...alike);
    else {
      const kinds = kindsOfDetails(alike);
      if (kinds.length > 0) tell(kinds, alike, alike[0]?.span.start ?? 0);
    }
  }
  for (const group of clusters(open)) {
    const differing = differingPieces(group, versions.length);
    if (differing.length > 0)
      tell(kindsOfPlace(group, versions.length), group, Math.min(...differing.map(({ start }) => start)));
  }
  return found;
}

const keyOf = ({ span, annotation }: Item): string => `${span.start} ${span.end} ${annotation.label}`;

/** Whether an annotation says that one of the accepted ones is wrong. */
const rejects = ({ family, label, decision, anchor }: Annotation, group: readonly Item[]): boolean =>
  decision === 'rejected' &&
  group.some(
    ({ annotation, span }) =>
      annotation.family === family &&
      annotation.label === label &&
      anchor.span !== null &&
      sameSpan(anchor.span, span),
  );
