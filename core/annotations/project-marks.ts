import type { Analysis } from '../analysis/analysis.ts';
import type { MarkFamily } from '../labels/marks.ts';
import type { Annotation } from './annotation.ts';
import { withImportedMarks } from './imported-marks.ts';
import type { ProjectNames } from './project-names/names.ts';
import { withoutRejected, withProjectNames } from './project-names/with-names.ts';

/** What a project adds to the engine's own marks of an article. */
export interface ProjectMarks {
  readonly names: ProjectNames;
  /** Imported marks of the article. */
  readonly imported: readonly Annotation[];
  /** The family of a label of the project, null for labels that it does not have. */
  readonly familyOf: (label: string) => MarkFamily | null;
}

/**
 * The marks of an article as its project has them: the engine's, the project's names before them, imported marks
 * before both; none that was rejected in every article. Imported marks with labels that the project does not have
 * count for nothing.
 */
export function withProjectMarks(analysis: Analysis, { names, imported, familyOf }: ProjectMarks): Analysis {
  const known = imported.filter(({ label, family }) => familyOf(label) === family);
  return withoutRejected(withImportedMarks(withProjectNames(analysis, names), known), names);
}
