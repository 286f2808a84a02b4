import type { Span } from './span.ts';
import type { Token } from './tokens.ts';

const FINAL = new Set(['.', '!', '?', '؟', '…', '۔', '⸮']);
const CLOSING = new Set(['"', '”', '“', '»', '›', ')', ']', '’', "'", '"']);

/**
 * Cuts a line into sentences. Offsets count from the start of the line; every token lies in exactly one sentence.
 * A sentence ends behind a final mark (and the quotation marks or brackets that close on it) when a blank follows
 * and the next token is no number: so "د. أحمد", "..", "10.500" and "U.S." hold together.
 */
export function splitSentences(tokens: readonly Token[]): Span[] {
  const sentences: Span[] = [];
  let first = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (!endsSentence(tokens, i)) continue;
    let last = i;
    while (last + 1 < tokens.length && isTail(tokens[last + 1] as Token)) last++;
    if (last + 1 < tokens.length && !(tokens[last + 1] as Token).spaced) continue;
    sentences.push({ start: (tokens[first] as Token).start, end: (tokens[last] as Token).end });
    first = last + 1;
    i = last;
  }
  if (first < tokens.length)
    sentences.push({ start: (tokens[first] as Token).start, end: (tokens[tokens.length - 1] as Token).end });
  return sentences;
}

const isTail = (token: Token): boolean => !token.spaced && (FINAL.has(token.text) || CLOSING.has(token.text));

function endsSentence(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token;
  if (token.kind !== 'mark' || !FINAL.has(token.text)) return false;
  const before = tokens[i - 1];
  const next = tokens[i + 1];
  if (token.text === '.' && before && !token.spaced) {
    // An initial or a title of one or two letters ("د.", "أ.د.", "U.S.") abbreviates; it ends nothing.
    if (before.kind === 'word' && before.folded.length === 1) return false;
    if (before.kind === 'latin' && before.folded.length === 1) return false;
    if (next && next.kind === 'number' && before.kind === 'number') return false;
  }
  return true;
}
