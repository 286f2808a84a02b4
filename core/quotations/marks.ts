import type { Article } from '../lexicon/article.ts';
import { CharacterClass, classOf } from '../text/characters.ts';
import { withoutBlanks } from '../text/graphemes.ts';
import type { Span } from '../text/span.ts';
import { endsStep } from '../text/steps.ts';
import type { Steps } from '../text/steps.ts';
import { findGlyphs, followsNumber } from './glyphs.ts';
import type { Glyph } from './glyphs.ts';

/** How a stretch in quotation marks ends. */
type Ending =
  /** With its own closing mark. */
  | 'closed'
  /** With the paragraph; the next paragraph goes on, opened again or not. */
  | 'continued'
  /** Without a closing mark anywhere. */
  | 'unclosed'
  /** With a closing mark, but begun behind a colon without an opening one. */
  | 'unopened';

/** A stretch of one paragraph in quotation marks. Offsets count from the start of the line; the marks are left out. */
export interface MarkedStretch extends Span {
  readonly open: Span | null;
  readonly close: Span | null;
  readonly ending: Ending;
  /** Whether it goes on with the quotation of the paragraph before. */
  readonly continues: boolean;
}

/** A quotation mark without partner. Offsets count from the start of the article. */
export interface LonelyMark extends Span {
  readonly line: number;
  readonly text: string;
  readonly side: 'open' | 'close';
}

/** What stands in marks in an article, and the marks that pair with none. */
export interface PairedMarks {
  /** By line: its stretches, ordered by start, the outer before the inner. */
  readonly stretches: readonly (readonly MarkedStretch[])[];
  readonly lonely: readonly LonelyMark[];
}

/** The place of a glyph among those of its line. */
function place(found: LinePairs, glyph: Glyph): number {
  let low = 0;
  let high = found.glyphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((found.glyphs[middle] as Glyph).start < glyph.start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many paragraphs a quotation that is not opened again may run on before its closing mark. */
const REACH = 6;

/** The pairs of a line, the opening and closing marks that pair with none in it, and all of its marks in order. */
export interface LinePairs {
  pairs: [Glyph, Glyph][];
  unclosed: Glyph[];
  strays: Glyph[];
  glyphs: readonly Glyph[];
}

/**
 * Pairs the quotation marks of an article, paired by line already, and follows a quotation over paragraphs of one region:
 * one that opens each paragraph and closes only the last, or one that closes paragraphs later. `regions[i]` names
 * the part of the article that line i belongs to; no quotation leaves its region. In steps.
 */
export function* pairMarks(
  article: Article,
  lines: readonly LinePairs[],
  regions: readonly string[],
): Steps<PairedMarks> {
  const stretches = lines.map((found): MarkedStretch[] => (found === UNMARKED ? NONE : []));
  const lonely: LonelyMark[] = [];
  /** By line, whether its first glyph goes on with a quotation from above, or closes one. */
  const reopens = new Set<number>();
  const closesAbove = new Set<number>();
  const push = (
    at: number,
    from: number,
    to: number,
    open: Glyph | null,
    close: Glyph | null,
    ending: Ending,
    continues: boolean,
  ): void => {
    const content = withoutBlanks(article.lines[at]?.text ?? '', { start: from, end: to });
    if (!content) return;
    if (stretches[at] === NONE) stretches[at] = [];
    stretches[at]?.push({ start: content.start, end: content.end, open, close, ending, continues });
  };
  for (const [index, found] of lines.entries()) {
    if (endsStep(index)) yield;
    const line = article.lines[index];
    if (!line || found === UNMARKED) continue;
    const continuing = (open: Glyph): boolean => reopens.has(index) && open === found.glyphs[0];
    for (const [open, close] of found.pairs)
      push(index, open.end, close.start, open, close, 'closed', continuing(open));
    for (const open of found.unclosed) {
      const later = found.glyphs[place(found, open) + 1];
      const reach = later ? null : reachOver(article, lines, regions, index, open);
      const continues = continuing(open);
      if (reach?.type === 'reopened') {
        reopens.add(reach.line);
        push(index, open.end, line.text.length, open, null, 'continued', continues);
      } else if (reach?.type === 'closed') {
        push(index, open.end, line.text.length, open, null, 'continued', continues);
        for (let at = index + 1; at < reach.line; at++)
          push(at, 0, article.lines[at]?.text.length ?? 0, null, null, 'continued', true);
        push(reach.line, 0, reach.glyph.start, null, reach.glyph, 'closed', true);
        closesAbove.add(reach.line);
      } else {
        push(index, open.end, endOfUnclosed(line.text, open, later), open, null, 'unclosed', continues);
        lonely.push({ ...moved(open, line.start), line: index, text: open.text, side: 'open' });
      }
    }
    for (const stray of found.strays)
      if (!(closesAbove.has(index) && stray === found.strays[0])) {
        const colon = colonBefore(line.text, stray, found.glyphs[place(found, stray) - 1]);
        if (colon >= 0) push(index, colon, stray.start, null, stray, 'unopened', false);
        lonely.push({ ...moved(stray, line.start), line: index, text: stray.text, side: 'close' });
      }
  }
  for (const own of stretches) if (own.length > 1) own.sort((a, b) => a.start - b.start || b.end - a.end);
  lonely.sort((a, b) => a.start - b.start);
  return { stretches, lonely };
}

const NONE: MarkedStretch[] = [];

const moved = (span: Span, offset: number): Span => ({ start: span.start + offset, end: span.end + offset });

type Reach = { type: 'reopened' | 'closed'; glyph: Glyph; line: number } | null;

/** Where a quotation that its line does not close goes on. */
function reachOver(
  article: Article,
  lines: readonly LinePairs[],
  regions: readonly string[],
  from: number,
  open: Glyph,
): Reach {
  let passed = 0;
  for (let at = from + 1; at < lines.length && passed < REACH; at++) {
    const found = lines[at];
    const text = article.lines[at]?.text ?? '';
    if (!found || !withoutBlanks(text, { start: 0, end: text.length })) continue;
    if (regions[at] !== regions[from]) return null;
    passed++;
    const first = found.glyphs[0];
    if (!first) continue;
    const opensLine = withoutBlanks(text, { start: 0, end: first.end })?.start === first.start;
    if (passed === 1 && opensLine && first.family === open.family && !found.strays.includes(first))
      return { type: 'reopened', glyph: first, line: at };
    return found.strays[0] === first && first.family === open.family
      ? { type: 'closed', glyph: first, line: at }
      : null;
  }
  return null;
}

/** Where speech begins that only closes: behind the nearest colon, no other quotation mark between; or -1. */
function colonBefore(text: string, stray: Glyph, previous: Glyph | undefined): number {
  for (let i = stray.start - 1; i >= (previous?.end ?? 0); i--)
    if (text.charAt(i) === ':' && classOf(text.charCodeAt(i + 1)) === CharacterClass.Blank) return i + 1;
  return -1;
}

/** An unclosed quotation ends with its paragraph, or with the last sentence before the next mark in it. */
function endOfUnclosed(text: string, open: Glyph, later: Glyph | undefined): number {
  if (!later) return text.length;
  for (let i = later.start - 1; i > open.end; i--) if ('.!؟?…'.includes(text.charAt(i))) return i;
  for (let i = later.start - 1; i > open.end; i--) if ('،,؛:'.includes(text.charAt(i))) return i;
  return later.start;
}

const UNMARKED: LinePairs = { pairs: [], unclosed: [], strays: [], glyphs: [] };

/** The marks of a line, paired as far as the line pairs them. */
export function pairsOf(text: string): LinePairs {
  const glyphs = findGlyphs(text);
  return glyphs.length === 0 ? UNMARKED : pairInLine(text, glyphs);
}

/** The state machine: a stack of open marks; each glyph opens, closes, or is left over. */
function pairInLine(text: string, glyphs: readonly Glyph[]): LinePairs {
  const found: LinePairs = { pairs: [], unclosed: [], strays: [], glyphs };
  const stack: Glyph[] = [];
  const remaining = new Map<string, number>();
  for (const glyph of glyphs) remaining.set(glyph.text, (remaining.get(glyph.text) ?? 0) + 1);
  const ignored = new Set<Glyph>();
  for (const glyph of glyphs) {
    const left = remaining.get(glyph.text) ?? 1;
    remaining.set(glyph.text, left - 1);
    const partner = partnerOf(stack, glyph);
    if (partner < 0 && glyph.form === 'either' && glyph.place !== 'open' && followsNumber(text, glyph)) {
      ignored.add(glyph);
      continue;
    }
    if (sideOf(glyph, partner >= 0 ? (stack[partner] as Glyph) : null, left) === 'open') {
      stack.push(glyph);
      if (stack.length > DEPTH) leaveOpen(stack.shift() as Glyph, found, ignored);
    } else if (partner >= 0) {
      for (const open of stack.splice(partner + 1)) leaveOpen(open, found, ignored);
      found.pairs.push([stack.pop() as Glyph, glyph]);
    } else if (glyph.family === 'single') ignored.add(glyph);
    else found.strays.push(glyph);
  }
  for (const open of stack) leaveOpen(open, found, ignored);
  found.unclosed.sort((a, b) => a.start - b.start);
  found.glyphs = glyphs.filter((glyph) => !ignored.has(glyph));
  return found;
}

/** A single mark without partner is an apostrophe or a transliterated ʿayn more often than a quotation. */
function leaveOpen(open: Glyph, found: LinePairs, ignored: Set<Glyph>): void {
  if (open.family === 'single') ignored.add(open);
  else found.unclosed.push(open);
}

/** How many marks are open at once: nobody nests deeper, and each pair is read from end to end. */
const DEPTH = 8;

/** The place in the stack of the open mark that `glyph` would close: its own family first, then a mixed pair; or -1. */
function partnerOf(stack: readonly Glyph[], glyph: Glyph): number {
  const own = stack.findLastIndex(({ family }) => family === glyph.family);
  if (own >= 0 || glyph.family === 'single') return own;
  return stack.findLastIndex(({ family }) => family !== 'single');
}

/**
 * Whether a glyph opens or closes. `left` counts the glyphs of its form from here to the end of the line: an even
 * number with none open, or an odd one with one open, comes out by turns, and then the turns outweigh a misplaced
 * blank.
 */
function sideOf(glyph: Glyph, partner: Glyph | null, left: number): 'open' | 'close' {
  const { form, place, family } = glyph;
  if (form === 'either') {
    const sameForm = partner?.text === glyph.text;
    if (family === 'single') return place === 'open' ? 'open' : 'close';
    if (partner && sameForm) return place === 'open' && left % 2 === 0 ? 'open' : 'close';
    if (partner) return place === 'open' ? 'open' : 'close';
    return place === 'close' && left % 2 === 1 ? 'close' : 'open';
  }
  if (place === 'either') {
    if (form === 'open' && partner?.text === glyph.text && left % 2 === 1) return 'close';
    return form === 'close' && !partner && left % 2 === 0 && glyph.text !== '»' ? 'open' : form;
  }
  if (place === 'open' && form === 'close') return partner ? 'close' : 'open';
  if (place === 'close' && form === 'open') return partner ? 'close' : 'open';
  return form;
}
