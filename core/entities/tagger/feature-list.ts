import type { Template } from './templates.ts';

/** Hashes of features with their templates. Filled, read, and cleared again: nothing is allocated on the way. */
export interface FeatureList {
  length: number;
  readonly hashes: Int32Array;
  readonly templates: Template[];
}

export const createFeatureList = (capacity: number): FeatureList => ({
  length: 0,
  hashes: new Int32Array(capacity),
  templates: [],
});

/** Adds a feature unless it is there already or the list is full. */
export function addFeature(list: FeatureList, template: Template, hash: number): void {
  const { length, hashes } = list;
  for (let i = 0; i < length; i++) if (hashes[i] === hash) return;
  if (length === hashes.length) return;
  hashes[length] = hash;
  list.templates[length] = template;
  list.length = length + 1;
}
