/**
 * The light stem of a folded word: without a leading و, the article with what is written onto it, and the endings of
 * number, gender and relation. After light10 (Larkey, Ballesteros and Connell, Light Stemming for Arabic Information
 * Retrieval, 2007), over letters as core/text/fold.ts leaves them; so that "المحادثات" and "محادثة" meet. It errs on
 * either side and is good for comparing texts, not for saying what a word is.
 */
export function lightStem(folded: string): string {
  let stem = folded.length > 3 && folded.startsWith('و') ? folded.slice(1) : folded;
  const prefix = PREFIXES.find((one) => stem.startsWith(one) && stem.length - one.length >= SHORTEST);
  if (prefix !== undefined) stem = stem.slice(prefix.length);
  for (const suffix of SUFFIXES)
    if (stem.endsWith(suffix) && stem.length - suffix.length >= SHORTEST)
      stem = stem.slice(0, -suffix.length);
  return stem;
}

const SHORTEST = 2;

const PREFIXES = ['وال', 'بال', 'كال', 'فال', 'ال', 'لل'];

const SUFFIXES = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي', 'ا'];
