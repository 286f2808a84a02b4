import type { Node } from 'jsonc-parser';
import { readEntries } from './project-entries.ts';
import { isColour, isKey, WRONG_COLOUR, WRONG_KEY } from './project-entry-values.ts';
import type { Words } from './project-entry-values.ts';
import { globProblem } from './project-files.ts';
import type { FieldType } from './project-fields.ts';
import { problemAt } from './project-problem.ts';
import type { ProjectProblem } from './project-problem.ts';
import { TAG_LABELS } from './scheme.ts';

/**
 * The value of a field, or undefined where it is not of the field's type; what is wrong is added to `problems`. Of a
 * list or map with some wrong entries the right ones count.
 */
export function readField(type: FieldType, node: Node, problems: ProjectProblem[]): unknown {
  const refuse = (at: Node, en: string, ar: string): undefined => {
    problems.push(problemAt(at, 'error', en, ar));
  };
  switch (type) {
    case 'string':
      return node.type === 'string'
        ? node.value
        : refuse(node, 'This takes a text in quotation marks.', 'القيمة هنا نص بين علامتي اقتباس.');
    case 'boolean':
      return node.type === 'boolean'
        ? node.value
        : refuse(node, 'This takes true or false.', 'القيمة هنا true أو false.');
    case 'strings':
    case 'globs':
    case 'labels':
      if (node.type !== 'array') return refuse(node, 'This takes a list: [ … ].', 'القيمة هنا قائمة: [ … ].');
      return (node.children ?? []).flatMap((item) => {
        const wrong = item.type === 'string' ? wrongString(type, item.value as string) : NOT_A_STRING;
        if (wrong) refuse(item, ...wrong);
        return wrong ? [] : [item.value as string];
      });
    case 'colours-by-label':
      return readMap(node, isColour, WRONG_COLOUR, problems);
    case 'keys-by-label':
      return readMap(node, isKey, WRONG_KEY, problems);
    case 'label':
    case 'attribute':
    case 'article-attribute':
    case 'relation':
      if (node.type !== 'array') return refuse(node, 'This takes a list: [ … ].', 'القيمة هنا قائمة: [ … ].');
      return readEntries(type, node, problems);
  }
}

const NOT_A_STRING: Words = ['Each entry is a text in quotation marks.', 'كل عنصر نص بين علامتي اقتباس.'];

function wrongString(type: 'strings' | 'globs' | 'labels', value: string): Words | null {
  if (value === '') return ['An empty entry says nothing.', 'عنصر فارغ لا معنى له.'];
  if (type === 'globs') {
    const wrong = globProblem(value);
    return wrong === null ? null : [`This is no glob: ${wrong}.`, `ليس نمط مسارات صحيحًا: ${wrong}.`];
  }
  if (type === 'labels' && !isDefaultLabel(value))
    return [
      `The default scheme has no label "${value}". Labels of the project's own stand in "labels.add".`,
      `لا يوجد وسم "${value}" في المخطط الأصلي. وسوم المشروع الخاصة تُكتب في "labels.add".`,
    ];
  return null;
}

const isDefaultLabel = (id: string): boolean => TAG_LABELS.some((label) => label.id === id);

function readMap(
  node: Node,
  holds: (value: string) => boolean,
  words: Words,
  problems: ProjectProblem[],
): unknown {
  if (node.type !== 'object') {
    problems.push(
      problemAt(node, 'error', 'This takes an object: { "label": … }.', 'القيمة هنا كائن: { "label": … }.'),
    );
    return undefined;
  }
  const entries: [string, string][] = [];
  for (const property of node.children ?? []) {
    const [name, value] = property.children ?? [];
    if (!name || !value) continue;
    if (value.type === 'string' && holds(value.value as string))
      entries.push([String(name.value), value.value as string]);
    else problems.push(problemAt(value, 'error', ...words));
  }
  return Object.fromEntries(entries);
}
