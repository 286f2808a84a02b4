import { parseTree } from 'jsonc-parser';

/** An article as a line of JSON has it. */
export interface ArticleRecord {
  readonly text: string;
  /** The record's field "file" where that is a string. */
  readonly file: string | null;
  /** The record's other fields as JSON, each as it was written: numbers of any length stay what they are. */
  readonly meta: string;
}

/**
 * Reads a line of JSON Lines, an object with the article in its field `textField`.
 * @returns what is wrong, where it is no such object
 */
export function readRecord(line: Uint8Array, textField: string): ArticleRecord | { readonly error: string } {
  let json: string;
  let record: unknown;
  try {
    json = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(line);
  } catch {
    return { error: 'this is not UTF-8, as JSON Lines are' };
  }
  try {
    record = JSON.parse(json);
  } catch (error) {
    return { error: `this is not JSON (${error instanceof Error ? error.message : String(error)})` };
  }
  if (typeof record !== 'object' || record === null || Array.isArray(record))
    return { error: 'this is no JSON object' };
  const fields = record as Readonly<Record<string, unknown>>;
  if (!Object.hasOwn(fields, textField))
    return { error: `there is no field "${textField}"; say with --text-field which one has the article` };
  const text = fields[textField];
  if (typeof text !== 'string') return { error: `the field "${textField}" is no string` };
  const file = Object.hasOwn(fields, 'file') && typeof fields.file === 'string' ? fields.file : null;
  const apart = new Set(file === null ? [textField] : [textField, 'file']);
  return { text, file, meta: fieldsWithout(apart, json) };
}

/** The members of a JSON object but some, as a JSON object, each member as it stands in `json`. */
function fieldsWithout(apart: ReadonlySet<string>, json: string): string {
  const members = parseTree(json)?.children ?? [];
  const kept = members.filter(({ children: [name] = [] }) => !apart.has(name?.value as string));
  return `{${kept.map(({ offset, length }) => json.slice(offset, offset + length)).join()}}`;
}
