import { packageOf } from './package-of.mjs';

export async function open() {
  const { StemmerAr } = await packageOf('@nlpjs/lang-ar');
  const stemmer = new StemmerAr();
  return (/** @type {string} */ text) => stemmer.tokenizeAndStem(text);
}
