import type { Annotation } from '../annotations/annotation.ts';
import type { StoredAnnotations } from '../annotations/store.ts';
import { MARK_FAMILIES } from '../labels/marks.ts';
import type { MarkFamily } from '../labels/marks.ts';

/** The annotations that one annotator made in one article, as they are stored. */
export interface AnnotationFile {
  /** The article's path in the project. */
  readonly article: string;
  /** The path of the annotation file in the project. */
  readonly path: string;
  /** Who the folder belongs to. */
  readonly annotator: string;
  /** The article's text, or null where there is no such article. */
  readonly text: string | null;
  readonly stored: StoredAnnotations;
}

/**
 * The families that each annotator works on, by annotator: those in which they decided anything in any article, be
 * it a rejection.
 */
export function familiesByAnnotator(files: readonly AnnotationFile[]): Map<string, MarkFamily[]> {
  const found = new Map<string, Set<Annotation['family']>>();
  for (const { annotator, stored } of files) {
    const own = found.get(annotator) ?? new Set();
    for (const { family } of stored.annotations) own.add(family);
    found.set(annotator, own);
  }
  return new Map(
    [...found].map(([annotator, own]) => [annotator, MARK_FAMILIES.filter((family) => own.has(family))]),
  );
}
