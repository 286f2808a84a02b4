import { graphemeEnd, graphemeStart, snapToGraphemes } from '../text/graphemes.ts';
import type { Span } from '../text/span.ts';
import type { Anchor } from './annotation.ts';

/** How much of the surroundings an anchor remembers, in UTF-16 code units to either side. */
export const CONTEXT_LENGTH = 32;

/**
 * The anchor of a span of a text: its words and up to 32 code units of context to either side (the prefix and suffix
 * of a W3C TextQuoteSelector). The span is clipped to the text and widened to whole graphemes; prefix and suffix
 * never cut one either. Offsets are UTF-16 code units from the start of the text.
 */
export function makeAnchor(text: string, span: Span): Anchor {
  const { start, end } = snapToGraphemes(text, clip(text, span));
  return { span: { start, end }, exact: text.slice(start, end), ...contextOf(text, { start, end }) };
}

/** The prefix and suffix of a span whose ends cut no grapheme. */
function contextOf(text: string, { start, end }: Span): Pick<Anchor, 'prefix' | 'suffix'> {
  const from = Math.max(0, start - CONTEXT_LENGTH);
  const to = Math.min(text.length, end + CONTEXT_LENGTH);
  return {
    prefix: text.slice(Math.min(start, graphemeEnd(text, from)), start),
    suffix: text.slice(end, Math.max(end, graphemeStart(text, to))),
  };
}

/** The same anchor without a place: what it was about is no longer in the text. Its words and context stay. */
export const orphaned = (anchor: Anchor): Anchor => ({ ...anchor, span: null });

/** Whether the anchor's words stand in the text where its span says. Orphans stand nowhere. */
export const stands = (text: string, anchor: Anchor): boolean =>
  anchor.span !== null && text.slice(anchor.span.start, anchor.span.end) === anchor.exact;

function clip(text: string, span: Span): Span {
  const start = Math.max(0, Math.min(span.start, text.length));
  return { start, end: Math.max(start, Math.min(span.end, text.length)) };
}
