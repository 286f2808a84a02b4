import { tokenise } from '../../text/tokens.ts';
import type { Token } from '../../text/tokens.ts';

const HYPHENS = '-‐‑–';

/**
 * The words of a name as names are compared: folded, parted by one blank, without the hyphens between them
 * ("جونغ-أون" is "جونغ اون"). Other marks within it are words of their own.
 */
export function wordsOfName(name: string): string {
  const tokens = tokenise(name);
  const words: string[] = [];
  for (let i = 0; i >= 0 && i < tokens.length; i = nextOfName(tokens, i))
    words.push((tokens[i] as Token).folded);
  return words.join(' ').trim();
}

/** The token with which a name goes on behind token `i`, a hyphen between words left out; -1 behind the last. */
export function nextOfName(tokens: readonly Token[], i: number): number {
  const next = tokens[i + 1];
  if (!next) return -1;
  const behind = tokens[i + 2];
  return HYPHENS.includes(next.text) && behind && behind.kind !== 'mark' ? i + 2 : i + 1;
}
