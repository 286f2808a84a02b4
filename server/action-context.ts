/** What actions on annotations need of the server: the scheme of the article's project, the clock, ids. */
import type { ActionContext } from '../core/annotations/actions/action.ts';
import { familyLookup } from '../core/labels/project-labels.ts';
import type { Projects } from './projects.ts';
import type { Runtime } from './runtime.ts';

/** The context of actions that `annotator` does in an article of a project. */
export const actionContext = (
  {
    project,
    attributes,
    relations,
    articleAttributes,
  }: Pick<Awaited<ReturnType<Projects['of']>>, 'project' | 'attributes' | 'relations' | 'articleAttributes'>,
  annotator: string,
  runtime: Pick<Runtime, 'now' | 'newId'>,
): ActionContext => ({
  annotator,
  now: runtime.now().toISOString(),
  newId: runtime.newId,
  familyOf: familyLookup(project),
  scheme: { overlap: project.labels.overlap, attributes, relations, articleAttributes },
});
