import { contains } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import { makeAnchor } from '../anchors.ts';
import { trimSpan } from '../trim.ts';
import { linesOf, wordAt } from '../words.ts';
import { refuse } from './action.ts';
import type { ActionContext, ArticleState, Outcome } from './action.ts';
import { annotationOf, changed, findItem, nameAt } from './items.ts';
import { createDraft, outcome, put } from './outcome.ts';
import type { Refusal } from './refusal.ts';

/**
 * Says who speaks a quotation: a selection, or the entity or word at a caret; null for nobody, on purpose. The speaker's full
 * name
 * is that of the entity with those words, else the words themselves. A mark becomes an annotation by it.
 */
export function setSpeaker(
  id: string,
  span: Span | null,
  state: ArticleState,
  context: ActionContext,
): Outcome {
  const item = findItem(state, id, context);
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
      unattributed: speaker === null,
    },
    context,
  );
  const draft = createDraft();
  put(draft, item, renewed);
  return outcome(state, draft, old.anchor.span, context);
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
