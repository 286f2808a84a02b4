import { conll, conllClitics } from './conll.ts';
import type { DatasetFormat } from './format.ts';
import { spacyJsonl } from './spacy-jsonl.ts';

/** Every dataset format: adding one is one file and one line here. */
export const FORMATS: readonly DatasetFormat[] = [spacyJsonl, conll, conllClitics];

/** The format with an id, or undefined. */
export const formatById = (id: string): DatasetFormat | undefined =>
  FORMATS.find((format) => format.id === id);
