import type { MarkFamily } from './marks.ts';
import type { Project } from './project.ts';
import { colour } from './scheme-label.ts';
import type { LabelText } from './scheme-label.ts';
import { TAG_LABELS } from './scheme.ts';

/** A label that an article of a project can be tagged with. */
export interface ProjectLabel extends LabelText {
  readonly family: MarkFamily;
  readonly id: string;
}

/** What labels look like that a project adds without a colour. */
const ADDED = colour('#5f6b7a', '#9aa7b8', '#c3ced9', '#3d4752');

/**
 * The labels of a project in the order in which pickers show them: those of the default scheme that it uses, then its
 * own, by family; with its colours and keys in place of the default ones. A key that the project gives away is taken
 * from the label that had it.
 */
export function labelsOf(project: Project): ProjectLabel[] {
  const { only, add, colours, keys } = project.labels;
  const given = new Set(Object.values(keys));
  const labels: ProjectLabel[] = [
    ...TAG_LABELS.filter(({ id }) => only.length === 0 || only.includes(id)),
    ...add.map(({ id, family, title, description }) => ({
      id,
      family,
      title: { en: title || id, ar: title || id },
      description: { en: description, ar: description },
      colour: ADDED,
      key: '',
    })),
  ];
  const families = labels.map(({ family }) => family);
  return labels
    .map((label) => {
      const own = colours[label.id];
      const key = keys[label.id] ?? (given.has(label.key) ? '' : label.key);
      return { ...label, key, ...(own ? { colour: colour(own, own, own, own) } : {}) };
    })
    .sort((a, b) => families.indexOf(a.family) - families.indexOf(b.family));
}

/** A look-up of the family of a project's labels: null for labels that it does not have. */
export function familyLookup(project: Project): (label: string) => MarkFamily | null {
  const families = new Map(labelsOf(project).map(({ id, family }) => [id, family]));
  return (label) => families.get(label) ?? null;
}
