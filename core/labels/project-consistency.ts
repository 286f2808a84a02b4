import { findNodeAtLocation } from 'jsonc-parser';
import type { Node } from 'jsonc-parser';
import { MARK_FAMILIES } from './marks.ts';
import { isKey } from './project-entry-values.ts';
import type { Words } from './project-entry-values.ts';
import { problemAt } from './project-problem.ts';
import type { ProjectProblem } from './project-problem.ts';
import type { Project } from './project.ts';
import { TAG_LABELS } from './scheme.ts';

type Labels = Project['labels'];
type Tell = (at: Node | undefined, severity: ProjectProblem['severity'], words: Words) => void;

/**
 * A project as read field by field, without what its parts say against each other: that is told in `problems`.
 * @param root the file's object
 */
export function settleProject(project: Project, root: Node, problems: ProjectProblem[]): Project {
  const tell: Tell = (at, severity, words) => {
    if (at) problems.push(problemAt(at, severity, ...words));
  };
  const labels = settleKeys(settleDefault(project.labels, root, tell), root, tell);
  tellUnknownLabels(labels, root, tell);
  return { ...project, labels };
}

/** The default scheme is there or not, and has its own labels for itself. */
function settleDefault(labels: Labels, root: Node, tell: Tell): Labels {
  if (!labels.default && labels.add.length === 0) {
    tell(findNodeAtLocation(root, ['labels', 'default']), 'error', [
      'Without the default labels the project needs labels of its own in "labels.add".',
      'يحتاج المشروع بلا الوسوم الأصلية إلى وسوم خاصة به في "labels.add".',
    ]);
    return { ...labels, default: true };
  }
  if (!labels.default) {
    if (labels.only.length > 0)
      tell(findNodeAtLocation(root, ['labels', 'only']), 'warning', [
        '"labels.only" chooses among the default labels, which "labels.default" leaves out; it counts for nothing.',
        'يختار "labels.only" من الوسوم الأصلية، و"labels.default" يستغني عنها، فلا أثر له.',
      ]);
    return { ...labels, only: [] };
  }
  const taken = (id: string): boolean => TAG_LABELS.some((label) => label.id === id);
  for (const { id, node } of newLabelNodes(root))
    if (taken(id))
      tell(node, 'error', [
        `The default scheme has a label "${id}" already. Its colour and key are changed in "labels.colours" and "labels.keys".`,
        `في المخطط الأصلي وسم "${id}" من قبل، ويتغير لونه ومفتاحه في "labels.colours" و"labels.keys".`,
      ]);
  return { ...labels, add: labels.add.filter(({ id }) => !taken(id)) };
}

/** Each key is one label's: that of the first that asks for it, those of "labels.keys" before those of "labels.add". */
function settleKeys(labels: Labels, root: Node, tell: Tell): Labels {
  const owners = new Map<string, string>();
  /** Whether the label may have the key. */
  const give = (label: string, key: string, at: Node | undefined): boolean => {
    const owner = owners.get(key) ?? label;
    owners.set(key, owner);
    if (owner === label) return true;
    tell(at, 'error', [
      `The key "${key}" is that of "${owner}" already.`,
      `المفتاح "${key}" مستعمل للوسم "${owner}".`,
    ]);
    return false;
  };
  const keys = Object.entries(labels.keys).filter(([label, key]) =>
    give(label, key, findNodeAtLocation(root, ['labels', 'keys', label])),
  );
  const nodes = new Map(newLabelNodes(root).map(({ id, key }) => [id, key]));
  const add = labels.add.map((label) =>
    label.key === '' || label.id in labels.keys || give(label.id, label.key, nodes.get(label.id))
      ? label
      : { ...label, key: '' },
  );
  return { ...labels, keys: Object.fromEntries(keys), add };
}

/** Labels that other fields speak of and the scheme lacks. */
function tellUnknownLabels({ default: hasDefault, add }: Labels, root: Node, tell: Tell): void {
  const ids = new Set([...(hasDefault ? TAG_LABELS : []), ...add].map(({ id }) => id));
  const families: readonly string[] = MARK_FAMILIES;
  for (const map of ['colours', 'keys'])
    for (const property of findNodeAtLocation(root, ['labels', map])?.children ?? []) {
      const name = property.children?.[0];
      if (name && !ids.has(String(name.value))) tell(name, 'warning', unknownLabel(String(name.value)));
    }
  for (const [list, fields] of [
    ['attributes', ['labels']],
    ['relations', ['from', 'to']],
  ] as const)
    for (const entry of findNodeAtLocation(root, [list])?.children ?? [])
      for (const field of fields)
        for (const item of findNodeAtLocation(entry, [field])?.children ?? []) {
          const name = String(item.value);
          if (item.type === 'string' && !ids.has(name) && !families.includes(name))
            tell(item, 'error', unknownLabel(name));
        }
}

const unknownLabel = (name: string): Words => [
  `The project's scheme has no label "${name}".`,
  `لا يوجد وسم "${name}" في مخطط المشروع.`,
];

/** The entries of "labels.add" that have an id: its node, and that of the key. */
function newLabelNodes(root: Node): { id: string; node: Node; key: Node | undefined }[] {
  return (findNodeAtLocation(root, ['labels', 'add'])?.children ?? []).flatMap((entry) => {
    const node = findNodeAtLocation(entry, ['id']);
    const key = findNodeAtLocation(entry, ['key']);
    return node?.type === 'string'
      ? [{ id: node.value as string, node, key: key && isKey(String(key.value)) ? key : undefined }]
      : [];
  });
}
