import type { Span } from '../text/span.ts';
import { makeAnchor, orphaned } from './anchors.ts';
import type { Anchor, Annotation } from './annotation.ts';
import { findChanged, findWithin, searchable } from './reanchor.ts';
import { FLOOR, similarity } from './reanchoring/evidence.ts';
import { foldWords } from './reanchoring/searchable-text.ts';
import type { SearchableText } from './reanchoring/searchable-text.ts';

/**
 * One change of a text: the code units from `start` to `end` (exclusive) gave way to `inserted` new ones. Offsets are
 * UTF-16 code units in the text as it was just before this change, as in LSP's contentChanges.
 */
export interface TextEdit extends Span {
  readonly inserted: number;
}

/**
 * Where a span lies after an edit. What is typed at its edges stays outside, what is typed within belongs to it; an
 * edit across an edge cuts it there. Null when the edit took the whole of it away, whatever came instead.
 */
export function carrySpan(span: Span, edit: TextEdit): Span | null {
  const growth = edit.inserted - (edit.end - edit.start);
  if (edit.end <= span.start) return { start: span.start + growth, end: span.end + growth };
  if (edit.start >= span.end) return span;
  if (edit.start <= span.start && edit.end >= span.end) return null;
  if (edit.start < span.start) return { start: edit.start + edit.inserted, end: span.end + growth };
  if (edit.end > span.end) return { start: span.start, end: edit.start };
  return { start: span.start, end: span.end + growth };
}

/**
 * Carries annotations along a batch of edits, each told in the text that the one before it left; `text` is the text
 * after all of them. What an edit took away is looked for in what came instead: its own words (an undone deletion,
 * lines that end otherwise now) or words that are alike (a spelling that was replaced everywhere); where they are not
 * there it becomes an orphan with the words and context it had. What an edit cut off and another brings back belongs to
 * it again. Words and context of the others are not renewed: do so with refreshAnchors before they are stored.
 */
export function carryAnnotations(
  annotations: readonly Annotation[],
  edits: readonly TextEdit[],
  text: string,
): Annotation[] {
  const regions = insertedRegions(edits);
  let target: SearchableText | undefined;
  const carry = (anchor: Anchor): Anchor => {
    const span = edits.reduce<Span | null>((at, edit) => at && carrySpan(at, edit), anchor.span);
    if (span) return { ...anchor, span: wholeAgain(text, span, anchor, regions) };
    for (const region of regions) {
      if (region.end - region.start < anchor.exact.length) continue;
      const found = findWithin(text, region, anchor);
      if (found) return { ...anchor, span: found };
    }
    if (!anchor.span || regions.length === 0) return orphaned(anchor);
    const replaced = regions.find((region) => isAlike(text, region, anchor));
    if (replaced) return { ...anchor, span: trimmed(text, replaced) };
    const found = findChanged((target ??= searchable(text)), anchor);
    return found && regions.some((region) => overlap(found, region))
      ? { ...anchor, span: found }
      : orphaned(anchor);
  };
  return annotations.map((annotation) => ({
    ...annotation,
    anchor: carry(annotation.anchor),
    speaker: annotation.speaker && carry(annotation.speaker),
    cue: annotation.cue && carry(annotation.cue),
  }));
}

/** A span, or where all its words stand again, since what an edit had cut off came back beside it. */
function wholeAgain(text: string, span: Span, { exact }: Anchor, regions: readonly Span[]): Span {
  const cameBeside = regions.some(({ start, end }) => end === span.start || start === span.end);
  if (!cameBeside || span.end - span.start >= exact.length) return span;
  const from = Math.max(0, span.end - exact.length);
  const start = from + text.slice(from, span.start + exact.length).indexOf(exact);
  return start >= from ? { start, end: start + exact.length } : span;
}

/** Whether what came instead is the same words but for their spelling. */
const isAlike = (text: string, region: Span, { exact }: Anchor): boolean => {
  const { start, end } = trimmed(text, region);
  return (
    end > start &&
    end - start <= 2 * exact.length &&
    similarity(foldWords(text.slice(start, end)), foldWords(exact)) >= FLOOR.quote
  );
};

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return {
    start: start + words.length - words.trimStart().length,
    end: end - words.length + words.trimEnd().length,
  };
}

const overlap = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

/**
 * Renews words and context of every anchor that has a place, so that what is stored says the same by offsets and by
 * quote. Orphans keep theirs.
 */
export function refreshAnchors(annotations: readonly Annotation[], text: string): Annotation[] {
  const refresh = (anchor: Anchor): Anchor => (anchor.span ? makeAnchor(text, anchor.span) : anchor);
  return annotations.map((annotation) => ({
    ...annotation,
    anchor: refresh(annotation.anchor),
    speaker: annotation.speaker && refresh(annotation.speaker),
    cue: annotation.cue && refresh(annotation.cue),
  }));
}

/** The stretches of the text after all edits that hold newly inserted characters. */
function insertedRegions(edits: readonly TextEdit[]): Span[] {
  let regions: Span[] = [];
  for (const edit of edits) {
    regions = regions.flatMap((region) => carrySpan(region, edit) ?? []);
    if (edit.inserted > 0) regions.push({ start: edit.start, end: edit.start + edit.inserted });
  }
  return regions;
}
