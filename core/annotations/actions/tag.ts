import type { MarkFamily } from '../../labels/marks.ts';
import { overlaps, sameSpan } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import { makeAnchor } from '../anchors.ts';
import type { Annotation, Label } from '../annotation.ts';
import { markLabel } from '../mark-identity.ts';
import { trimSpan } from '../trim.ts';
import { isMostlySame } from '../visible.ts';
import { lineAt, linesOf, wordAt } from '../words.ts';
import { refuse } from './action.ts';
import type { ActionContext, ArticleState, Outcome, Refusal } from './action.ts';
import { annotationByHand, annotationOf, changed, openMarks, outcome } from './items.ts';

/**
 * Tags spans with a label, all in one step. Selections are trimmed (see trimSpan); those of quotations and
 * boilerplate are cut at line ends, as the guidelines have one quotation a paragraph and one class a line. A caret
 * takes the annotation or mark it is in, else the word without its particles, the quoted stretch or sentence, or the
 * line, by the label's family. A span that is annotated already changes its label, a quotation
 * that has most of its words in common with an accepted one its edges. An entity takes the place of the
 * entities that it overlaps: the later decision counts.
 */
export function tag(
  spans: readonly Span[],
  label: Label,
  state: ArticleState,
  context: ActionContext,
): Outcome {
  const family = context.familyOf(label);
  if (!family) return refuse({ code: 'unknown-label', label });
  const wanted: Span[] = [];
  let refusal: Refusal = { code: 'nothing-here' };
  for (const span of spans) {
    const found =
      span.start === span.end ? spansAtCaret(state, span.start, family) : selected(state, span, family);
    if (!Array.isArray(found)) refusal = found;
    else for (const one of found) if (!wanted.some((other) => sameSpan(other, one))) wanted.push(one);
  }
  const first = wanted[0];
  if (!first) return refuse(refusal);
  const replaced = new Map<string, Annotation | null>();
  const added: Annotation[] = [];
  for (const span of wanted)
    if (!added.some(({ anchor }) => family === 'entity' && anchor.span && overlaps(anchor.span, span)))
      place(span, family, label, state, context, replaced, added);
  return outcome(state, replaced, added, first);
}

function place(
  span: Span,
  family: MarkFamily,
  label: Label,
  state: ArticleState,
  context: ActionContext,
  replaced: Map<string, Annotation | null>,
  added: Annotation[],
): void {
  const here = state.annotations.filter(
    ({ family: other, anchor }) => other === family && anchor.span !== null && sameSpan(anchor.span, span),
  );
  const known =
    here.find(({ decision }) => decision === 'accepted') ??
    here.find((annotation) => annotation.label === label) ??
    (family === 'quotation' ? quotationAround(state, span) : undefined);
  const isMoved = known?.anchor.span && !sameSpan(known.anchor.span, span);
  if (known?.label === label && known.decision === 'accepted' && !isMoved) return;
  if (family === 'entity')
    for (const { id, decision, anchor } of ofFamily(state, family))
      if (id !== known?.id && decision === 'accepted' && anchor.span && overlaps(anchor.span, span))
        replaced.set(id, null);
  // A rejection of what is now said to be right no longer holds.
  for (const { id, label: other } of here) if (id !== known?.id && other === label) replaced.set(id, null);
  if (known) {
    const anchor = isMoved ? makeAnchor(state.article.text, span) : known.anchor;
    replaced.set(known.id, changed(known, { label, decision: 'accepted', anchor }, context));
    return;
  }
  const marks = state.marks.filter((mark) => mark.family === family && sameSpan(mark, span));
  const mark = marks.find((candidate) => markLabel(candidate) === label) ?? marks[0];
  added.push(
    mark
      ? { ...annotationOf(mark, 'accepted', state, context), label }
      : { ...annotationByHand(family, label, span, state, context), ...attributionAt(state, family, span) },
  );
}

/** The accepted quotation that a new one means: they have most of their words in common. */
const quotationAround = (state: ArticleState, span: Span): Annotation | undefined =>
  ofFamily(state, 'quotation').find(
    ({ decision, anchor }) =>
      decision === 'accepted' && anchor.span !== null && isMostlySame(anchor.span, span),
  );

/** Who speaks a quotation whose edges a person saw elsewhere than the engine: what the engine says of its own. */
function attributionAt(
  state: ArticleState,
  family: MarkFamily,
  span: Span,
): Partial<Pick<Annotation, 'speaker' | 'cue' | 'canonical'>> {
  if (family !== 'quotation') return {};
  const { text } = state.article;
  for (const mark of openMarks(state))
    if (mark.family === 'quotation' && isMostlySame(mark, span))
      return {
        speaker: mark.speaker && makeAnchor(text, mark.speaker),
        cue: mark.cue && makeAnchor(text, mark.cue),
        canonical: mark.canonical,
      };
  return {};
}

const ofFamily = (state: ArticleState, family: MarkFamily): Annotation[] =>
  state.annotations.filter((annotation) => annotation.family === family);

function selected(state: ArticleState, span: Span, family: MarkFamily): Span[] | Refusal {
  const { article } = state;
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

function spansAtCaret(state: ArticleState, offset: number, family: MarkFamily): Span[] | Refusal {
  const { article } = state;
  const holds = (span: Span): boolean => span.start <= offset && offset <= span.end;
  const items = [
    ...ofFamily(state, family).flatMap(({ decision, anchor }) =>
      decision === 'accepted' && anchor.span ? [anchor.span] : [],
    ),
    ...openMarks(state).filter((mark) => mark.family === family),
  ].filter(holds);
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
