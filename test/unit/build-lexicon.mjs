import { buildLexicon } from '../../scripts/lexicon.mjs';

/** The unit tests look names up in the real lists. */
export default async function setup() {
  await buildLexicon();
}
