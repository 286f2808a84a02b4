import { makeAnchor } from '../../core/annotations/anchors.ts';
import { NOTHING_ADDED } from '../../core/annotations/annotation.ts';
import type { Annotation } from '../../core/annotations/annotation.ts';
import { QUOTATION_KINDS } from '../../core/labels/quotation-kinds.ts';
import { LINE_CLASSES } from '../../core/labels/line-classes.ts';

let made = 0;

/** An annotation by hand on the first (or n-th) occurrence of some words of a text; the label tells its family. */
export function annotationOn(
  text: string,
  words: string,
  label: string,
  more: Partial<Annotation> = {},
  nth = 1,
): Annotation {
  let start = -1;
  for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`«${words}» does not occur ${nth} times in «${text}».`);
  const among = (list: readonly string[]): boolean => list.includes(label);
  return {
    id: `00000000-0000-4000-9000-${String(++made).padStart(12, '0')}`,
    family: among(QUOTATION_KINDS) ? 'quotation' : among(LINE_CLASSES) ? 'boilerplate' : 'entity',
    label,
    decision: 'accepted',
    anchor: makeAnchor(text, { start, end: start + words.length }),
    speaker: null,
    cue: null,
    canonical: null,
    provenance: { annotator: 'huda', created: '', modified: '', source: 'hand' },
    ...NOTHING_ADDED,
    ...more,
  };
}
