import type { Mark } from '../../labels/marks.ts';
import { fold } from '../../text/fold.ts';
import { markId, markLabel, markName } from '../mark-identity.ts';
import { refuse } from './action.ts';
import type { ActionContext, ArticleState, Outcome } from './action.ts';
import { rejectItem } from './decide.ts';
import { annotationOf, findItem, openMarks, spanOfItem } from './items.ts';
import type { Item } from './items.ts';
import { createDraft, outcome } from './outcome.ts';

/**
 * Accepts every open mark of the article with the label and the full name of the given item, and that item itself
 * where it is a mark.
 */
export function acceptEverywhere(id: string, state: ArticleState, context: ActionContext): Outcome {
  const item = findItem(state, id, context);
  if (!item) return refuse({ code: 'unknown-item', id });
  const { family, label } = kindOf(item);
  const name = item.mark ? markName(item.mark) : item.annotation.canonical;
  const draft = createDraft();
  for (const mark of openMarks(state, context))
    if (
      mark.family === family &&
      markLabel(mark) === label &&
      (family === 'boilerplate' || markName(mark) === name)
    )
      draft.added.push(annotationOf(mark, 'accepted', state, context));
  return outcome(state, draft, spanOfItem(item), context);
}

/**
 * Rejects an item, and every open mark of the article with its label and its words, in whatever spelling. What a person
 * accepted elsewhere stays.
 * @param always the item's rejection says that it holds in every article of the project. It then stays in the file even
 * where it was made by hand
 */
export function rejectEverywhere(
  id: string,
  always: boolean,
  state: ArticleState,
  context: ActionContext,
): Outcome {
  const item = findItem(state, id, context);
  if (!item) return refuse({ code: 'unknown-item', id });
  const { family, label } = kindOf(item);
  const words = fold(wordsOf(item, state));
  const draft = createDraft();
  if (!always && item.annotation?.provenance.source === 'hand' && item.annotation.decision === 'accepted')
    draft.replaced.set(item.annotation.id, null);
  else rejectItem(item, draft, state, context, always ? { everywhere: true } : {});
  const own = item.mark && markId(item.mark);
  for (const mark of openMarks(state, context))
    if (
      mark.family === family &&
      markLabel(mark) === label &&
      markId(mark) !== own &&
      fold(state.article.text.slice(mark.start, mark.end)) === words
    )
      draft.added.push(annotationOf(mark, 'rejected', state, context));
  return outcome(state, draft, spanOfItem(item), context);
}

const kindOf = (item: Item): { readonly family: Mark['family']; readonly label: string } =>
  item.mark
    ? { family: item.mark.family, label: markLabel(item.mark) }
    : { family: item.annotation.family, label: item.annotation.label };

const wordsOf = (item: Item, { article: { text } }: ArticleState): string =>
  item.mark ? text.slice(item.mark.start, item.mark.end) : item.annotation.anchor.exact;
