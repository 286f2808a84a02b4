import { readLine } from '../lexicon/article.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { expressions } from './expressions.ts';

/** A line and what is expected of it: "LABEL text = value" for every candidate, in order; the value short. */
export type Table = readonly (readonly [text: string, ...expected: string[]])[];

/** "LABEL text = value" for every candidate in a line; without " = value" where there is none. */
export function readExpressions(text: string, lexicon: Lexicon, published: string | null): string[] {
  return expressions.find(readLine(text, lexicon)).map(({ start, end, label, value }) => {
    const found = typeof value === 'function' ? value(published) : value;
    const short = Object.entries(found ?? {})
      .filter(([key]) => key !== 'type')
      .map(([, part]) => String(part))
      .join(' ');
    return `${label} ${text.slice(start, end)}${short === '' ? '' : ` = ${short}`}`;
  });
}
