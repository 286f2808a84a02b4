import { isFor } from '../../labels/scheme-parts.ts';
import { refuse } from './action.ts';
import type { ActionContext, ArticleState, AttributeAction, Outcome } from './action.ts';
import { valueFor, without } from './attribute-value.ts';
import { accepted, changed, findItem, findItems, spanOfItem } from './items.ts';
import { createDraft, outcome, put } from './outcome.ts';

/**
 * Gives annotations an attribute of the scheme; marks and rejections are accepted by it. Refuses as a whole where one of
 * them has a label that the attribute is not for. `value` null or blank takes the attribute away, and decides nothing.
 */
export function setAttribute(
  { ids, name, value: given }: AttributeAction,
  state: ArticleState,
  context: ActionContext,
): Outcome {
  const items = findItems(state, ids, context);
  if (!Array.isArray(items)) return refuse(items);
  const isThere = items.some(({ annotation }) => annotation && Object.hasOwn(annotation.attributes, name));
  const known = valueFor(name, given, context.scheme.attributes, isThere);
  if ('code' in known) return refuse(known);
  const { attribute, value } = known;
  const draft = createDraft();
  for (const item of items) {
    if (value === null) {
      if (!item.annotation) continue;
      const attributes = without(item.annotation.attributes, name);
      put(draft, item, changed(item.annotation, { attributes }, context));
      continue;
    }
    const version = accepted(item, state, context);
    if ('code' in version) return refuse(version);
    const { family, label } = version;
    if (attribute && !isFor(attribute.labels, { family, id: label }))
      return refuse({ code: 'attribute-not-for', name, label, labels: attribute.labels });
    const attributes = { ...version.attributes, [name]: value };
    put(draft, item, changed(version, { attributes }, context));
  }
  return outcome(state, draft, items[0] ? spanOfItem(items[0]) : null, context);
}

/**
 * Writes a note on an annotation; "" takes it away. A rejection stays one, as the note may say why; a mark is accepted,
 * as only an annotation can hold a note.
 */
export function setNote(id: string, note: string, state: ArticleState, context: ActionContext): Outcome {
  const item = findItem(state, id, context);
  if (!item) return refuse({ code: 'unknown-item', id });
  const words = note.replaceAll('\r\n', '\n').trim();
  const draft = createDraft();
  const version = item.annotation ?? (words === '' ? null : accepted(item, state, context));
  if (version && 'code' in version) return refuse(version);
  if (version) put(draft, item, changed(version, { note: words }, context));
  return outcome(state, draft, spanOfItem(item), context);
}
