import { getNodeValue } from 'jsonc-parser';
import type { Node } from 'jsonc-parser';
import { MARK_FAMILIES } from './marks.ts';
import { globProblem } from './project-files.ts';
import { NEW_LABEL_FIELDS } from './project-fields.ts';
import type { FieldType, NewLabel } from './project-fields.ts';
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
    case 'new-labels':
      if (node.type !== 'array') return refuse(node, 'This takes a list: [ … ].', 'القيمة هنا قائمة: [ … ].');
      return readNewLabels(node, problems);
    case 'colours-by-label':
      return readMap(
        node,
        /^#[\da-f]{6}$/i,
        ['A colour is written #rrggbb.', 'يُكتب اللون هكذا: #rrggbb.'],
        problems,
      );
    case 'keys-by-label':
      return readMap(
        node,
        /^[a-z\d]$/,
        ['A key is one small letter or digit.', 'المفتاح حرف لاتيني صغير واحد أو رقم.'],
        problems,
      );
  }
}

type Words = readonly [en: string, ar: string];

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

function readMap(node: Node, pattern: RegExp, words: Words, problems: ProjectProblem[]): unknown {
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
    if (value.type === 'string' && pattern.test(value.value as string))
      entries.push([String(name.value), value.value as string]);
    else problems.push(problemAt(value, 'error', ...words));
  }
  return Object.fromEntries(entries);
}

function readNewLabels(node: Node, problems: ProjectProblem[]): NewLabel[] {
  const labels: NewLabel[] = [];
  for (const item of node.children ?? []) {
    const value = getNodeValue(item) as unknown;
    const fields = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
    const { id, family, title = '', description = '' } = fields;
    const known = MARK_FAMILIES.find((name) => name === family);
    const unknown = Object.keys(fields).find(
      (name) => !(NEW_LABEL_FIELDS as readonly string[]).includes(name),
    );
    if (typeof id !== 'string' || !/^[\p{L}\p{N}][\p{L}\p{N}\p{M}_.-]*$/u.test(id))
      problems.push(
        problemAt(
          item,
          'error',
          'A label needs an "id" of letters, digits, "-", "_" and ".".',
          'يحتاج الوسم إلى "id" من حروف وأرقام و"-" و"_" و".".',
        ),
      );
    else if (!known)
      problems.push(
        problemAt(
          item,
          'error',
          `The label "${id}" needs a "family": ${MARK_FAMILIES.join(', ')}.`,
          `يحتاج الوسم "${id}" إلى "family": ${MARK_FAMILIES.join(', ')}.`,
        ),
      );
    else if (isDefaultLabel(id) || labels.some((label) => label.id === id))
      problems.push(
        problemAt(item, 'error', `There is a label "${id}" already.`, `يوجد وسم "${id}" من قبل.`),
      );
    else if (typeof title !== 'string' || typeof description !== 'string')
      problems.push(
        problemAt(item, 'error', '"title" and "description" are texts.', '"title" و"description" نصان.'),
      );
    else {
      if (unknown !== undefined)
        problems.push(
          problemAt(item, 'warning', `A label has no field "${unknown}".`, `ليس للوسم حقل "${unknown}".`),
        );
      labels.push({ id, family: known, title, description });
    }
  }
  return labels;
}
