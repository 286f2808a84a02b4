import type { Node } from 'jsonc-parser';
import { MARK_FAMILIES } from './marks.ts';
import type { MarkFamily } from './marks.ts';
import type { Bilingual } from './problems.ts';
import { ENTRY_READERS } from './project-entry-values.ts';
import type { Refuse } from './project-entry-values.ts';
import { ENTRY_FIELDS } from './project-fields.ts';
import type { EntryKind } from './project-fields.ts';
import { problemAt } from './project-problem.ts';
import type { ProjectProblem } from './project-problem.ts';
import { RESERVED_RELATIONS } from './scheme-parts.ts';
import type { AttributeType, SchemeAttribute, SchemeRelation } from './scheme-parts.ts';

/** A label that a project adds to the default scheme, or has in its place. */
export interface NewLabel {
  readonly id: string;
  readonly family: MarkFamily;
  /** The id where the project gives none. */
  readonly title: Bilingual;
  /** "" where the project gives none. */
  readonly description: Bilingual;
  /** #rrggbb; "" for none. */
  readonly colour: string;
  /** "" for none. */
  readonly key: string;
}

/** A field of an entry as it was read, undefined where that was refused, and the node of its value. */
type Fields = ReadonlyMap<string, { readonly value: unknown; readonly node: Node }>;

const NOTHING: Bilingual = { en: '', ar: '' };

/** What an entry of each kind is called. */
const KINDS: Readonly<Record<EntryKind, Bilingual>> = {
  label: { en: 'A label', ar: 'الوسم' },
  attribute: { en: 'An attribute', ar: 'السمة' },
  'article-attribute': { en: 'An attribute', ar: 'السمة' },
  relation: { en: 'A relation', ar: 'العلاقة' },
};

/**
 * The entries of a list of labels, attributes or relations. What is wrong is told in `problems`: an entry whose name or
 * type is wrong does not count, of any other the fields that are right do.
 */
export function readEntries(kind: EntryKind, list: Node, problems: ProjectProblem[]): unknown[] {
  const refuse: Refuse = (at, words) => void problems.push(problemAt(at, 'error', ...words));
  const names = new Set<string>();
  return (list.children ?? []).flatMap((item) => {
    const fields = readFields(kind, item, problems, refuse);
    if (!fields) return [];
    const name = String(fields.get(ENTRY_FIELDS[kind][0].name)?.value);
    const at = fields.get(ENTRY_FIELDS[kind][0].name)?.node ?? item;
    if (names.has(name)) {
      refuse(at, [`"${name}" stands in this list twice.`, `"${name}" مكرر في هذه القائمة.`]);
      return [];
    }
    const entry =
      kind === 'label'
        ? labelOf(name, fields, at, refuse)
        : kind === 'relation'
          ? relationOf(name, fields, at, refuse)
          : attributeOf(name, fields, refuse);
    if (entry) names.add(name);
    return entry ? [entry] : [];
  });
}

/** The fields of an entry that could be read, null where one that it needs could not. */
function readFields(kind: EntryKind, item: Node, problems: ProjectProblem[], refuse: Refuse): Fields | null {
  if (item.type !== 'object') {
    refuse(item, ['Each entry is an object: { … }.', 'كل عنصر كائن: { … }.']);
    return null;
  }
  const known = ENTRY_FIELDS[kind];
  const fields = new Map<string, { value: unknown; node: Node }>();
  for (const property of item.children ?? []) {
    const [name, node] = property.children ?? [];
    if (!name || !node) continue;
    const field = known.find((one) => one.name === name.value);
    if (!field) {
      const { en, ar } = KINDS[kind];
      const names = known.map((one) => one.name).join(', ');
      problems.push(
        problemAt(
          name,
          'warning',
          `${en} has no field "${String(name.value)}"; its fields: ${names}.`,
          `لا حقل باسم "${String(name.value)}" هنا، وحقول ${ar}: ${names}.`,
        ),
      );
      continue;
    }
    fields.set(field.name, { value: ENTRY_READERS[field.type](node, refuse), node });
  }
  const missing = known.filter((field) => 'needed' in field && fields.get(field.name)?.value === undefined);
  for (const { name } of missing.filter((field) => !fields.has(field.name)))
    refuse(item, [`${KINDS[kind].en} needs "${name}".`, `لا بد من "${name}" هنا.`]);
  return missing.length > 0 ? null : fields;
}

/** A field's value; its type is that of the field's reader. */
const get = <T>(fields: Fields, name: string, otherwise: T): T =>
  (fields.get(name)?.value as T | undefined) ?? otherwise;

/** A title, with the name in place of one that is left out. */
function titleOf(fields: Fields, name: string): Bilingual {
  const { en, ar } = get(fields, 'title', NOTHING);
  return { en: en.trim() === '' ? name : en, ar: ar.trim() === '' ? name : ar };
}

function labelOf(id: string, fields: Fields, at: Node, refuse: Refuse): NewLabel | undefined {
  if ((MARK_FAMILIES as readonly string[]).includes(id))
    return refuse(at, [
      `"${id}" is the name of a family of labels; choose another.`,
      `"${id}" اسم عائلة من الوسوم، فاختر غيره.`,
    ]);
  return {
    id,
    family: get<MarkFamily>(fields, 'family', 'entity'),
    title: titleOf(fields, id),
    description: get(fields, 'description', NOTHING),
    colour: get(fields, 'colour', ''),
    key: get(fields, 'key', ''),
  };
}

function attributeOf(name: string, fields: Fields, refuse: Refuse): SchemeAttribute | undefined {
  const type = get<AttributeType>(fields, 'type', 'text');
  const values = get<readonly string[]>(fields, 'values', []);
  const typeAt = fields.get('type')?.node;
  const valuesAt = fields.get('values')?.node;
  const urlAt = fields.get('url')?.node;
  const at = valuesAt ?? typeAt;
  // Of values none of which is right it is said already.
  const isTold = valuesAt && (valuesAt.type !== 'array' || (valuesAt.children ?? []).length > 0);
  if (type === 'choice' && values.length === 0 && isTold) return undefined;
  if (type === 'choice' && values.length === 0 && at)
    return refuse(at, [
      `The choice "${name}" needs "values" to choose from: [ … ].`,
      `تحتاج السمة "${name}" إلى "values"، وهي قائمة ما يُختار منه: [ … ].`,
    ]);
  if (type !== 'choice' && valuesAt)
    refuse(valuesAt, [
      `Only a choice has "values"; "${name}" is a ${type}.`,
      `لا تكون "values" إلا للنوع "choice"، ونوع "${name}" هو "${type}".`,
    ]);
  if (type !== 'link' && urlAt)
    refuse(urlAt, [
      `Only a link has a "url"; "${name}" is a ${type}.`,
      `لا يكون "url" إلا للنوع "link"، ونوع "${name}" هو "${type}".`,
    ]);
  return {
    name,
    type,
    title: titleOf(fields, name),
    description: get(fields, 'description', NOTHING),
    values: type === 'choice' ? values : [],
    labels: get(fields, 'labels', []),
    required: get(fields, 'required', false),
    url: type === 'link' ? get(fields, 'url', '') : '',
  };
}

function relationOf(name: string, fields: Fields, at: Node, refuse: Refuse): SchemeRelation | undefined {
  if (RESERVED_RELATIONS.includes(name.toLowerCase()))
    return refuse(at, [
      `Every project has "${name}" already; choose another name.`,
      `العلاقة "${name}" موجودة في كل مشروع، فاختر اسمًا غيره.`,
    ]);
  return {
    name,
    title: titleOf(fields, name),
    description: get(fields, 'description', NOTHING),
    from: get(fields, 'from', []),
    to: get(fields, 'to', []),
  };
}
