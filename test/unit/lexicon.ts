import { readFileSync } from 'node:fs';
import { parseWeights } from '../../core/entities/weights.ts';
import { parseLexicon } from '../../core/lexicon/lexicon.ts';

const read = (file: string): Uint8Array => readFileSync(new URL(`../../dist/${file}`, import.meta.url));

/** The real lexicon, as shipped; compiled anew before each run of the tests. */
export const lexicon = parseLexicon(read('lexicon.bin'));

/** What was learnt, as shipped. */
export const weights = parseWeights(read('weights.bin'));
