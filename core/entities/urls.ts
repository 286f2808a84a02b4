import { reachTo, reading } from './reading.ts';
import type { Reader } from './reading.ts';
import type { Scan } from './scan.ts';

/** Ends of host names that are told without "http" or "www" before them. */
const DOMAINS = new Set(
  `com net org info biz edu gov mil int io ai co tv me news app dev online site xyz eu uk us fr de ru tr sa ae eg qa kw
   bh om jo lb sy iq ps ma dz tn ly sd ye il ir in cn`.split(/\s+/),
);

/** Marks that may close a sentence or a bracket behind an address: never its last character. */
const TRAILING = new Set([
  '.',
  ',',
  '،',
  '؛',
  ':',
  ')',
  ']',
  '!',
  '?',
  '؟',
  '"',
  '”',
  '»',
  "'",
  '…',
  '(',
  '«',
  '“',
  '-',
]);

/** Marks that no address holds (RFC 3986, 2.2; brackets but for IPv6, which no newspaper prints). */
const FOREIGN = new Set(['[', ']', '<', '>', '"', '“', '”', '«', '»', '{', '}', '|', '،', '؛', '؟']);

/** Marks behind which an address may begin without a blank. */
const OPENING = new Set(['(', '[', '"', '“', '«', "'", ':', '،', '؛', '|', '…']);

/** Tokens that an address has at most, so that a text without blanks costs no more than any other. */
const LONGEST = 400;

/** Addresses of the web and of mail. Value: the address. */
export const urlAt: Reader = (scan, i) => {
  const token = scan.tokens[i];
  if (!token) return null;
  if (token.kind !== 'latin' && token.kind !== 'number') return null;
  const before = scan.tokens[i - 1];
  if (before && !token.spaced && before.kind !== 'word' && !OPENING.has(before.text)) return null;
  let last = i;
  let seenAt = false;
  let seenScheme = false;
  let domain = false;
  for (let k = i + 1; k < i + LONGEST; k++) {
    const next = scan.tokens[k];
    if (!next || next.spaced || next.kind === 'word' || FOREIGN.has(next.text)) break;
    if (next.text === '@') seenAt = true;
    if (next.text === '/' && scan.tokens[k - 1]?.text === '/' && scan.tokens[k - 2]?.text === ':')
      seenScheme = true;
    if (next.kind === 'latin' && scan.tokens[k - 1]?.text === '.' && DOMAINS.has(next.folded)) domain = true;
    last = k;
  }
  while (last > i && TRAILING.has(scan.tokens[last]?.text ?? '')) last--;
  const web = token.folded === 'www' && last > i + 2;
  if (!(domain || (seenScheme && last > i + 3) || web) || last === i) return null;
  const reach = reachTo(scan, i, token.start, last);
  const text = scan.text.slice(reach.start, reach.end);
  const url = seenScheme ? text : seenAt ? `mailto:${text}` : `https://${text}`;
  return reading(reach, 'URL', { type: 'url', url }, 0.97);
};

/** Handles: "@" and a name. Value: as they stand. */
export const handleAt: Reader = (scan, i) => (scan.tokens[i]?.text === '@' ? tagAt(scan, i) : null);

/** Hashtags that are no names. Value: as they stand. */
export const hashtagAt: Reader = (scan, i) => (scan.tokens[i]?.text === '#' ? tagAt(scan, i) : null);

function tagAt(scan: Scan, i: number) {
  const sign = scan.tokens[i];
  const name = scan.tokens[i + 1];
  if (!sign || !name || name.spaced || (name.kind !== 'word' && name.kind !== 'latin')) return null;
  const before = scan.tokens[i - 1];
  if (sign.text === '@' && (name.kind !== 'latin' || (before && !sign.spaced && before.kind !== 'mark')))
    return null;
  let last = i + 1;
  for (let k = i + 2; k < i + LONGEST; k++) {
    const next = scan.tokens[k];
    // A blank that slipped in behind an underscore: "#الاتحاد_ الأوروبي".
    if (!next || (next.spaced && scan.tokens[k - 1]?.text !== '_')) break;
    if (next.kind === 'mark' && next.text !== '_') break;
    last = k;
  }
  // A hashtag that is itself a name is that name.
  if (sign.text === '#' && scan.isName(i + 1, last)) return null;
  const reach = reachTo(scan, i, sign.start, last);
  return reading(reach, 'URL', { type: 'url', url: scan.text.slice(reach.start, reach.end) }, 0.95);
}
