import { l10n, window, type TextDocument } from 'vscode';
import { SAME_ENTITY } from '../../core/labels/scheme-parts.ts';
import type { ArticleItem, RelationChoice, Scheme } from '../../server/protocol.ts';
import { act, currentArticle, say, type ArticleView } from '../act.ts';
import type { App } from '../app.ts';
import { contextOf } from '../context.ts';
import { chosenItems } from '../items.ts';
import { asLabel } from '../foreign-text.ts';
import { besides } from '../language.ts';
import { pickPlace, type PlaceChoice } from '../pick-place.ts';
import { bothEnds, otherEnds, relationsFrom, tiesOf, type Tie } from '../relations.ts';
import type { Command } from './command.ts';
import { itemAtCaret, wordsOf } from './in-project.ts';

/** The relations of a scheme, with the one that every scheme has. */
const relationsOf = ({ relations }: Scheme): readonly RelationChoice[] =>
  relations.some(({ name }) => name === SAME_ENTITY)
    ? relations
    : [
        {
          name: SAME_ENTITY,
          title: l10n.t('Same entity'),
          description: l10n.t('Takes the full name of the other.'),
          from: ['entity'],
          to: ['entity'],
        },
        ...relations,
      ];

const titleOf = (relations: readonly RelationChoice[], name: string): string =>
  relations.find((relation) => relation.name === name)?.title || name;

/** An item of the article in a list, in its line. */
const inList = (document: TextDocument, item: ArticleItem, scheme: Scheme) => ({
  label: asLabel(contextOf((line) => document.lineAt(line).text, item.range)),
  description: besides(
    scheme.labels.find(({ id }) => id === item.label)?.title ?? item.label,
    ...(item.canonical ? [`«${item.canonical}»`] : []),
    l10n.t('line {0}', item.range.start.line + 1),
  ),
});

/** Whether a relation can lead to an item that was pointed at. */
const canTie = (relation: RelationChoice, from: ArticleItem, to: ArticleItem): boolean =>
  otherEnds([to], relation, from).length > 0;

async function pickRelation(
  relations: readonly RelationChoice[],
  words: string,
): Promise<RelationChoice | undefined> {
  if (relations.length < 2) return relations[0];
  const items = relations.map((relation) => ({
    label: asLabel(relation.title || relation.name),
    description: besides(relation.name),
    ...(relation.description && { detail: asLabel(relation.description) }),
    relation,
  }));
  const placeHolder = l10n.t('Relation that goes out from «{0}»', words);
  return (await window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.relation;
}

/** The ends: two carets or two selected items give both; else the item at the caret gives the first. */
function endsOf(
  app: App,
  view: ArticleView,
): readonly [from: ArticleItem, to: ArticleItem | null] | undefined {
  const { editor, visible } = view;
  const isMeant = ({ state }: ArticleItem) => state !== 'rejected';
  const both = bothEnds(
    chosenItems(visible, editor.selections, isMeant, app.focus.of(editor)),
    editor.selections,
  );
  if (both) return both;
  const from = itemAtCaret(view, app);
  return from && [from, null];
}

/** Ties the item at the caret to another of the article. */
export const relate: Command = {
  id: 'relate',
  title: { en: 'Relate to Another…', ar: 'ربط بوسم آخر…' },
  icon: 'link',
  key: 'alt+a alt+l',
  menu: '3_shape',
  async run(app) {
    const view = await currentArticle(app);
    const ends = view && endsOf(app, view);
    if (!ends) return;
    const { editor, visible } = view;
    const { document } = editor;
    const scheme = await app.schemes.of(document);
    const [from, to] = ends;
    const fitting = relationsFrom(relationsOf(scheme), from).filter(
      (one) => to === null || canTie(one, from, to),
    );
    if (fitting.length === 0) return say(l10n.t('The project has no relation for {0}.', from.label));
    const relation = await pickRelation(fitting, wordsOf(view, from));
    if (!relation) return;
    const choices = otherEnds(visible, relation, from);
    if (!to && choices.length === 0) return say(l10n.t('Nothing in this article can be the other end.'));
    const other =
      to ??
      (await pickPlace(
        app,
        editor,
        choices.map((item) => ({ ...inList(document, item, scheme), item, value: item })),
        l10n.t('«{0}» · {1}: the other end', wordsOf(view, from), relation.title || relation.name),
      ));
    if (!other) return;
    const done = await act(app, view, { kind: 'relate', from: from.id, type: relation.name, to: other.id });
    if (done && !done.trouble)
      say(l10n.t('Related: «{0}» · {1} · «{2}»', wordsOf(view, from), relation.title, wordsOf(view, other)));
  },
};

/** Unties the item at the caret from another: one relation at once, of several the one that is picked. */
export const unrelate: Command = {
  id: 'unrelate',
  title: { en: 'Remove Relation…', ar: 'إزالة ربط…' },
  icon: 'debug-disconnect',
  key: 'alt+a shift+l',
  async run(app) {
    const view = await currentArticle(app);
    const item = view && itemAtCaret(view, app);
    if (!item) return;
    const scheme = await app.schemes.of(view.editor.document);
    const ties = tiesOf(view.state.items, item);
    if (ties.length === 0) return say(l10n.t('«{0}» has no relation.', wordsOf(view, item)));
    const tie = ties.length === 1 ? ties[0] : await pickTie(app, view, item, ties, scheme);
    if (!tie) return;
    const done = await act(app, view, { kind: 'unrelate', from: tie.from.id, type: tie.type, to: tie.to.id });
    if (done && !done.trouble) say(l10n.t('Removed: {0}', titleOf(relationsOf(scheme), tie.type)));
  },
};

async function pickTie(
  app: App,
  view: ArticleView,
  item: ArticleItem,
  ties: readonly Tie[],
  scheme: Scheme,
): Promise<Tie | undefined> {
  const { document } = view.editor;
  const choices = ties.map((tie): PlaceChoice<Tie> => {
    const other = tie.from === item ? tie.to : tie.from;
    const { label } = inList(document, other, scheme);
    const title = titleOf(relationsOf(scheme), tie.type);
    return {
      label,
      description: besides(tie.from === item ? title : l10n.t('{0}, from there', title)),
      item: other,
      value: tie,
    };
  });
  return pickPlace(app, view.editor, choices, l10n.t('Relation to remove'));
}
