/** Kinds of value that a field of the project file takes; those that ENTRY_FIELDS has are lists of such entries. */
export type FieldType =
  | 'string'
  | 'boolean'
  | 'strings'
  | 'globs'
  | 'labels'
  | 'colours-by-label'
  | 'keys-by-label'
  | keyof typeof ENTRY_FIELDS;

/** A field of hashiya.json: where it stands and what it is where the file leaves it out. */
export interface ProjectField {
  /** Names from the file's root, parted by "." */
  readonly path: string;
  readonly type: FieldType;
  readonly default: string | boolean | readonly string[] | Readonly<Record<string, never>>;
}

/** Kinds of value that a field of an entry takes: of a label, an attribute, a relation. */
export type EntryFieldType =
  | 'name'
  | 'family'
  | 'attribute-type'
  | 'words'
  | 'choices'
  | 'labels'
  | 'boolean'
  | 'colour'
  | 'key'
  | 'page';

interface EntryField {
  readonly name: string;
  readonly type: EntryFieldType;
  /** An entry without it is none. */
  readonly needed?: true;
}

const ATTRIBUTE_FIELDS = [
  { name: 'name', type: 'name', needed: true },
  { name: 'type', type: 'attribute-type', needed: true },
  { name: 'title', type: 'words' },
  { name: 'description', type: 'words' },
  { name: 'values', type: 'choices' },
  { name: 'required', type: 'boolean' },
  { name: 'url', type: 'page' },
] as const satisfies readonly EntryField[];

/** The fields of an entry of each kind of list; the first names the entry. */
export const ENTRY_FIELDS = {
  label: [
    { name: 'id', type: 'name', needed: true },
    { name: 'family', type: 'family' },
    { name: 'title', type: 'words' },
    { name: 'description', type: 'words' },
    { name: 'colour', type: 'colour' },
    { name: 'key', type: 'key' },
  ],
  attribute: [...ATTRIBUTE_FIELDS, { name: 'labels', type: 'labels' }],
  'article-attribute': ATTRIBUTE_FIELDS,
  relation: [
    { name: 'name', type: 'name', needed: true },
    { name: 'title', type: 'words' },
    { name: 'description', type: 'words' },
    { name: 'from', type: 'labels' },
    { name: 'to', type: 'labels' },
  ],
} as const satisfies Readonly<Record<string, readonly EntryField[]>>;

export type EntryKind = keyof typeof ENTRY_FIELDS;

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
  { path: 'labels.default', type: 'boolean', default: true },
  { path: 'labels.only', type: 'labels', default: [] },
  { path: 'labels.add', type: 'label', default: [] },
  { path: 'labels.colours', type: 'colours-by-label', default: {} },
  { path: 'labels.keys', type: 'keys-by-label', default: {} },
  { path: 'labels.overlap', type: 'boolean', default: false },
  { path: 'attributes', type: 'attribute', default: [] },
  { path: 'relations', type: 'relation', default: [] },
  { path: 'article.attributes', type: 'article-attribute', default: [] },
  { path: 'export.format', type: 'string', default: 'spacy-jsonl' },
  { path: 'export.marks', type: 'boolean', default: false },
  { path: 'export.boilerplate', type: 'boolean', default: false },
  { path: 'export.sentences', type: 'boolean', default: false },
  { path: 'export.annotators', type: 'strings', default: [] },
  { path: 'export.families', type: 'strings', default: [] },
  { path: 'export.labels', type: 'strings', default: [] },
  { path: 'export.status', type: 'strings', default: [] },
  { path: 'export.split', type: 'string', default: '' },
  { path: 'export.splitBy', type: 'string', default: 'ratio' },
  { path: 'export.splitDates', type: 'strings', default: [] },
  { path: 'export.splitFolders.train', type: 'globs', default: [] },
  { path: 'export.splitFolders.validation', type: 'globs', default: [] },
  { path: 'export.splitFolders.test', type: 'globs', default: [] },
  { path: 'export.seed', type: 'string', default: '1' },
] as const satisfies readonly ProjectField[];

export type FieldPath = (typeof PROJECT_FIELDS)[number]['path'];
