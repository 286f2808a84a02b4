/** A key as the browser tells it. */
export interface Stroke {
  readonly key: string;
  /** The place of the key on the keyboard, whatever is written on it. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** What somebody wants done. */
export type Action =
  /** Columns are counted from 0, in the order of reading. */
  | { readonly kind: 'keep'; readonly column: number }
  | { readonly kind: 'both' | 'neither' | 'next' | 'previous' | 'nextOpen' | 'open' | 'agreed' | 'help' };

/** By the letter on a Latin keyboard, or by the same place on any other. */
const LETTERS: Readonly<Record<string, Action>> = {
  b: { kind: 'both' },
  n: { kind: 'neither' },
  j: { kind: 'next' },
  k: { kind: 'previous' },
  o: { kind: 'nextOpen' },
  t: { kind: 'agreed' },
};

const NAMED: Readonly<Record<string, Action>> = {
  ArrowDown: { kind: 'next' },
  ArrowUp: { kind: 'previous' },
  Enter: { kind: 'open' },
  '?': { kind: 'help' },
  '؟': { kind: 'help' },
};

const ARABIC_INDIC = '٠١٢٣٤٥٦٧٨٩';

/**
 * What a key means; null: nothing here. Letters and digits count by their place on keyboards that write other ones, such
 * as the Arabic.
 * @param columns how many sides there are: a digit beyond them means nothing, and arrows to the sides mean two
 * @param isMirrored whether the first column stands at the right
 */
export function actionOf(stroke: Stroke, columns: number, isMirrored: boolean): Action | null {
  const { key, code } = stroke;
  if (stroke.ctrlKey || stroke.altKey || stroke.metaKey) return null;
  const named = NAMED[key];
  if (named) return named;
  if (key === 'ArrowLeft' || key === 'ArrowRight')
    return columns === 2 ? { kind: 'keep', column: (key === 'ArrowLeft') === isMirrored ? 1 : 0 } : null;
  const digit = digitOf(key, code);
  if (digit !== null) return digit >= 1 && digit <= columns ? { kind: 'keep', column: digit - 1 } : null;
  const letter = /^[a-z]$/i.test(key)
    ? key.toLowerCase()
    : (/^Key([A-Z])$/.exec(code)?.[1] ?? '').toLowerCase();
  return LETTERS[letter] ?? null;
}

function digitOf(key: string, code: string): number | null {
  if (/^\d$/.test(key)) return Number(key);
  if (key.length === 1 && ARABIC_INDIC.includes(key)) return ARABIC_INDIC.indexOf(key);
  const [, place] = /^Digit(\d)$/.exec(code) ?? [];
  return place === undefined ? null : Number(place);
}
