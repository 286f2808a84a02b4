import { packageOf, placeOf } from './package-of.mjs';

export async function open() {
  const { spellCheckDocument } = await packageOf('cspell-lib');
  const options = { generateSuggestions: false, noConfigSearch: true };
  const settings = {
    language: 'ar',
    import: [placeOf('@cspell/dict-ar/cspell-ext.json')],
    // By default it gives up behind so many problems of a text.
    maxNumberOfProblems: Number.MAX_SAFE_INTEGER,
  };
  const read = (/** @type {string} */ text) =>
    spellCheckDocument({ uri: 'text.txt', text, languageId: 'plaintext', locale: 'ar' }, options, settings);
  // The dictionary is read with the first text.
  await read('كلمة');
  return read;
}
