import { readFileSync } from 'node:fs';
import { parseLexicon } from '../../core/lexicon/lexicon.ts';

/** The real lexicon, as shipped; compiled anew before each run of the tests. */
export const lexicon = parseLexicon(readFileSync(new URL('../../dist/lexicon.bin', import.meta.url)));
