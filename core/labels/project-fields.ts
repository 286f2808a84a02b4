import type { MarkFamily } from './marks.ts';

/** Kinds of value that a field of the project file takes. */
export type FieldType =
  'string' | 'boolean' | 'strings' | 'globs' | 'labels' | 'new-labels' | 'colours-by-label' | 'keys-by-label';

/** A field of hashiya.json: where it stands and what it is where the file leaves it out. */
export interface ProjectField {
  /** Names from the file's root, parted by "." */
  readonly path: string;
  readonly type: FieldType;
  readonly default: string | boolean | readonly string[] | Readonly<Record<string, never>>;
}

/**
 * Every field of hashiya.json: adding one is one line here, one in Project, and its description in
 * schemas/hashiya.schema.json, which a test holds against this list.
 */
export const PROJECT_FIELDS = [
  { path: '$schema', type: 'string', default: '' },
  { path: 'include', type: 'globs', default: ['**/*.txt'] },
  { path: 'exclude', type: 'globs', default: [] },
  { path: 'annotator', type: 'string', default: '' },
  { path: 'annotators', type: 'strings', default: [] },
  { path: 'labels.only', type: 'labels', default: [] },
  { path: 'labels.add', type: 'new-labels', default: [] },
  { path: 'labels.colours', type: 'colours-by-label', default: {} },
  { path: 'labels.keys', type: 'keys-by-label', default: {} },
  { path: 'export.format', type: 'string', default: 'spacy-jsonl' },
  { path: 'export.marks', type: 'boolean', default: false },
  { path: 'export.boilerplate', type: 'boolean', default: false },
] as const satisfies readonly ProjectField[];

/** The fields of an entry of labels.add; `id` and `family` are needed. */
export const NEW_LABEL_FIELDS = ['id', 'family', 'title', 'description'] as const;

export type FieldPath = (typeof PROJECT_FIELDS)[number]['path'];

/** A label that a project adds to the default scheme. */
export interface NewLabel {
  readonly id: string;
  readonly family: MarkFamily;
  /** "" where the project gives none: then the id stands for it. */
  readonly title: string;
  readonly description: string;
}
