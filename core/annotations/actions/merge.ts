import { contains, overlaps } from '../../text/span.ts';
import type { Span } from '../../text/span.ts';
import type { Annotation } from '../annotation.ts';
import { linesOf } from '../words.ts';
import { refuse } from './action.ts';
import type { ActionContext, ArticleState, Outcome } from './action.ts';
import { accepted, changed, conflictAt, findItems } from './items.ts';
import type { Item } from './items.ts';
import { rejectLeftOver } from './left-over.ts';
import { lookUpOf } from './look-up.ts';
import { createDraft, isSame, outcome, put } from './outcome.ts';
import { attributesFor } from './relabel.ts';
import { movedTo } from './resize.ts';

interface Part {
  readonly item: Item;
  readonly version: Annotation;
  readonly span: Span;
}

/**
 * Makes one annotation of several of one family, from where the first begins to where the last ends. It is the first one,
 * with its label; the others add what it lacks: name, speaker and cue of a quotation, attributes, ties, and their notes.
 * Ties to any of them lead to it. An entity stays within its line, and takes in the entities that lie between, unless the
 * project lets entities overlap.
 */
export function merge(ids: readonly string[], state: ArticleState, context: ActionContext): Outcome {
  const items = findItems(state, ids, context);
  if (!Array.isArray(items)) return refuse(items);
  const chosen: Part[] = [];
  for (const item of items) {
    const version = accepted(item, state, context);
    if ('code' in version) return refuse(version);
    const { span, exact } = version.anchor;
    if (!span) return refuse({ code: 'orphan', exact });
    chosen.push({ item, version, span });
  }
  const families = [...new Set(chosen.map(({ version }) => version.family))];
  if (chosen.length < 2) return refuse({ code: 'nothing-to-merge' });
  if (families.length > 1) return refuse({ code: 'different-families', families });
  const span = {
    start: Math.min(...chosen.map((part) => part.span.start)),
    end: Math.max(...chosen.map((part) => part.span.end)),
  };
  const isEntity = families[0] === 'entity';
  if (isEntity && linesOf(state.article, span).length > 1) return refuse({ code: 'across-lines' });
  const parts = [
    ...chosen,
    ...(isEntity && !context.scheme.overlap ? between(span, chosen, state) : []),
  ].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const [first, ...others] = parts;
  if (!first) return refuse({ code: 'nothing-to-merge' });
  const conflict = conflictAt(
    state,
    first.version,
    span,
    parts.map(({ version }) => version.id),
    context,
  );
  if (conflict) return refuse(conflict);
  const merged = changed(first.version, joined(parts, span, state, context), context);
  const draft = createDraft();
  put(draft, first.item, merged);
  for (const { item, version } of others) {
    if (item.annotation) draft.replaced.set(version.id, null);
    draft.heirs.set(version.id, merged.id);
  }
  for (const { id, family, label, decision } of lookUpOf(state).annotations.at(span))
    if (decision === 'rejected' && family === merged.family && label === merged.label && id !== merged.id)
      draft.replaced.set(id, null);
  rejectLeftOver(
    parts.map(({ version }) => version),
    [merged],
    draft,
    state,
    context,
  );
  return outcome(state, draft, span, context);
}

/** The accepted entities within a span that are none of the chosen ones. */
const between = (span: Span, chosen: readonly Part[], state: ArticleState): Part[] =>
  lookUpOf(state)
    .annotations.overlapping(span)
    .flatMap((annotation): Part[] => {
      const its = annotation.anchor.span;
      const isOther =
        annotation.family === 'entity' &&
        annotation.decision === 'accepted' &&
        its !== null &&
        overlaps(span, its) &&
        contains(span, its) &&
        !chosen.some(({ version }) => version.id === annotation.id);
      return isOther ? [{ item: { annotation, mark: null }, version: annotation, span: its }] : [];
    });

/** What several annotations say together, in their order: the first one's word counts. */
function joined(
  parts: readonly Part[],
  span: Span,
  state: ArticleState,
  context: ActionContext,
): Partial<Annotation> {
  const versions = parts.map(({ version }) => version);
  const spoken = versions.find(({ speaker }) => speaker !== null);
  const [first] = versions;
  const ids = new Set(versions.map(({ id }) => id));
  const relations = versions.flatMap((version) => version.relations).filter(({ to }) => !ids.has(to));
  // Of several values of one name the first counts.
  const attributes = Object.fromEntries(
    versions.flatMap((version) => Object.entries(version.attributes)).reverse(),
  );
  const notes = versions.map(({ note }) => note).filter((note) => note !== '');
  return {
    ...(first && movedTo(first, span, state)),
    ...(spoken && !first?.speaker
      ? { speaker: spoken.speaker, canonical: spoken.canonical, unattributed: false }
      : {}),
    cue: versions.find(({ cue }) => cue !== null)?.cue ?? null,
    attributes: first ? attributesFor(first, attributes, context) : attributes,
    relations: relations.filter((tie, i) => relations.findIndex((other) => isSame(other, tie)) === i),
    note: [...new Set(notes)].join('\n'),
  };
}
