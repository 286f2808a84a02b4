import type { Analysis } from '../analysis/analysis.ts';
import { familyLookup } from '../labels/project-labels.ts';
import type { Project } from '../labels/project.ts';

/**
 * A function that leaves the marks out of an analysis whose labels a project does not have, as the editor does. Lines
 * that the engine takes for boilerplate stay such though the project has no label for them, unless it has put the whole
 * default scheme away: then nothing is left out of its texts that nobody there could have seen.
 */
export function marksOfProject(project: Project): (analysis: Analysis) => Analysis {
  const { default: hasDefault, only } = project.labels;
  if (hasDefault && only.length === 0) return (analysis) => analysis;
  const familyOf = familyLookup(project);
  return (analysis) => ({
    ...analysis,
    entities: analysis.entities.filter(({ label }) => familyOf(label) === 'entity'),
    weak: analysis.weak.filter(({ label }) => familyOf(label) === 'entity'),
    quotations: analysis.quotations.filter(({ kind }) => familyOf(kind) === 'quotation'),
    boilerplate: hasDefault
      ? analysis.boilerplate
      : analysis.boilerplate.filter((mark) => familyOf(mark.class) === 'boilerplate'),
  });
}
