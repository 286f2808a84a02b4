import { makeAnchor } from '../../core/annotations/anchors.ts';
import { NOTHING_ADDED } from '../../core/annotations/annotation.ts';
import type { Annotation } from '../../core/annotations/annotation.ts';
import type { AnnotatorVersion } from '../../core/dataset/agreement/version.ts';
import { LINE_CLASSES } from '../../core/labels/line-classes.ts';
import type { LineClass } from '../../core/labels/line-classes.ts';
import { QUOTATION_KINDS } from '../../core/labels/quotation-kinds.ts';
import type { QuotationKind } from '../../core/labels/quotation-kinds.ts';

/** A label and the words that have it, by their first occurrence; behind "…" up to the first occurrence of the rest. */
export type Decision = readonly [label: string, words: string, more?: Partial<Details>];

interface Details {
  /** Words that stand in the text. */
  readonly speaker: string;
  readonly cue: string;
  readonly canonical: string;
  readonly rejected: boolean;
}

/** Where words stand in a text, in UTF-16 code units; "أ…ب" reaches from the one to the other. */
export function placeOf(text: string, words: string): { start: number; end: number } {
  const [first = '', last = first] = words.split('…');
  const start = text.indexOf(first);
  const end = text.indexOf(last, start) + last.length;
  if (start < 0 || end < start + first.length) throw new Error(`«${words}» does not stand in «${text}»`);
  return { start, end };
}

/** What an annotator decided in a text, with ids that tell whose and which: "huda 0". */
export const version = (
  annotator: string,
  text: string,
  decisions: readonly Decision[],
): AnnotatorVersion & { readonly annotations: readonly Annotation[] } => ({
  annotator,
  annotations: decisions.map(([label, words, { speaker, cue, canonical, rejected } = {}], i) => ({
    id: `${annotator} ${i}`,
    family: QUOTATION_KINDS.includes(label as QuotationKind)
      ? 'quotation'
      : LINE_CLASSES.includes(label as LineClass)
        ? 'boilerplate'
        : 'entity',
    label,
    decision: rejected ? 'rejected' : 'accepted',
    anchor: makeAnchor(text, placeOf(text, words)),
    speaker: speaker === undefined ? null : makeAnchor(text, placeOf(text, speaker)),
    cue: cue === undefined ? null : makeAnchor(text, placeOf(text, cue)),
    canonical: canonical ?? null,
    provenance: { annotator, created: '', modified: '', source: 'hand' },
    ...NOTHING_ADDED,
  })),
});
