import { commands, l10n, languages, type Uri } from 'vscode';
import type { App } from '../app.ts';
import { filterItems, sameFilter, USUAL_FILTER, type ItemFilter } from './filter-items.ts';
import { followArticle, type FollowedArticle } from './follow.ts';
import { ITEM_COMMANDS, itemHandlers } from './item-commands.ts';
import { itemRow, itemRowId, labelOf, labelsFor } from './item-rows.ts';
import { isolate } from './bidi.ts';
import { describeFilter, pickFilter } from './pick-filter.ts';
import { inPortions, type Row } from './rows.ts';
import type { View } from './view.ts';
import { NO_ARTICLE } from './welcome.ts';

/** Where the filter is kept, for the workspace. */
const FILTER = 'views.annotations.filter';

const PROBLEM = /^(?:problem|annotation)\//;

/** Marks and annotations of the article that is being worked on, in the order of the text, as a filter says. */
export const annotations: View = {
  id: 'annotations',
  title: { en: 'Marks and Annotations', ar: 'العلامات والوسوم' },
  icon: 'list-selection',
  collapsed: true,
  welcomes: [
    NO_ARTICLE,
    {
      id: 'none',
      text: {
        en: 'Nothing in this article passes the filter.\n[Filter…](command:hashiya.views.annotations.filter)\n[Show the Usual](command:hashiya.views.annotations.usual)',
        ar: 'لا شيء في هذا المقال يجتاز التصفية.\n[تصفية…](command:hashiya.views.annotations.filter)\n[عرض المعتاد](command:hashiya.views.annotations.usual)',
      },
      when: 'hashiya.views.article',
    },
  ],
  commands: [
    {
      id: 'annotations.filter',
      title: { en: 'Filter…', ar: 'تصفية…' },
      icon: 'filter',
      places: ['title'],
    },
    {
      id: 'annotations.usual',
      title: { en: 'Show the Usual', ar: 'عرض المعتاد' },
      icon: 'clear-all',
      places: ['title'],
      when: 'hashiya.views.annotations.filtered',
    },
    ...ITEM_COMMANDS,
  ],
  open({ app, tree }) {
    const memory = app.context.workspaceState;
    const filter = () => memory.get<ItemFilter>(FILTER, USUAL_FILTER);
    const show = (article: FollowedArticle | null) => {
      const isUsual = sameFilter(filter(), USUAL_FILTER);
      void commands.executeCommand('setContext', 'hashiya.views.annotations.filtered', !isUsual);
      const items = article ? filteredItems(article, filter()) : [];
      tree.show(article ? rowsOf(app, article, items) : []);
      tree.head.description = article ? `${items.length}` : '';
      // The welcome says it where there is nothing.
      tree.head.message =
        isUsual || items.length === 0
          ? ''
          : describeFilter(filter(), article ? labelsFor(app, article.document) : []);
    };
    const following = followArticle(app, tree, show, itemRowId);
    const problems = languages.onDidChangeDiagnostics(({ uris }) => {
      const active = app.editors.active?.document.uri.toString();
      if (filter().traits.includes('problem') && uris.some((uri) => uri.toString() === active))
        following.again();
    });
    const use = async (next: ItemFilter) => {
      await memory.update(FILTER, next);
      following.again();
    };
    return {
      handlers: {
        'annotations.filter': async () => {
          const document = app.editors.active?.document;
          const next = await pickFilter(filter(), document ? labelsFor(app, document) : []);
          if (next) await use(next);
        },
        'annotations.usual': () => use(USUAL_FILTER),
        ...itemHandlers(app),
      },
      dispose() {
        problems.dispose();
        following.dispose();
      },
    };
  },
};

const filteredItems = ({ document, state }: FollowedArticle, filter: ItemFilter) =>
  filterItems(state.items, filter, filter.traits.includes('problem') ? problemsOf(document.uri) : []);

/** Where Hashiya has found problems, of the text and of what was annotated. */
const problemsOf = (uri: Uri) =>
  languages
    .getDiagnostics(uri)
    .filter(({ source }) => source?.toLowerCase() === 'hashiya')
    .filter(({ code }) => PROBLEM.test(String(typeof code === 'object' ? code.value : code)))
    .map(({ range }) => range);

function rowsOf(
  app: App,
  { document }: FollowedArticle,
  items: ReturnType<typeof filteredItems>,
): readonly Row[] {
  const labels = labelsFor(app, document);
  const rows = items.map((item) =>
    itemRow(document, item, {
      details: [isolate(labelOf(labels, item).title), ...(item.note ? ['✎'] : [])],
    }),
  );
  return inPortions(rows, 'items', (first, last) => l10n.t('{0} to {1}', first, last));
}
