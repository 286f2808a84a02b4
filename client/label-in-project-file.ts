import { applyEdits, modify, parse, type JSONPath } from 'jsonc-parser';

/** Renames a label in the text of a hashiya.json, comments and layout left as they are. */

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const partsOf = (text: string): Fields => fieldsOf(parse(text, [], { allowTrailingComma: true }));

/** How the file is laid out: its first indented line tells. */
function layoutOf(text: string) {
  const indent = /\n([\t ]+)\S/.exec(text)?.[1] ?? '  ';
  return {
    tabSize: indent.length,
    insertSpaces: !indent.startsWith('\t'),
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

/** @param value undefined takes the field away */
const set = (text: string, path: JSONPath, value: unknown, isNew = false): string =>
  applyEdits(
    text,
    modify(text, path, value, {
      isArrayInsertion: isNew,
      formattingOptions: layoutOf(text),
    }),
  );

const ownLabels = (text: string): readonly Fields[] =>
  listOf(fieldsOf(partsOf(text)['labels'])['add']).map(fieldsOf);

/** Whether a name can be a label's: schemas/hashiya.schema.json says the same. */
export const isLabelId = (id: string): boolean =>
  /^[\p{L}\p{N}][\p{L}\p{N}\p{M}_.-]*$/u.test(id) && id.length <= 64;

/**
 * The text with a further label of the project's own, described as another one is; the keys stay with that one, since no
 * two labels can have one key.
 * @param id of the label that is there
 * @param to the id of the new one
 */
export function withNewLabel(text: string, id: string, to: string, family: string): string {
  const own = ownLabels(text).find((label) => label['id'] === id) ?? { family };
  const label = Object.fromEntries(Object.entries({ ...own, id: to }).filter(([name]) => name !== 'key'));
  const ordered = { id: to, ...label };
  const count = ownLabels(text).length;
  return count === 0
    ? set(text, ['labels', 'add'], [ordered])
    : set(text, ['labels', 'add', count], ordered, true);
}

/**
 * The text with a label of the project's own gone, and another in its place wherever the file names it: with its key and
 * colour, among the labels used, and in what attributes, relations and exports are for. A label of the default scheme
 * has no entry that could go.
 */
export function withLabelReplaced(text: string, id: string, to: string): string {
  const old = ownLabels(text).findIndex((label) => label['id'] === id);
  const key = ownLabels(text)[old]?.['key'];
  let result = withoutUse(replaceInLists(text, id, to), id);
  for (const field of ['keys', 'colours']) result = moveField(result, ['labels', field], id, to);
  if (old < 0) return result;
  const target = ownLabels(result).findIndex((label) => label['id'] === to);
  if (key !== undefined && target >= 0) result = set(result, ['labels', 'add', target, 'key'], key);
  return set(result, ['labels', 'add', old], undefined);
}

function moveField(text: string, path: JSONPath, from: string, to: string): string {
  const fields = fieldsOf(
    path.reduce<unknown>((value, name) => fieldsOf(value)[String(name)], partsOf(text)),
  );
  if (!(from in fields)) return text;
  return set(set(text, [...path, to], fields[from]), [...path, from], undefined);
}

function replaceInLists(text: string, id: string, to: string): string {
  const { attributes, relations, export: exported } = partsOf(text);
  const at = (path: JSONPath, list: unknown) => ({ path, list: listOf(list) });
  const lists = [
    at(['export', 'labels'], fieldsOf(exported)['labels']),
    ...listOf(attributes).map((one, index) => at(['attributes', index, 'labels'], fieldsOf(one)['labels'])),
    ...listOf(relations).flatMap((one, index) =>
      ['from', 'to'].map((end) => at(['relations', index, end], fieldsOf(one)[end])),
    ),
  ];
  return lists.reduce((result, { path, list }) => {
    const place = list.indexOf(id);
    return place < 0 ? result : set(result, [...path, place], to);
  }, text);
}

/** A label of the default scheme out of those that are used; as the last of them it stays: none would mean all. */
function withoutUse(text: string, id: string): string {
  const only = listOf(fieldsOf(partsOf(text)['labels'])['only']);
  const place = only.indexOf(id);
  return place < 0 || only.length < 2 ? text : set(text, ['labels', 'only', place], undefined);
}
