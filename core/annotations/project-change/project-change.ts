/** What is changed in all articles of a project in one step, told without the article that it was pointed at in. */
import { fold } from '../../text/fold.ts';
import type { Span } from '../../text/span.ts';
import type { ActionContext, ArticleState } from '../actions/action.ts';
import { findItem } from '../actions/items.ts';
import type { Item } from '../actions/items.ts';
import type { Refusal } from '../actions/refusal.ts';
import { soughtBy } from '../actions/tag-everywhere.ts';
import type { Sought } from '../actions/tag-everywhere.ts';
import type { Label } from '../annotation.ts';
import { markLabel, markName } from '../mark-identity.ts';
import type { MarkFamily } from '../../labels/marks.ts';

/** What a person asks for: the protocol's changes, told in offsets of the article that they are asked for in. */
export type AskedChange =
  | { readonly kind: 'acceptEverywhere' | 'rejectEverywhere'; readonly id: string }
  | { readonly kind: 'tagEverywhere'; readonly span: Span; readonly label: Label }
  | { readonly kind: 'rename'; readonly id: string; readonly name: string }
  | { readonly kind: 'relabelAll'; readonly label: Label; readonly to: Label };

/** The same as it holds for every article of the project. Words and names are folded (see fold). */
export type ProjectChange =
  | {
      /** Decides on the open marks like one: of its label and with its words or, to accept, its name. */
      readonly kind: 'acceptEverywhere' | 'rejectEverywhere';
      readonly family: MarkFamily;
      readonly label: Label;
      readonly words: string;
      /** Null where it has none. */
      readonly name: string | null;
    }
  | {
      readonly kind: 'tagEverywhere';
      readonly label: Label;
      readonly sought: readonly Sought[];
      /** What was pointed at, in the article that the change was asked for in. */
      readonly pointed: readonly Span[];
    }
  | {
      /** Gives the mentions of an entity another full name, and the quotations that it speaks. */
      readonly kind: 'rename';
      /** The entity's label; null where only a quotation tells of it. */
      readonly label: Label | null;
      readonly from: string;
      readonly to: string;
    }
  | { readonly kind: 'relabelAll'; readonly label: Label; readonly to: Label; readonly family: MarkFamily };

/**
 * What an asked change means for every article of the project, or why there can be none.
 * @param state the article that it is asked for in; of a change of labels any will do
 */
export function projectChangeOf(
  asked: AskedChange,
  state: ArticleState,
  context: ActionContext,
): ProjectChange | Refusal {
  switch (asked.kind) {
    case 'tagEverywhere': {
      const meant = soughtBy(asked.span, asked.label, state, context);
      if ('code' in meant) return meant;
      const { sought, pointed } = meant;
      return { kind: asked.kind, label: asked.label, sought, pointed };
    }
    case 'relabelAll':
      return relabelling(asked.label, asked.to, context);
    case 'rename':
    case 'acceptEverywhere':
    case 'rejectEverywhere': {
      const item = findItem(state, asked.id, context);
      if (!item) return { code: 'unknown-item', id: asked.id };
      const like = itemLike(item, state);
      if (asked.kind !== 'rename') return { kind: asked.kind, ...like };
      return renaming(like, asked.name);
    }
  }
}

/** A label that the scheme no longer has, or does not have yet, is of the family of the other. */
function relabelling(label: Label, to: Label, { familyOf }: ActionContext): ProjectChange | Refusal {
  const [before, after] = [familyOf(label), familyOf(to)];
  const family = after ?? before;
  if (!family) return { code: 'unknown-label', label: to };
  if (before && after && before !== after) return { code: 'different-families', families: [before, after] };
  return label === to ? { code: 'no-change' } : { kind: 'relabelAll', label, to, family };
}

function renaming({ family, label, name }: ItemLike, asked: string): ProjectChange | Refusal {
  const to = asked.trim().replace(/\s+/gu, ' ');
  if (to === '') return { code: 'empty-name' };
  if (family === 'boilerplate' || name === null) return { code: 'nameless', label };
  return { kind: 'rename', label: family === 'entity' ? label : null, from: name, to };
}

interface ItemLike {
  readonly family: MarkFamily;
  readonly label: Label;
  readonly words: string;
  readonly name: string | null;
}

function itemLike({ mark, annotation }: Item, { article: { text } }: ArticleState): ItemLike {
  const name = mark ? markName(mark) : annotation.canonical;
  return {
    family: mark ? mark.family : annotation.family,
    label: mark ? markLabel(mark) : annotation.label,
    words: fold(mark ? text.slice(mark.start, mark.end) : annotation.anchor.exact),
    name: name === null ? null : fold(name),
  };
}
