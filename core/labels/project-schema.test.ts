import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MARK_FAMILIES } from './marks.ts';
import { ENTRY_FIELDS, PROJECT_FIELDS } from './project-fields.ts';
import type { EntryFieldType, EntryKind } from './project-fields.ts';
import { ATTRIBUTE_TYPES } from './scheme-parts.ts';
import { TAG_LABELS } from './scheme.ts';

interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly examples?: readonly unknown[];
  readonly format?: string;
  readonly pattern?: string;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly additionalProperties?: false | Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

const schema = JSON.parse(
  readFileSync(new URL('../../schemas/hashiya.schema.json', import.meta.url), 'utf8'),
) as Schema;

/** Every field that has no fields of its own, with its path; entries of lists by "[]". */
const leaves = (node: Schema, prefix = ''): [string, Schema][] =>
  Object.entries(node.properties ?? {}).flatMap(([name, child]) =>
    child.properties ? leaves(child, `${prefix}${name}.`) : [[prefix + name, child]],
  );

const at = (path: string): Schema | undefined =>
  path.split('.').reduce<Schema | undefined>((node, name) => node?.properties?.[name], schema);

/** What the schema says of a field of an entry, by the field's type. */
const SAID: Readonly<Record<EntryFieldType, object>> = {
  name: { type: 'string', maxLength: 64 },
  family: { enum: [...MARK_FAMILIES], default: 'entity' },
  'attribute-type': { enum: [...ATTRIBUTE_TYPES] },
  words: { $ref: '#/definitions/words' },
  choices: { type: 'array', minItems: 1, uniqueItems: true },
  labels: { type: 'array', default: [], items: { $ref: '#/definitions/labelOrFamily' } },
  boolean: { type: 'boolean', default: false },
  colour: { type: 'string', format: 'color-hex' },
  key: { type: 'string', pattern: '^[a-z0-9]$' },
  page: { type: 'string' },
};

describe('schemas/hashiya.schema.json', () => {
  test('has the fields that the program reads, with the same defaults', () => {
    expect(leaves(schema).map(([path, { default: value }]) => ({ path, default: value }))).toEqual(
      PROJECT_FIELDS.map(({ path, default: value }) => ({ path, default: value })),
    );
  });

  const entries = PROJECT_FIELDS.filter(({ type }) => type in ENTRY_FIELDS).map(
    ({ path, type }) => [path, ENTRY_FIELDS[type as EntryKind]] as const,
  );
  test.each(entries)('has the fields of the entries of %s as they are read', (path, fields) => {
    const item = at(path)?.items;
    expect(Object.keys(item?.properties ?? {})).toEqual(fields.map(({ name }) => name));
    expect(item?.required).toEqual(fields.filter((field) => 'needed' in field).map(({ name }) => name));
    expect(item?.additionalProperties).toBe(false);
    for (const { name, type } of fields) expect(item?.properties?.[name], name).toMatchObject(SAID[type]);
  });

  const described = [
    ...leaves(schema),
    ...entries.flatMap(([path]) => leaves(at(path)?.items ?? {}, `${path}[].`)),
  ];
  test.each(described)('describes %s', (_, { description, markdownDescription }) => {
    expect(description).toMatch(/\.$/);
    expect(markdownDescription?.replaceAll('`', '') ?? description).toContain(description);
  });

  test('offers the labels of the default scheme', () => {
    const labels = TAG_LABELS.map(({ id }) => id);
    expect(at('labels.only')?.items?.examples).toEqual(labels);
    expect(schema.definitions?.['labelOrFamily']?.examples).toEqual([...MARK_FAMILIES, ...labels]);
  });
});
