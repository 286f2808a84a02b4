/** The eighteen entity labels of the default scheme, as the annotation guidelines define them. */
export const ENTITY_LABELS = [
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
  'DATE',
  'TIME',
  'MONEY',
  'PERCENT',
  'QUANTITY',
  'ORDINAL',
  'CARDINAL',
  'URL',
] as const;

export type EntityLabel = (typeof ENTITY_LABELS)[number];
