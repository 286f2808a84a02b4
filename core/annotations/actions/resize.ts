import { snapToGraphemes } from '../../text/graphemes.ts';
import { sameSpan } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import { makeAnchor } from '../anchors.ts';
import type { Annotation } from '../annotation.ts';
import { linesOf, wordEdges } from '../words.ts';
import { refuse } from './action.ts';
import type { ActionContext, ArticleState, Outcome, ResizeAction } from './action.ts';
import { annotationOf, changed, conflictAt, findItem, nameAt } from './items.ts';
import { createDraft, outcome, put } from './outcome.ts';

/**
 * Moves one end of an annotation or mark by a word: to the next place where a word begins or ends, the border between
 * a word and its particles (و ف ب ل ك) being one. Marks of punctuation are stepped over. The span stays within its
 * lines and keeps at least one word. A mark becomes an annotation by it.
 */
export function resize(action: ResizeAction, state: ArticleState, context: ActionContext): Outcome {
  const item = findItem(state, action.id, context);
  if (!item) return refuse({ code: 'unknown-item', id: action.id });
  const old = item.annotation ?? annotationOf(item.mark, 'accepted', state, context);
  const { span } = old.anchor;
  if (!span) return refuse({ code: 'orphan', exact: old.anchor.exact });
  const resized = resizeSpan(action, span, state);
  if (!resized) return refuse({ code: action.by === 'wider' ? 'line-edge' : 'nothing-left' });
  const conflict = conflictAt(state, old, resized, [old.id], context);
  if (conflict) return refuse(conflict);
  const draft = createDraft();
  put(draft, item, changed(old, { decision: 'accepted', ...movedTo(old, resized, state) }, context));
  return outcome(state, draft, resized, context);
}

function resizeSpan({ end, by }: ResizeAction, span: Span, { article }: ArticleState): Span | null {
  const edges = linesOf(article, span).map((line) => wordEdges(article, line));
  const starts = edges.flatMap((line) => line.starts);
  const ends = edges.flatMap((line) => line.ends);
  const grown =
    end === 'start'
      ? {
          start:
            by === 'wider'
              ? starts.findLast((edge) => edge < span.start)
              : starts.find((edge) => edge > span.start && edge < span.end),
          end: span.end,
        }
      : {
          start: span.start,
          end:
            by === 'wider'
              ? ends.find((edge) => edge > span.end)
              : ends.findLast((edge) => edge < span.end && edge > span.start),
        };
  if (grown.start === undefined || grown.end === undefined) return null;
  const snapped = snapToGraphemes(article.text, { start: grown.start, end: grown.end });
  return sameSpan(snapped, span) ? null : snapped;
}

/**
 * What an annotation says when it stands at another span: a name that was its own words follows them; one that was learnt
 * from elsewhere stays.
 */
export const movedTo = (
  { family, anchor, canonical }: Annotation,
  span: Span,
  state: ArticleState,
): Pick<Annotation, 'anchor' | 'canonical'> => ({
  anchor: makeAnchor(state.article.text, span),
  canonical: family === 'entity' && canonical === anchor.exact ? nameAt(state, span) : canonical,
});
