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
 * The tokens between a quotation mark or bracket at token `opening` and its partner: first and last index, or null
 * where there is none, or more than a name between them.
 */
export function quotedName(view: LineView, opening: number): { first: number; last: number } | null {
  const partner = PARTNER.get(view.tokens[opening]?.text ?? '');
  if (partner === undefined) return null;
  for (let i = opening + 1; i < view.tokens.length && i <= opening + 1 + LONGEST; i++) {
    const token = view.tokens[i];
    if (token?.kind !== 'mark') continue;
    if (token.text === partner) return i > opening + 1 ? { first: opening + 1, last: i - 1 } : null;
    if (!'-.:،ـ'.includes(token.text)) return null;
  }
  return null;
}
