import type { Span } from '../../text/span.ts';
import { makeAnchor } from '../anchors.ts';
import type { Annotation } from '../annotation.ts';
import { trimSpan } from '../trim.ts';
import { linesOf, wordEdges } from '../words.ts';
import { refuse } from './action.ts';
import type { ActionContext, ArticleState, Outcome } from './action.ts';
import { accepted, changed, findItem, nameAt } from './items.ts';
import { rejectLeftOver } from './left-over.ts';
import { createDraft, outcome, put } from './outcome.ts';

/**
 * Makes two annotations of one, before and behind a caret; within a word it is cut at the nearer end of the word, and
 * particles that the second word begins with stay outside. The first part keeps all that was said; the second one has
 * the label, and of a quotation speaker and cue.
 * @param at offset of the caret
 */
export function split(id: string, at: number, state: ArticleState, context: ActionContext): Outcome {
  const item = findItem(state, id, context);
  if (!item) return refuse({ code: 'unknown-item', id });
  const old = accepted(item, state, context);
  if ('code' in old) return refuse(old);
  const { span, exact } = old.anchor;
  if (!span) return refuse({ code: 'orphan', exact });
  const parts = partsOf(old, span, at, state);
  if (!parts) return refuse({ code: 'nothing-to-split' });
  const [before, behind] = parts.map((part) => ({
    anchor: makeAnchor(state.article.text, part),
    canonical: old.family === 'entity' ? nameAt(state, part) : old.canonical,
  })) as [Pick<Annotation, 'anchor' | 'canonical'>, Pick<Annotation, 'anchor' | 'canonical'>];
  const first = changed(old, before, context);
  const second: Annotation = {
    ...changed(old, behind, context),
    id: context.newId(),
    attributes: {},
    relations: [],
    note: '',
    further: {},
    provenance: { ...first.provenance, created: context.now },
  };
  const draft = createDraft();
  put(draft, item, first);
  draft.added.push(second);
  rejectLeftOver([old], [first, second], draft, state, context);
  return outcome(state, draft, parts[0], context);
}

/** The spans before and behind a caret, cut between words and trimmed; null where one of them has no word. */
function partsOf(
  { family }: Annotation,
  span: Span,
  at: number,
  { article }: ArticleState,
): readonly [Span, Span] | null {
  const { text } = article;
  const edges = linesOf(article, span).map((line) => wordEdges(article, line));
  const ends = edges.flatMap((line) => line.ends).filter((end) => end > span.start && end < span.end);
  const starts = edges
    .flatMap((line) => line.starts)
    .filter((start) => start > span.start && start < span.end);
  // A cut is told by the last word before it; the word behind it begins where its particles end.
  const cuts = ends.flatMap((end) => {
    const [start] = starts.filter((edge) => edge >= end);
    const next = ends.find((edge) => edge > end) ?? span.end;
    const proper = starts.findLast((edge) => edge >= end && edge < next);
    return start === undefined || proper === undefined ? [] : [{ end, start, proper }];
  });
  const distance = (cut: { readonly end: number; readonly proper: number }): number =>
    Math.max(0, cut.end - at, at - cut.proper);
  const cut = cuts.reduce<(typeof cuts)[number] | null>(
    (best, one) => (best === null || distance(one) < distance(best) ? one : best),
    null,
  );
  if (!cut || at <= span.start || at >= span.end) return null;
  const before = trimSpan(text, { start: span.start, end: cut.start }, family);
  const behind = trimSpan(text, { start: cut.proper, end: span.end }, family);
  return before && behind ? [before, behind] : null;
}
