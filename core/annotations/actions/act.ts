import type { ActionContext, AnnotationAction, ArticleState, Outcome } from './action.ts';
import { accept, acceptEverywhere, reject, remove } from './decide.ts';
import { relabel } from './relabel.ts';
import { resize } from './resize.ts';
import { setSpeaker } from './set-speaker.ts';
import { tag } from './tag.ts';

/**
 * Does an action: the article's annotations from before in, those from now on out, or the reason why nothing was
 * done. Pure: undo is to go back to the list from before.
 */
export function act(action: AnnotationAction, state: ArticleState, context: ActionContext): Outcome {
  switch (action.kind) {
    case 'tag':
      return tag(action.spans, action.label, state, context);
    case 'accept':
      return accept(action.ids, state, context);
    case 'reject':
      return reject(action.ids, state, context);
    case 'remove':
      return remove(action.ids, state, context);
    case 'acceptEverywhere':
      return acceptEverywhere(action.id, state, context);
    case 'relabel':
      return relabel(action.id, action.label, state, context);
    case 'resize':
      return resize(action, state, context);
    case 'setSpeaker':
      return setSpeaker(action.id, action.span, state, context);
  }
}
