import { packageOf } from './package-of.mjs';

export async function open() {
  const { BrillPOSTagger, Lexicon, PorterStemmer, RuleSet, WordTokenizer } = await packageOf('natural');
  const words = new WordTokenizer();
  const tagger = new BrillPOSTagger(new Lexicon('EN', 'N', 'NNP'), new RuleSet('EN'));
  return (/** @type {string} */ text) =>
    tagger
      .tag(words.tokenize(text))
      .taggedWords.map((/** @type {{ token: string }} */ { token }) => PorterStemmer.stem(token));
}
