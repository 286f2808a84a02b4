/** A run of letters in one style. */
interface Run {
  readonly text: string;
  readonly style: 'plain' | 'strong' | 'code' | 'aside';
}

/** A paragraph, or a rule between two (null). */
export type Block = readonly Run[] | null;

/** Punctuation that Markdown lets a backslash stand before. */
const PART = /\\([\p{P}\p{S}])|\*\*|`([^`]*)`|_/gu;

/**
 * Reads the Markdown that the server's hovers are written in: paragraphs, rules, **strong**, `code`, _aside_ and escapes.
 * Anything else is text, letter by letter; nothing becomes a link or markup.
 */
export function blocksOf(markdown: string): Block[] {
  return markdown
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter(Boolean)
    .map((block) => (block === '---' ? null : runsOf(block)));
}

function runsOf(block: string): Run[] {
  const runs: { text: string; style: Run['style'] }[] = [];
  let style: Run['style'] = 'plain';
  const add = (text: string, as: Run['style'] = style) => {
    const last = runs.at(-1);
    if (!text) return;
    if (last?.style === as) last.text += text;
    else runs.push({ text, style: as });
  };
  const turn = (to: 'strong' | 'aside') => (style = style === to ? 'plain' : to);
  let at = 0;
  for (const match of block.matchAll(PART)) {
    add(block.slice(at, match.index));
    at = match.index + match[0].length;
    const [whole, escaped, code] = match;
    if (escaped !== undefined) add(escaped);
    else if (code !== undefined) add(code, 'code');
    else if (whole === '**') turn('strong');
    else turn('aside');
  }
  add(block.slice(at));
  return runs;
}
