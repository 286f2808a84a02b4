import type { Recogniser } from './candidate.ts';

/** Every recogniser of entities: adding one is one file and one line here. */
export const RECOGNISERS: readonly Recogniser[] = [];
