/**
 * Ids of sentences that are unique in a file: the article's path, as far as an id can hold it, and the sentence's
 * number. Blanks are not allowed, and "/" is kept for other uses (https://universaldependencies.org/format.html).
 */
export function createSentenceIds(): (file: string) => (sentence: number) => string {
  const taken = new Map<string, number>();
  return (file) => {
    const name = file.normalize('NFC').replace(/[^\p{L}\p{N}._-]+/gu, '_');
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    return (sentence) => `${name}${count > 1 ? `~${count}` : ''}-s${sentence}`;
  };
}
