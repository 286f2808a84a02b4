/** The labels of names and titles. */
export const NAME_LABELS = [
  'PER',
  'ORG',
  'GPE',
  'LOC',
  'FAC',
  'NORP',
  'OCC',
  'EVENT',
  'PRODUCT',
  'LAW',
] as const;

/** The labels of what has a value to be read off: dates, amounts, counts, addresses. */
export const VALUE_LABELS = [
  'DATE',
  'TIME',
  'MONEY',
  'PERCENT',
  'QUANTITY',
  'ORDINAL',
  'CARDINAL',
  'URL',
] as const;

/** The eighteen entity labels of the default scheme, as the annotation guidelines define them. */
export const ENTITY_LABELS = [...NAME_LABELS, ...VALUE_LABELS] as const;

export type EntityLabel = (typeof ENTITY_LABELS)[number];
export type NameLabel = (typeof NAME_LABELS)[number];
