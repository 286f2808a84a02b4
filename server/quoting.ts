/** Article text inside messages: it is material, never markup, and it must not turn the sentence round it about. */

const CONTROLS = /[\p{Cc}\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/gu;
/** First strong isolate and its end (UAX #9): Arabic within an English sentence and the other way round. */
const ISOLATE = '\u2068';
const END_ISOLATE = '\u2069';

const onOneLine = (text: string): string => text.replace(CONTROLS, ' ').replace(/\s+/g, ' ').trim();

/** At most `longest` code units of a text on one line, without invisible controls; "…" shows that more followed. */
export function shorten(text: string, longest: number): string {
  // The start of a long text mostly tells.
  const head = text.length > 4 * longest ? onOneLine(text.slice(0, 4 * longest)) : '';
  const line = head.length > longest ? head : onOneLine(text);
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest);
  const blank = cut.lastIndexOf(' ');
  return `${(blank > longest / 2 ? cut.slice(0, blank) : cut).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Article text as it stands in a plain message: in guillemets, isolated. */
export const quote = (text: string, longest = 80): string =>
  `${ISOLATE}«${shorten(text, longest)}»${END_ISOLATE}`;

/**
 * Text as Markdown that shows it letter by letter: every ASCII punctuation mark is escaped (CommonMark 2.4), which
 * also disarms HTML, links, bare addresses (GFM 6.9) and $(icons).
 */
export const escapeMarkdown = (text: string): string =>
  text.replace(CONTROLS, ' ').replace(/[!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~]/g, '\\$&');

/** Article text as it stands in a Markdown message: in guillemets, isolated, escaped. */
export const quoteMarkdown = (text: string, longest = 80): string =>
  `${ISOLATE}«${escapeMarkdown(shorten(text, longest))}»${END_ISOLATE}`;

/** A message as an editor may show it in a notification, where "[words](command:…)" would be a link: here it is none. */
export const withoutLinks = (message: string): string => message.replaceAll('](', ']\u2060(');

/** A URI as a person reads paths: without scheme and percent signs, isolated. */
export function plainPath(uri: string): string {
  const path = uri.replace(/^file:\/\//, '');
  try {
    return `${ISOLATE}${decodeURIComponent(path)}${END_ISOLATE}`;
  } catch {
    return path;
  }
}
