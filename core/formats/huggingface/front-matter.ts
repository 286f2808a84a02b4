import { featuresYaml } from './features.ts';
import type { Features } from './features.ts';

/** A split of a dataset as it was written. */
export interface WrittenSplit {
  readonly name: string;
  readonly examples: number;
  /** Of the columns, unpacked. */
  readonly bytes: number;
  /** Of the file. */
  readonly packed: number;
}

/** The classes of size that the Hub knows (huggingface.co/docs/hub/datasets-cards), by the number of rows below it. */
const SIZES: readonly (readonly [below: number, name: string])[] = [
  [1e3, 'n<1K'],
  [1e4, '1K<n<10K'],
  [1e5, '10K<n<100K'],
  [1e6, '100K<n<1M'],
  [Infinity, '1M<n<10M'],
];

/** The YAML at the start of a dataset card, between its rules: what the Hub and `datasets` read of it. */
export function frontMatter(name: string, features: Features, splits: readonly WrittenSplit[]): string {
  const sum = (field: 'examples' | 'bytes' | 'packed'): number =>
    splits.reduce((total, split) => total + split[field], 0);
  const size = SIZES.find(([below]) => sum('examples') < below)?.[1] ?? '';
  return [
    '---',
    'language:',
    '- ar',
    `pretty_name: ${JSON.stringify(name)}`,
    'task_categories:',
    '- token-classification',
    'task_ids:',
    '- named-entity-recognition',
    'size_categories:',
    `- ${size}`,
    'configs:',
    '- config_name: default',
    '  data_files:',
    ...splits.flatMap((split) => [`  - split: ${split.name}`, `    path: data/${split.name}-*`]),
    'dataset_info:',
    '  features:',
    ...featuresYaml(features, '  '),
    '  splits:',
    ...splits.flatMap((split) => [
      `  - name: ${split.name}`,
      `    num_bytes: ${split.bytes}`,
      `    num_examples: ${split.examples}`,
    ]),
    `  download_size: ${sum('packed')}`,
    `  dataset_size: ${sum('bytes')}`,
    '---',
    '',
  ].join('\n');
}
