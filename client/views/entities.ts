import { commands, l10n } from 'vscode';
import type { App } from '../app.ts';
import { shortened } from '../context.ts';
import { isolate } from './bidi.ts';
import { followArticle, type FollowedArticle } from './follow.ts';
import { groupEntities, type EntityGroup, type EntityOrder } from './group-entities.ts';
import { ITEM_COMMANDS, itemHandlers } from './item-commands.ts';
import { countsOf, itemRow, itemRowId, labelOf, labelsFor, LONGEST, wordsOf } from './item-rows.ts';
import type { Row } from './rows.ts';
import type { View } from './view.ts';
import { NO_ARTICLE } from './welcome.ts';

/** Where the order is kept, for the workspace. */
const ORDER = 'views.entities.order';

/** The entities of the article that is being worked on, each with its mentions. */
export const entities: View = {
  id: 'entities',
  title: { en: 'Entities', ar: 'الكيانات' },
  icon: 'tag',
  welcomes: [
    NO_ARTICLE,
    {
      id: 'none',
      text: {
        en: 'No entity is marked in this article. Select words and tag them.\n[Tag…](command:hashiya.tag)',
        ar: 'لا كيانات معلَّمة في هذا المقال. حدّد كلمات وسِمها.\n[وسم…](command:hashiya.tag)',
      },
      when: 'hashiya.views.article',
    },
  ],
  commands: [
    {
      id: 'entities.byPlace',
      title: { en: 'Sort by First Mention', ar: 'الترتيب بحسب أول ذكر' },
      icon: 'list-ordered',
      places: ['title'],
      when: '!hashiya.views.entities.byPlace',
    },
    {
      id: 'entities.byNumber',
      title: { en: 'Sort by Number of Mentions', ar: 'الترتيب بحسب عدد مرات الذكر' },
      icon: 'sort-precedence',
      places: ['title'],
      when: 'hashiya.views.entities.byPlace',
    },
    ...ITEM_COMMANDS,
  ],
  open({ app, tree }) {
    const memory = app.context.workspaceState;
    const order = () => memory.get<EntityOrder>(ORDER, 'number');
    const tell = () =>
      commands.executeCommand('setContext', 'hashiya.views.entities.byPlace', order() === 'place');
    const following = followArticle(
      app,
      tree,
      (article) => tree.show(article ? rowsOf(app, article, order()) : []),
      itemRowId,
    );
    const sort = async (next: EntityOrder) => {
      await memory.update(ORDER, next);
      await tell();
      following.again();
    };
    void tell();
    return {
      handlers: {
        'entities.byPlace': () => sort('place'),
        'entities.byNumber': () => sort('number'),
        ...itemHandlers(app),
      },
      dispose: () => following.dispose(),
    };
  },
};

function rowsOf(app: App, { document, state }: FollowedArticle, order: EntityOrder): Row[] {
  const labels = labelsFor(app, document);
  const ids = labels.filter(({ family }) => family === 'entity').map(({ id }) => id);
  const withRejected = app.visibility.shows('rejected');
  const groups = groupEntities(state.items, ids, (item) => wordsOf(document, item), order, withRejected);
  return groups.map((group) => {
    const { title, colour } = labelOf(labels, { family: 'entity', label: group.label });
    return groupRow(
      group,
      title,
      colour,
      group.mentions.map((mention) => itemRow(document, mention)),
    );
  });
}

function groupRow(
  { label, name, mentions }: EntityGroup,
  title: string,
  colour: Pick<NonNullable<Row['icon']>, 'colour' | 'own'>,
  rows: readonly Row[],
): Row {
  const undecided = mentions.filter(({ state }) => state === 'mark').length;
  const number = mentions.length;
  return {
    id: `entity:${label}:${name}`,
    label: isolate(shortened(name, LONGEST)),
    description: `\u200e${[...countsOf(number, undecided), isolate(title)].join(' · ')}`,
    icon: { name: 'circle-filled', ...colour },
    kind: undecided > 0 ? 'entity.mark' : 'entity',
    spoken: [name, title, l10n.t('mentions: {0}', number), l10n.t('{0} left', undecided)].join(', '),
    items: mentions.map(({ id }) => id),
    rows,
  };
}
