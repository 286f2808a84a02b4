import { packageOf } from './package-of.mjs';

export async function open() {
  const nlp = await packageOf('compromise');
  return (/** @type {string} */ text) => nlp(text).topics().out('offset');
}
