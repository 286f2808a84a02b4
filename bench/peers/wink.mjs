import { packageOf } from './package-of.mjs';

export async function open() {
  const nlp = (await packageOf('wink-nlp'))(await packageOf('wink-eng-lite-web-model'));
  return (/** @type {string} */ text) => nlp.readDoc(text).entities().out(nlp.its.detail);
}
