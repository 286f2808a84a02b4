import { PROJECT_FIELDS } from '../core/labels/project-fields.ts';

/** A JSON schema, as far as it describes fields. */
export interface DescribedSchema {
  readonly description?: string;
  /** With an example of the value, or of an entry of it, as a block of JSON. */
  readonly markdownDescription?: string;
  readonly properties?: Readonly<Record<string, DescribedSchema>>;
}

/** The editor knows the schema without it. */
const FIELDS: readonly { readonly path: string; readonly default: unknown }[] = PROJECT_FIELDS.filter(
  ({ path }) => path !== '$schema',
);

/**
 * The text of a new hashiya.json: every field with what it means and with its default, so that nothing changes before
 * the person changes something.
 * @param schema of the project file: its descriptions and their examples become the comments
 * @param heading the first comment
 */
export function projectTemplate(schema: DescribedSchema, heading: string): string {
  return `// ${heading}\n${objectAt('', schema, '')}\n`;
}

/** The object whose fields' paths begin with a prefix, such as "labels.". */
function objectAt(prefix: string, schema: DescribedSchema, indent: string): string {
  const below = FIELDS.filter(({ path }) => path.startsWith(prefix));
  const names = new Set(below.map(({ path }) => path.slice(prefix.length).split('.')[0] ?? ''));
  const members = [...names].map((name) => {
    const field = below.find(({ path }) => path === prefix + name);
    const described = schema.properties?.[name] ?? {};
    const value = field
      ? JSON.stringify(field.default)
      : objectAt(`${prefix}${name}.`, described, `${indent}  `);
    const example = /^```json\n(.*)\n```$/m.exec(described.markdownDescription ?? '')?.[1];
    const comments = [...(described.description ?? '').split('\n'), example ? `  ${example}` : ''].filter(
      Boolean,
    );
    return [...comments.map((line) => `// ${line}`), `${JSON.stringify(name)}: ${value}`]
      .map((line) => `${indent}  ${line}`)
      .join('\n');
  });
  return `{\n${members.join(',\n')}\n${indent}}`;
}
