import type { LineView } from './line-view.ts';

const PARTNER = new Map([
  ['"', '"'],
  ['«', '»'],
  ['“', '”'],
  ['”', '“'],
  ['‹', '›'],
  ['(', ')'],
  ["'", "'"],
  ['‘', '’'],
]);

/** More words than this are a saying, not a name. */
const LONGEST = 7;

/**
 * The tokens between a quotation mark or bracket at token `opening` and its partner, from the first to the last with a
 * letter or digit: their indices, or null where there are none, or more than a name.
 */
export function quotedName(view: LineView, opening: number): { first: number; last: number } | null {
  const partner = PARTNER.get(view.tokens[opening]?.text ?? '');
  if (partner === undefined) return null;
  for (let i = opening + 1; i < view.tokens.length && i <= opening + 1 + LONGEST; i++) {
    const token = view.tokens[i];
    if (token?.kind !== 'mark') continue;
    if (token.text === partner) return trimmed(view, opening + 1, i - 1);
    if (!'-.:،ـ'.includes(token.text)) return null;
  }
  return null;
}

/** The stretch of tokens without the marks and pictures at its ends, null where nothing is left. */
function trimmed(view: LineView, from: number, to: number): { first: number; last: number } | null {
  const isNaming = (i: number): boolean => /^[\p{L}\p{N}]/u.test(view.tokens[i]?.text ?? '');
  let [first, last] = [from, to];
  while (first <= last && !isNaming(first)) first++;
  while (last > first && !isNaming(last)) last--;
  return first <= last ? { first, last } : null;
}
