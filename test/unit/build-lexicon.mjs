import { buildLexicon } from '../../scripts/lexicon.mjs';
import { buildWeights } from '../../scripts/weights.mjs';

/** The unit tests look names up in the real lists, and know what was learnt. */
export default async function setup() {
  await buildLexicon();
  await buildWeights();
}
