import { packageOf } from './package-of.mjs';

/** The parser with some rules, and whatever else is given. */
export async function openRetext(/** @type {readonly any[]} */ ...further) {
  const { unified } = await packageOf('unified');
  const rules = ['retext-repeated-words', 'retext-indefinite-article', 'retext-passive'].map(packageOf);
  const processor = unified().use(await packageOf('retext-english'));
  for (const rule of await Promise.all(rules)) processor.use(rule);
  for (const plugin of further) processor.use(...plugin);
  const { VFile } = await packageOf('vfile');
  return (/** @type {string} */ text) => {
    const file = new VFile(text);
    return processor.run(processor.parse(file), file);
  };
}

export const open = () => openRetext();
