import { SAME_ENTITY } from '../../labels/scheme-parts.ts';
import type { SchemeRelation } from '../../labels/scheme-parts.ts';
import type { Annotation } from '../annotation.ts';
import { refuse } from './action.ts';
import type { ActionContext, ArticleState, Outcome, RelationAction } from './action.ts';
import { accepted, changed, findItem, spanOfItem } from './items.ts';
import { canBegin, canEnd, createDraft, isSame, outcome, put } from './outcome.ts';
import type { Refusal } from './refusal.ts';
import { renameEverywhere } from './rename.ts';

/**
 * Ties two annotations by a relation of the scheme; marks and rejections are accepted by it. SAME_ENTITY is no tie that
 * is kept: it gives the one it goes out from the full name of the other, and with it every mention that had its name.
 */
export function relate(
  { from, type, to }: RelationAction,
  state: ArticleState,
  context: ActionContext,
): Outcome {
  const begin = findItem(state, from, context);
  if (!begin) return refuse({ code: 'unknown-item', id: from });
  const end = findItem(state, to, context);
  if (!end) return refuse({ code: 'unknown-item', id: to });
  if ((begin.mark ?? begin.annotation) === (end.mark ?? end.annotation))
    return refuse({ code: 'self-relation' });
  const source = accepted(begin, state, context);
  if ('code' in source) return refuse(source);
  const target = accepted(end, state, context);
  if ('code' in target) return refuse(target);
  for (const { anchor } of [source, target])
    if (!anchor.span) return refuse({ code: 'orphan', exact: anchor.exact });
  const draft = createDraft();
  put(draft, end, target);
  if (type === SAME_ENTITY) {
    for (const { family, label } of [source, target])
      if (family !== 'entity') return refuse({ code: 'not-an-entity', label });
    renameEverywhere(begin, source, target.canonical ?? target.anchor.exact, draft, state, context);
  } else {
    const refusal = whyNotTied(type, source, target, context.scheme.relations);
    if (refusal) return refuse(refusal);
    const tie = { type, to: target.id };
    const relations = [...source.relations.filter((known) => !isSame(known, tie)), tie];
    put(
      draft,
      begin,
      source.relations.length === relations.length ? source : changed(source, { relations }, context),
    );
  }
  return outcome(state, draft, spanOfItem(begin), context);
}

/** Takes a tie away; one whose relation the scheme no longer has, or whose other end is gone, too. */
export function unrelate(
  { from, type, to }: RelationAction,
  state: ArticleState,
  context: ActionContext,
): Outcome {
  const item = findItem(state, from, context);
  if (!item) return refuse({ code: 'unknown-item', id: from });
  const draft = createDraft();
  if (item.annotation) {
    const target = findItem(state, to, context)?.annotation?.id ?? to;
    const relations = item.annotation.relations.filter((known) => !isSame(known, { type, to: target }));
    put(draft, item, changed(item.annotation, { relations }, context));
  }
  return outcome(state, draft, spanOfItem(item), context);
}

function whyNotTied(
  name: string,
  source: Annotation,
  target: Annotation,
  relations: readonly SchemeRelation[],
): Refusal | null {
  const relation = relations.find((known) => known.name === name);
  if (!relation) return { code: 'unknown-relation', name, names: relations.map((known) => known.name) };
  if (!canBegin(relation, source))
    return { code: 'not-related', name, end: 'from', label: source.label, labels: relation.from };
  if (!canEnd(relation, target))
    return { code: 'not-related', name, end: 'to', label: target.label, labels: relation.to };
  return null;
}
