import type { SchemaElement } from 'hyparquet/src/types.js';

/** The type of a column, as Hugging Face's `datasets` has them (huggingface.co/docs/datasets/about_dataset_features). */
export type Feature =
  | { readonly type: 'string' | 'int32' | 'bool' }
  /** Numbers that stand for names: int64 in the file. */
  | { readonly type: 'class-label'; readonly names: readonly string[] }
  | { readonly type: 'list'; readonly of: Feature }
  | { readonly type: 'struct'; readonly fields: Features };

export type Features = Readonly<Record<string, Feature>>;

/**
 * Features as JSON, the form in which they stand in a Parquet file's metadata under "huggingface" (Features.from_dict).
 * Lists of structs are lists of one, other lists "Sequence": so versions before 4, which know no "List", read them too.
 */
export function featuresJson(features: Features): object {
  return Object.fromEntries(Object.entries(features).map(([name, feature]) => [name, featureJson(feature)]));
}

function featureJson(feature: Feature): object {
  switch (feature.type) {
    case 'class-label':
      return { names: feature.names, _type: 'ClassLabel' };
    case 'list':
      return feature.of.type === 'struct'
        ? [featureJson(feature.of)]
        : { feature: featureJson(feature.of), _type: 'Sequence' };
    case 'struct':
      return featuresJson(feature.fields);
    default:
      return { dtype: feature.type, _type: 'Value' };
  }
}

/** Features as they stand in a card's YAML, lines of "dataset_info.features" (Features._from_yaml_list). */
export function featuresYaml(features: Features, indent: string): string[] {
  return Object.entries(features).flatMap(([name, feature]) => [
    `${indent}- name: ${name}`,
    ...featureYaml(feature, `${indent}  `),
  ]);
}

function featureYaml(feature: Feature, indent: string): string[] {
  switch (feature.type) {
    case 'class-label':
      return [`${indent}dtype:`, ...classLabelYaml(feature.names, `${indent}  `)];
    case 'list':
      if (feature.of.type === 'struct') return [`${indent}list:`, ...featuresYaml(feature.of.fields, indent)];
      return feature.of.type === 'class-label'
        ? [`${indent}sequence:`, ...classLabelYaml(feature.of.names, `${indent}  `)]
        : [`${indent}sequence: ${feature.of.type}`];
    case 'struct':
      return [`${indent}struct:`, ...featuresYaml(feature.fields, indent)];
    default:
      return [`${indent}dtype: ${feature.type}`];
  }
}

const classLabelYaml = (names: readonly string[], indent: string): string[] => [
  `${indent}class_label:`,
  `${indent}  names:`,
  ...names.map((name, i) => `${indent}    '${i}': ${JSON.stringify(name)}`),
];

/**
 * Features as a Parquet schema. Everything is optional, since `datasets` takes the features of the metadata only for
 * columns that may be null (Features.from_arrow_schema); lists have three levels (parquet-format, LogicalTypes.md).
 */
export const parquetSchema = (features: Features): SchemaElement[] => [
  { name: 'schema', num_children: Object.keys(features).length },
  ...fieldsOf(features),
];

const fieldsOf = (features: Features): SchemaElement[] =>
  Object.entries(features).flatMap(([name, feature]) => elementsOf(name, feature));

function elementsOf(name: string, feature: Feature): SchemaElement[] {
  const optional = { name, repetition_type: 'OPTIONAL' } as const;
  switch (feature.type) {
    case 'string':
      return [{ ...optional, type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } }];
    case 'int32':
      return [{ ...optional, type: 'INT32' }];
    case 'bool':
      return [{ ...optional, type: 'BOOLEAN' }];
    case 'class-label':
      return [{ ...optional, type: 'INT64' }];
    case 'list':
      return [
        { ...optional, converted_type: 'LIST', logical_type: { type: 'LIST' }, num_children: 1 },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        ...elementsOf('element', feature.of),
      ];
    case 'struct':
      return [{ ...optional, num_children: Object.keys(feature.fields).length }, ...fieldsOf(feature.fields)];
  }
}
