import { contains } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import { makeAnchor } from '../anchors.ts';
import { trimSpan } from '../trim.ts';
import { linesOf, wordAt } from '../words.ts';
import { refuse } from './action.ts';
import type { ActionContext, ArticleState, Outcome, Refusal } from './action.ts';
import { annotationOf, changed, findItem, nameAt, outcome } from './items.ts';

/**
 * Says who speaks a quotation: a selection, or the entity or word at a caret; null for nobody. The speaker's full name
 * is that of the entity with those words, else the words themselves. A mark becomes an annotation by it.
 */
export function setSpeaker(
  id: string,
  span: Span | null,
  state: ArticleState,
  context: ActionContext,
): Outcome {
  const item = findItem(state, id);
  if (!item) return refuse({ code: 'unknown-item', id });
  const old = item.annotation ?? annotationOf(item.mark, 'accepted', state, context);
  if (old.family !== 'quotation') return refuse({ code: 'not-a-quotation', label: old.label });
  let speaker: Span | null = null;
  if (span) {
    const found = speakerAt(span, state);
    if ('code' in found) return refuse(found);
    speaker = found;
  }
  const renewed = changed(
    old,
    {
      decision: 'accepted',
      speaker: speaker && makeAnchor(state.article.text, speaker),
      canonical: speaker && nameAt(state, speaker),
    },
    context,
  );
  return item.annotation
    ? outcome(state, new Map([[old.id, renewed]]), [], old.anchor.span)
    : outcome(state, new Map(), [renewed], old.anchor.span);
}

function speakerAt(span: Span, state: ArticleState): Span | Refusal {
  const { article, marks, annotations } = state;
  let wanted: Span | null = span;
  if (span.start === span.end) {
    const decided = annotations.flatMap(({ family, decision, anchor }) =>
      family === 'entity' && decision === 'accepted' && anchor.span ? [anchor.span] : [],
    );
    const entities = [...decided, ...marks.filter((mark) => mark.family === 'entity')];
    wanted = entities.find((entity) => contains(entity, span)) ?? wordAt(article, span.start);
  }
  const trimmed = wanted && trimSpan(article.text, wanted, 'entity');
  if (!trimmed) return { code: 'nothing-here' };
  return linesOf(article, trimmed).length > 1 ? { code: 'across-lines' } : trimmed;
}
