/** The items of lines that have just been edited, before the whole article has been looked at again. */
import type { Range } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../../core/analysis/analysis.ts';
import type { Annotation } from '../../core/annotations/annotation.ts';
import type { TextEdit } from '../../core/annotations/carry.ts';
import { visibleMarks } from '../../core/annotations/visible.ts';
import type { EntityMark, Mark, QuotationMark } from '../../core/labels/marks.ts';
import { markIdAt } from '../../core/labels/moved-items.ts';
import { overlaps } from '../../core/text/span.ts';
import type { Span } from '../../core/text/span.ts';
import { atOnce } from '../../core/text/steps.ts';
import { offsetAt, positionAt, rangeOf, spanOf } from '../positions.ts';
import type { ArticleItem, ChangedLines } from '../protocol.ts';
import { itemOfAnnotation, itemOfMark, itemOfWeak, ordered } from './items.ts';
import type { PlacedItem } from './items.ts';
import { itemsIn, linesOf } from './lines.ts';
import type { ShownLines } from './lines.ts';

/** An edit of an open article, on its way from one version to another. */
export interface EditedDocument {
  readonly before: TextDocument;
  readonly after: TextDocument;
  /** From the one to the other, offsets in `before`. */
  readonly edit: TextEdit;
}

/** What decides which marks show. */
export interface ShownBy {
  readonly annotations: readonly Annotation[];
  /** Weak suggestions show that are at least so sure. */
  readonly weakFrom: number;
  /** Whether the project has the label of a mark. */
  readonly uses: (mark: Mark) => boolean;
  readonly overlap: boolean;
}

/** Lines longer than so many UTF-16 code units together wait until the typing rests. */
const LONGEST = 10_000;

/** What the lines that an edit touched are by now, and the lines of the whole article with them. */
export interface RereadLines {
  readonly change: ChangedLines;
  readonly lines: ShownLines;
}

/**
 * Reads the lines that an edit touched by themselves: what the edit did not touch stays and moves along, what it touched
 * is what these lines say alone. What it costs depends on these lines, not on the article. Null where they are too long
 * for that.
 * @param shown the article's lines before the edit
 * @param read the analysis of a text
 */
export function rereadLines(
  shown: ShownLines,
  { before, after, edit }: EditedDocument,
  by: ShownBy,
  read: (text: string) => Analysis,
): RereadLines | null {
  const from = positionAt(before, edit.start).line;
  const to = positionAt(before, edit.end).line + 1;
  const lines = positionAt(after, edit.start + edit.inserted).line + 1 - from;
  const start = offsetAt(after, { line: from, character: 0 });
  const end = offsetAt(after, { line: from + lines, character: 0 });
  if (end - start > LONGEST) return null;
  const text = after.getText({
    start: { line: from, character: 0 },
    end: { line: from + lines, character: 0 },
  });
  const found = read(text.endsWith('\n') ? text.slice(0, -1) : text);
  const fresh = freshMarks(found, start, edit, by);
  const stays = itemsIn(shown, before, from, to).flatMap((item) => {
    const carried = item.state === 'mark' ? carriedItem(item, { before, after, edit }) : null;
    return carried && !fresh.some(({ mark }) => mark.family === 'entity' && excludes(mark, carried))
      ? [carried]
      : [];
  });
  const added = fresh.filter(
    ({ mark }) => mark.family === 'entity' || !stays.some((one) => excludes(mark, one)),
  );
  const decided = by.annotations.filter(
    ({ anchor: { span } }) => span && span.start >= start && (span.start < end || span.start === start),
  );
  const items = ordered([
    ...stays.map(({ span, item }): PlacedItem => [span.start, item]),
    ...added.map(({ mark, isWeak }) => (isWeak ? itemOfWeak : itemOfMark)(after, mark)),
    ...decided.map((annotation) => itemOfAnnotation(after, annotation)),
  ]);
  const own = atOnce(linesOf(after, items)).slice(from, from + lines);
  return {
    change: { from, to, lines, units: edit.inserted - (edit.end - edit.start), items },
    lines: [...shown.slice(0, from), ...own, ...shown.slice(to)],
  };
}

/** A mark that shows still, with its span in the text as it is now. */
interface Carried {
  readonly item: ArticleItem;
  readonly span: Span;
}

/** Whether a mark takes the place of one that showed before. */
const excludes = (mark: Mark, { item, span }: Carried): boolean =>
  mark.family === item.family && overlaps(mark, span);

/** A mark of lines read by themselves. */
interface FreshMark {
  readonly mark: Mark;
  readonly isWeak: boolean;
}

/**
 * The marks of some lines by themselves, those that an edit touched and nobody has decided on.
 * @param start where the lines begin in the article
 */
function freshMarks(found: Analysis, start: number, edit: TextEdit, by: ShownBy): FreshMark[] {
  const moved = (span: Span): Span => ({ start: span.start + start, end: span.end + start });
  const inArticle = (mark: EntityMark | QuotationMark): Mark =>
    mark.family === 'entity'
      ? { ...mark, ...moved(mark) }
      : {
          ...mark,
          ...moved(mark),
          speaker: mark.speaker && moved(mark.speaker),
          cue: mark.cue && moved(mark.cue),
        };
  const shown = (marks: readonly (EntityMark | QuotationMark)[], isWeak: boolean): FreshMark[] => {
    const touched = marks
      .map(inArticle)
      .filter((mark) => mark.end >= edit.start && mark.start <= edit.start + edit.inserted);
    return visibleMarks(touched, by.annotations, by.overlap)
      .filter(by.uses)
      .map((mark) => ({ mark, isWeak }));
  };
  const weak = found.weak.filter(({ confidence }) => confidence >= by.weakFrom);
  return [...shown([...found.entities, ...found.quotations], false), ...shown(weak, true)];
}

/** An item as an edit leaves it, null where it is touched: a quotation or boilerplate grows by what is typed within. */
function carriedItem(item: ArticleItem, { before, after, edit }: EditedDocument): Carried | null {
  const carry = (range: Range | null): Span | null =>
    range && carriedSpan(spanOf(before, range), edit, item.family !== 'entity');
  const toRange = (span: Span | null): Range | null => span && rangeOf(after, span);
  const span = carry(item.range);
  if (!span) return null;
  const moved = {
    range: rangeOf(after, span),
    speaker: toRange(carry(item.speaker)),
    cue: toRange(carry(item.cue)),
  };
  return { span, item: { ...item, id: markIdAt(item.id, span.start, span.end), ...moved } };
}

/** Where a span lies behind an edit, null where the edit touched it. @param grows an edit within or at its edge leaves it */
function carriedSpan(span: Span, edit: TextEdit, grows: boolean): Span | null {
  const [start, end] = [span.start, span.end];
  const growth = edit.inserted - (edit.end - edit.start);
  if (grows ? end <= edit.start : end < edit.start) return span;
  if (grows ? start >= edit.end : start > edit.end) return { start: start + growth, end: end + growth };
  return grows && start < edit.start && end > edit.end ? { start, end: end + growth } : null;
}
