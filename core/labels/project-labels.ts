import type { MarkFamily } from './marks.ts';
import type { Project } from './project.ts';
import { colour } from './scheme-label.ts';
import type { LabelText } from './scheme-label.ts';
import { TAG_LABELS } from './scheme.ts';
import { inThemes } from './theme-colours.ts';

/** A label that an article of a project can be tagged with. */
export interface ProjectLabel extends LabelText {
  readonly family: MarkFamily;
  readonly id: string;
}

/** What labels look like that a project adds without a colour. */
const ADDED = colour('#5f6b7a', '#9aa7b8', '#c3ced9', '#3d4752');

/** The keys of labels that a project adds without one, as far as they are free. */
const SPARE_KEYS = '1234567890';

/**
 * The labels of a project in the order in which pickers show them: those of the default scheme that it uses, then its
 * own, by family; with its colours and keys in place of the default ones. A key that the project gives away is taken
 * from the label that had it; its own labels without a key get the free digits in turn.
 */
export function labelsOf({ labels }: Project): ProjectLabel[] {
  const { only, add, colours, keys } = labels;
  const standard = TAG_LABELS.filter(({ id }) => labels.default && (only.length === 0 || only.includes(id)));
  const asked = add.map(({ id, key }) => keys[id] ?? key);
  const given = new Set([...Object.values(keys), ...asked].filter((key) => key !== ''));
  const taken = new Set([...given, ...standard.filter(({ id }) => !(id in keys)).map(({ key }) => key)]);
  const spare = [...SPARE_KEYS].filter((key) => !taken.has(key));
  const all: ProjectLabel[] = [
    ...standard.map((label) => ({
      ...label,
      key: keys[label.id] ?? (given.has(label.key) ? '' : label.key),
    })),
    ...add.map(({ id, family, title, description, colour }, index) => ({
      id,
      family,
      title,
      description,
      colour: colour === '' ? ADDED : inThemes(colour),
      key: asked[index] || (spare.shift() ?? ''),
    })),
  ];
  const families = all.map(({ family }) => family);
  return all
    .map((label) => {
      const own = colours[label.id];
      return own ? { ...label, colour: inThemes(own) } : label;
    })
    .sort((a, b) => families.indexOf(a.family) - families.indexOf(b.family));
}

/** A look-up of the family of a project's labels: null for labels that it does not have. */
export function familyLookup(project: Project): (label: string) => MarkFamily | null {
  const families = new Map(labelsOf(project).map(({ id, family }) => [id, family]));
  return (label) => families.get(label) ?? null;
}
