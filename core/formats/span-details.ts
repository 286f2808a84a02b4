import type { Relation } from '../annotations/annotation.ts';
import type { DatasetSpan } from '../dataset/document.ts';
import { isValue } from '../labels/values.ts';
import type { ReadSpan } from './format.ts';

/**
 * What is said of a span beyond its place and label, without its speaker, cue and relations: plain data, as JSON holds it. What
 * there is not is left out.
 */
export const detailsOf = ({
  id,
  silver,
  annotator,
  source,
  canonical,
  value,
  attributes,
  note,
}: DatasetSpan) => ({
  id,
  silver,
  ...(annotator === null ? {} : { annotator }),
  source,
  ...(canonical === null ? {} : { canonical }),
  ...(value === null ? {} : { value }),
  ...(Object.keys(attributes).length === 0 ? {} : { attributes }),
  ...(note === '' ? {} : { note }),
});

/** A span's ties to others as a field, for formats that have no relations of their own. */
export const relationsField = ({ relations }: DatasetSpan) => (relations.length === 0 ? {} : { relations });

/** The inverse of `detailsOf` for data from outside: what is missing or of another type is left out. */
export function readDetails(data: unknown): Omit<ReadSpan, 'start' | 'end' | 'layer' | 'label'> {
  if (!isFields(data)) return {};
  const { id, silver, annotator, source, canonical, value, attributes, relations, note } = data;
  return {
    ...(typeof id === 'string' ? { id } : {}),
    ...(typeof silver === 'boolean' ? { silver } : {}),
    ...(isTextOrNull(annotator) ? { annotator } : {}),
    ...(typeof source === 'string' ? { source } : {}),
    ...(isTextOrNull(canonical) ? { canonical } : {}),
    ...(value === null || isValue(value) ? { value } : {}),
    ...(isFields(attributes) ? { attributes: textsOf(attributes) } : {}),
    ...(Array.isArray(relations) ? { relations: relations.flatMap(readRelation) } : {}),
    ...(typeof note === 'string' ? { note } : {}),
  };
}

/** The fields of a record that are texts: other programs may write numbers, which stand for their digits. */
export const textsOf = (fields: Fields): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? [[name, String(value)]]
        : [],
    ),
  );

function readRelation(data: unknown): Relation[] {
  if (!isFields(data)) return [];
  const { type, to } = data;
  return typeof type === 'string' && typeof to === 'string' ? [{ type, to }] : [];
}

const isTextOrNull = (data: unknown): data is string | null => data === null || typeof data === 'string';

/** An object of JSON, its fields not yet known. */
export interface Fields {
  readonly [name: string]: unknown;
}

export const isFields = (data: unknown): data is Fields =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

/** A list of JSON, or an empty one where the data is none. */
export const listOf = (data: unknown): readonly unknown[] => (Array.isArray(data) ? data : []);

/** Whether data is an offset: a whole number that is not negative. */
export const isOffset = (data: unknown): data is number =>
  typeof data === 'number' && Number.isInteger(data) && data >= 0;

/** A whole number that is not negative, such as an offset or the number of a label; those of 64 bits come as bigint. */
export function offsetIn(data: unknown): number | null {
  const number = typeof data === 'bigint' ? Number(data) : data;
  return isOffset(number) ? number : null;
}

/** What stands in a file where a text should, as text: String throws where JSON has an object with a "toString". */
export const asText = (data: unknown): string =>
  typeof data === 'object' && data !== null ? JSON.stringify(data) : String(data);

/** The JSON of a line or file, or what is wrong with it. */
export function parseJson(text: string): { readonly data: unknown } | { readonly error: string } {
  try {
    return { data: JSON.parse(text) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
