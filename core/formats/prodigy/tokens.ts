import type { DatasetDocument } from '../../dataset/document.ts';
import type { Span } from '../../text/span.ts';
import { splitToken } from '../split-token.ts';

/** A token of Prodigy's and spaCy's: UTF-16 code units of the text; `ws`: a blank follows that is no token. */
export interface ProdigyToken extends Span {
  readonly ws: boolean;
}

/**
 * A document's tokens as spaCy has them: together with their blanks they are the whole text, so other white space is
 * tokens too. They are cut at particles and at the ends of every span, so that each span is made of whole tokens.
 */
export function prodigyTokens({ text, sentences }: DatasetDocument, spans: readonly Span[]): ProdigyToken[] {
  const starts = new Set(spans.map(({ start }) => start));
  const ends = new Set(spans.map(({ end }) => end));
  const edges = new Set([...starts, ...ends]);
  const tokens: ProdigyToken[] = [];
  let at = 0;
  const fill = (end: number): void => {
    if (at >= end) return;
    const previous = tokens[tokens.length - 1];
    // A span that begins or ends with the blank needs it as a token.
    if (previous && text[at] === ' ' && !starts.has(at) && !ends.has(at + 1)) {
      tokens[tokens.length - 1] = { ...previous, ws: true };
      at++;
    }
    if (at < end)
      tokens.push(...splitToken({ start: at, end }, at, edges).map((piece) => ({ ...piece, ws: false })));
    at = end;
  };
  for (const token of sentences.flat()) {
    fill(token.start);
    tokens.push(...splitToken(token, token.proper, edges).map((piece) => ({ ...piece, ws: false })));
    at = token.end;
  }
  fill(text.length);
  return tokens;
}
