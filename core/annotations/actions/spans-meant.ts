import type { Mark, MarkFamily } from '../../labels/marks.ts';
import type { Span } from '../../text/span.ts';
import { trimSpan } from '../trim.ts';
import { covers } from '../visible.ts';
import { lineAt, linesOf, wordAt } from '../words.ts';
import type { ActionContext, ArticleState } from './action.ts';
import { lookUpOf } from './look-up.ts';
import type { Refusal } from './refusal.ts';

/**
 * The spans that a selection or a caret means for a family. Selections are trimmed (see trimSpan); those of quotations
 * and boilerplate are cut at line ends, as the guidelines have one quotation a paragraph and one class a line. A caret
 * takes the annotation or mark it is in, else the word without its particles, the quoted stretch or sentence, or the
 * line, by the family. UTF-16 offsets from the start of the article.
 */
export const spansMeant = (
  span: Span,
  family: MarkFamily,
  state: ArticleState,
  context: ActionContext,
): Span[] | Refusal =>
  span.start === span.end
    ? spansAtCaret(span.start, family, state, context)
    : spansSelected(span, family, state);

function spansSelected(span: Span, family: MarkFamily, { article }: ArticleState): Span[] | Refusal {
  if (family === 'entity') {
    const trimmed = trimSpan(article.text, span, family);
    if (!trimmed) return { code: 'nothing-here' };
    return linesOf(article, trimmed).length > 1 ? { code: 'across-lines' } : [trimmed];
  }
  const pieces = linesOf(article, span).flatMap((line) => {
    const piece = { start: Math.max(span.start, line.start), end: Math.min(span.end, line.end) };
    return piece.start < piece.end ? (trimSpan(article.text, piece, family) ?? []) : [];
  });
  return pieces.length > 0 ? pieces : { code: 'nothing-here' };
}

function spansAtCaret(
  offset: number,
  family: MarkFamily,
  state: ArticleState,
  context: ActionContext,
): Span[] | Refusal {
  const { article } = state;
  const { annotations, marks } = lookUpOf(state);
  const touching = { start: offset - 1, end: offset + 1 };
  const isOpen = (mark: Mark): boolean =>
    !annotations.overlapping(mark).some((annotation) => covers(annotation, mark, context.scheme.overlap));
  const items = [
    ...annotations
      .overlapping(touching)
      .flatMap(({ family: its, decision, anchor }) =>
        its === family && decision === 'accepted' && anchor.span ? [anchor.span] : [],
      ),
    ...marks.overlapping(touching).filter((mark) => mark.family === family && isOpen(mark)),
  ];
  // The innermost one; of two that touch at the caret the one behind it.
  const item = items.reduce<Span | null>(
    (best, span) =>
      best === null ||
      (best.end === offset && span.end > offset) ||
      ((span.end === offset) === (best.end === offset) && span.end - span.start < best.end - best.start)
        ? span
        : best,
    null,
  );
  if (item) return [{ start: item.start, end: item.end }];
  const span = family === 'entity' ? wordAt(article, offset) : stretchAt(state, offset, family);
  const trimmed = span && trimSpan(article.text, span, family);
  return trimmed ? [trimmed] : { code: 'nothing-here' };
}

/** The stretch between quotation marks that holds a caret, else its sentence; for boilerplate the line. */
function stretchAt({ article }: ArticleState, offset: number, family: MarkFamily): Span | null {
  const line = lineAt(article, offset);
  if (!line) return null;
  if (family === 'boilerplate') return line;
  const at = offset - line.start;
  const quotes = line.reading.tokens.filter((token) => /^["“”„«»‹›]$/u.test(token.text));
  for (let i = 0; i + 1 < quotes.length; i += 2) {
    const [open, close] = [quotes[i] as Span, quotes[i + 1] as Span];
    if (open.start <= at && at <= close.end)
      return { start: line.start + open.end, end: line.start + close.start };
  }
  const sentence = line.reading.sentences.find(({ start, end }) => start <= at && at <= end);
  return sentence ? { start: line.start + sentence.start, end: line.start + sentence.end } : null;
}

/** Spans in their order, each once. */
export const eachOnce = (spans: readonly Span[]): Span[] => {
  const seen = new Set<string>();
  return spans.filter(({ start, end }) => {
    const key = `${start}-${end}`;
    return !seen.has(key) && seen.add(key);
  });
};
