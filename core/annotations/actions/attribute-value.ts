import type { SchemeAttribute } from '../../labels/scheme-parts.ts';
import type { Refusal } from './refusal.ts';

/**
 * A value fit for an attribute of the scheme: without blanks round it, of a choice one of its values, of a link the id
 * alone, even where the address of its page was given. Null for none: an attribute that the scheme no longer has can
 * still be taken away.
 * @param isThere whether there is a value to take away
 */
export function valueFor(
  name: string,
  given: string | null,
  attributes: readonly SchemeAttribute[],
  isThere: boolean,
): { readonly attribute: SchemeAttribute | null; readonly value: string | null } | Refusal {
  const attribute = attributes.find((known) => known.name === name) ?? null;
  const words = given?.trim() ?? '';
  const isTakenAway = words === '';
  if (!attribute)
    return isTakenAway && isThere
      ? { attribute, value: null }
      : { code: 'unknown-attribute', name, names: attributes.map((known) => known.name) };
  if (isTakenAway) return { attribute, value: null };
  const { type, values, url } = attribute;
  if (type === 'choice' && !values.includes(words))
    return { code: 'no-such-value', name, value: words, values };
  const value = type === 'link' ? idIn(words, url) : words;
  return type === 'link' && /\s/u.test(value) ? { code: 'no-id', name, value } : { attribute, value };
}

/** The id in the address of a page, where it is one of those that `url` describes; else the words themselves. */
function idIn(words: string, url: string): string {
  const [before = '', behind = ''] = url.split('{id}');
  const isAddress = before !== '' && words.startsWith(before) && words.endsWith(behind);
  const id = isAddress ? words.slice(before.length, words.length - behind.length) : '';
  return id === '' ? words : id;
}

/** The attributes but for one. */
export const without = (attributes: Readonly<Record<string, string>>, name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes).filter(([known]) => known !== name));
