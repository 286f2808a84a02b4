import type { Annotation } from '../../annotations/annotation.ts';
import { MARK_FAMILIES } from '../../labels/marks.ts';
import type { MarkFamily } from '../../labels/marks.ts';

/** What one annotator decided in an article: one of the versions that are compared. */
export interface AnnotatorVersion {
  readonly annotator: string;
  /** Spans are UTF-16 code units from the start of the article. */
  readonly annotations: readonly Annotation[];
  /**
   * The families that the annotator works on: having nothing in one of these is a decision. Where it is not said, all
   * of them.
   */
  readonly families?: readonly MarkFamily[];
}

/** Whether an annotator works on a family. */
export const worksOn = ({ families = MARK_FAMILIES }: AnnotatorVersion, family: MarkFamily): boolean =>
  families.includes(family);
