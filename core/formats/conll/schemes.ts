import type { Span } from '../../text/span.ts';

/**
 * How spans are written as tags of tokens. `iob1`: I- throughout, B- only where an entity follows another of its label
 * at once (Ramshaw and Marcus 1995, and the original CoNLL-2003); `iob2`: B- at the start of each; `bilou`: L- on the
 * last token, U- on an only one (Ratinov and Roth 2009).
 */
export type TagScheme = 'iob1' | 'iob2' | 'bilou';

/** The entity that a token belongs to; its label and number. */
export interface TokenEntity {
  readonly label: string;
  /** Two tokens are of one entity if its number is the same. */
  readonly number: number;
}

/** The tags of a sentence's tokens. Each has the entity that it belongs to, or null. No entity goes on behind it. */
export const encodeTags = (scheme: TagScheme, entities: readonly (TokenEntity | null)[]): string[] =>
  entities.map((entity, i) => {
    if (!entity) return 'O';
    const [before, behind] = [entities[i - 1], entities[i + 1]];
    const [isFirst, isLast] = [before?.number !== entity.number, behind?.number !== entity.number];
    return `${prefixOf(scheme, isFirst, isLast, before?.label === entity.label)}-${entity.label}`;
  });

function prefixOf(scheme: TagScheme, isFirst: boolean, isLast: boolean, isAlikeBefore: boolean): string {
  switch (scheme) {
    case 'iob1':
      return isFirst && isAlikeBefore ? 'B' : 'I';
    case 'iob2':
      return isFirst ? 'B' : 'I';
    case 'bilou':
      return isFirst ? (isLast ? 'U' : 'B') : isLast ? 'L' : 'I';
  }
}

/** A tag, of any scheme: S- and E- are BIOES's U- and L-, M- is BMES's I-. */
export const TAG = /^(?:O|[BILUESM]-\S+)$/;

/** The scheme of a file's tags, as it is called in messages. */
export type DetectedScheme = 'IOB1' | 'IOB2' | 'BILOU' | 'BIOES';

/**
 * The scheme that a file's tags are in, sentence by sentence. A file is IOB1 where an entity begins with I- and each B-
 * follows an entity of its label at once; of a file without any I- there is nothing to tell, and IOB2 is what is meant.
 */
export function detectScheme(sentences: readonly (readonly string[])[]): DetectedScheme {
  let [beginsInside, beginsFreely] = [false, false];
  for (const tags of sentences)
    for (const [i, tag] of tags.entries()) {
      const [prefix, label] = [tag.charAt(0), tag.slice(2)];
      if (prefix === 'L' || prefix === 'U') return 'BILOU';
      if (prefix === 'E' || prefix === 'S' || prefix === 'M') return 'BIOES';
      const isBehindAlike = i > 0 && tags[i - 1] !== 'O' && tags[i - 1]?.slice(2) === label;
      if (prefix === 'I' && !isBehindAlike) beginsInside = true;
      if (prefix === 'B' && !isBehindAlike) beginsFreely = true;
    }
  return beginsInside && !beginsFreely ? 'IOB1' : 'IOB2';
}

/** A span of tokens, by their indices; and, by index of a token, what is wrong with its tag. */
export interface DecodedTags {
  readonly spans: readonly (Span & { readonly label: string })[];
  readonly flaws: readonly { readonly token: number; readonly message: string }[];
}

/**
 * The spans that a sentence's tags tell. Every scheme is read in one way, as their letters do not clash; what the scheme
 * does not allow is read as it was most likely meant, and told.
 */
export function decodeTags(scheme: DetectedScheme, tags: readonly string[]): DecodedTags {
  const spans: { start: number; end: number; label: string }[] = [];
  const flaws: { token: number; message: string }[] = [];
  const hasEnds = scheme === 'BILOU' || scheme === 'BIOES';
  let open: { start: number; end: number; label: string } | null = null;
  const close = (token: number): void => {
    if (open && hasEnds)
      flaws.push({ token, message: `the entity ${open.label} before this token has no end` });
    open = null;
  };
  for (const [token, tag] of tags.entries()) {
    const [prefix, label] = [tag.charAt(0), tag.slice(2)];
    if (tag === 'O') {
      close(token);
      continue;
    }
    const goesOn = 'ILEM'.includes(prefix);
    if (goesOn && open && open.label === label) open.end = token + 1;
    else {
      close(token);
      if (goesOn && scheme !== 'IOB1')
        flaws.push({ token, message: `"${tag}" goes on with no entity; read as the beginning of one` });
      open = { start: token, end: token + 1, label };
      spans.push(open);
    }
    if ('LEUS'.includes(prefix)) open = null;
  }
  close(tags.length - 1);
  return { spans, flaws };
}
