import type { Template } from './templates.ts';

/** Hashes of features with their templates. Filled, read, and cleared again: nothing is allocated on the way. */
export interface FeatureList {
  length: number;
  readonly hashes: Int32Array;
  readonly templates: Template[];
}

/** No list holds more features; what comes later is left out. */
export const MOST_FEATURES = 256;

export const createFeatureList = (): FeatureList => ({
  length: 0,
  hashes: new Int32Array(MOST_FEATURES),
  templates: [],
});

/** Adds a feature, which is not there yet, unless the list is full. */
export function addFeature(list: FeatureList, template: Template, hash: number): void {
  const { length, hashes } = list;
  if (length === hashes.length) return;
  hashes[length] = hash;
  list.templates[length] = template;
  list.length = length + 1;
}

/** Adds a feature unless it is among those from `from` on. */
export function addFeatureOnce(list: FeatureList, template: Template, hash: number, from: number): void {
  const { length, hashes } = list;
  for (let i = from; i < length; i++) if (hashes[i] === hash) return;
  addFeature(list, template, hash);
}
