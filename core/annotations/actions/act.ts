import type { ActionContext, AnnotationAction, ArticleState, Outcome } from './action.ts';
import { accept, reject, remove } from './decide.ts';
import { acceptEverywhere, rejectEverywhere } from './everywhere.ts';
import { setArticleAttribute, setStatus } from './facts.ts';
import { merge } from './merge.ts';
import { place } from './place.ts';
import { relabel } from './relabel.ts';
import { relate, unrelate } from './relate.ts';
import { rename } from './rename.ts';
import { resize } from './resize.ts';
import { setAttribute, setNote } from './set-attribute.ts';
import { setSpeaker } from './set-speaker.ts';
import { split } from './split.ts';
import { tag } from './tag.ts';
import { tagEverywhere } from './tag-everywhere.ts';
import { tidy } from './tidy.ts';

/**
 * Does an action: the article's annotations from before in, those from now on out, or the reason why nothing was
 * done. Pure: undo is to go back to the list from before.
 */
export function act(action: AnnotationAction, state: ArticleState, context: ActionContext): Outcome {
  switch (action.kind) {
    case 'tag':
      return tag(action.spans, action.label, state, context);
    case 'tagEverywhere':
      return tagEverywhere(action.span, action.label, state, context);
    case 'accept':
      return accept(action.ids, state, context);
    case 'reject':
      return reject(action.ids, state, context);
    case 'remove':
      return remove(action.ids, state, context);
    case 'acceptEverywhere':
      return acceptEverywhere(action.id, state, context);
    case 'rejectEverywhere':
      return rejectEverywhere(action.id, action.always, state, context);
    case 'relabel':
      return relabel(action.id, action.label, state, context);
    case 'resize':
      return resize(action, state, context);
    case 'merge':
      return merge(action.ids, state, context);
    case 'split':
      return split(action.id, action.at, state, context);
    case 'place':
      return place(action.id, action.span, state, context);
    case 'tidy':
      return tidy(action.ids, state, context);
    case 'setSpeaker':
      return setSpeaker(action.id, action.span, state, context);
    case 'relate':
      return relate(action, state, context);
    case 'unrelate':
      return unrelate(action, state, context);
    case 'setAttribute':
      return setAttribute(action, state, context);
    case 'setNote':
      return setNote(action.id, action.note, state, context);
    case 'rename':
      return rename(action, state, context);
    case 'setStatus':
      return setStatus(action.status, state);
    case 'setArticleAttribute':
      return setArticleAttribute(action.name, action.value, state, context);
  }
}
