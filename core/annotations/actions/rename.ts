import type { Annotation, Label } from '../annotation.ts';
import { markLabel } from '../mark-identity.ts';
import { refuse } from './action.ts';
import type { ActionContext, ArticleState, Outcome, RenameAction } from './action.ts';
import { accepted, annotationOf, changed, findItem, openMarks, spanOfItem } from './items.ts';
import type { Item } from './items.ts';
import { lookUpOf } from './look-up.ts';
import { createDraft, outcome, put } from './outcome.ts';
import type { Draft } from './outcome.ts';

/**
 * Gives an entity, or the speaker of a quotation, another full name; blanks in it become plain single ones. A mark or a
 * rejection is accepted by it. With `everywhere`, see renameEverywhere.
 */
export function rename(
  { id, name, everywhere }: RenameAction,
  state: ArticleState,
  context: ActionContext,
): Outcome {
  const item = findItem(state, id, context);
  if (!item) return refuse({ code: 'unknown-item', id });
  const words = name.trim().replace(/\s+/gu, ' ');
  if (words === '') return refuse({ code: 'empty-name' });
  const version = accepted(item, state, context);
  if ('code' in version) return refuse(version);
  if (version.family === 'boilerplate') return refuse({ code: 'nameless', label: version.label });
  const draft = createDraft();
  if (everywhere) renameEverywhere(item, version, words, draft, state, context);
  else put(draft, item, changed(version, { canonical: words }, context));
  return outcome(state, draft, spanOfItem(item), context);
}

/**
 * Gives every mention of an entity another full name: those with its label and its name, and the quotations that it
 * speaks. Open marks among the mentions are accepted by it, as the person says of all of them who they are, and a mark
 * that stayed open would go on under the old name. Open quotations stay open: who speaks says nothing of their edges;
 * they take the name when they are accepted.
 * @param version the item as it is accepted
 */
export function renameEverywhere(
  item: Item,
  version: Annotation,
  name: string,
  draft: Draft,
  state: ArticleState,
  context: ActionContext,
): void {
  put(draft, item, changed(version, { canonical: name }, context));
  const old = version.canonical;
  if (old === null) return;
  const label = version.family === 'entity' ? version.label : speakerLabel(version, state);
  for (const annotation of state.annotations)
    if (
      annotation !== item.annotation &&
      annotation.decision === 'accepted' &&
      annotation.canonical === old &&
      (annotation.family === 'entity'
        ? annotation.label === label
        : [null, label].includes(speakerLabel(annotation, state)))
    )
      draft.replaced.set(annotation.id, changed(annotation, { canonical: name }, context));
  for (const mark of openMarks(state, context))
    if (mark !== item.mark && mark.family === 'entity' && mark.canonical === old && markLabel(mark) === label)
      draft.added.push({ ...annotationOf(mark, 'accepted', state, context), canonical: name });
}

/** The label of the entity that speaks a quotation, by the full name that both have; null where none is known. */
function speakerLabel({ speaker, canonical }: Annotation, state: ArticleState): Label | null {
  if (!speaker?.span) return null;
  const { annotations, marks } = lookUpOf(state);
  const decided = annotations
    .at(speaker.span)
    .find((one) => one.family === 'entity' && one.decision === 'accepted' && one.canonical === canonical);
  if (decided) return decided.label;
  const mark = marks.at(speaker.span).find((one) => one.family === 'entity' && one.canonical === canonical);
  return mark ? markLabel(mark) : null;
}
