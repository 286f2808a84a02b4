import { commands, l10n, TabInputCustom, Uri, window } from 'vscode';
import type { ArticleStatus, ProjectOverview } from '../../server/protocol.ts';
import { READER } from '../reader/view-type.ts';
import { ARTICLE_STATUSES } from './article-status.ts';
import { folderRows, groupRow, progressText } from './article-rows.ts';
import { folderOf, progressOf, withState } from './article-tree.ts';
import { openOverviews } from './overviews.ts';
import type { Row } from './rows.ts';
import { pickStatuses, setStatuses, statusTitle } from './statuses.ts';
import type { View } from './view.ts';

/** Where the statuses that are shown are kept, for the workspace. */
const FILTER = 'views.articles.filter';

/** The articles of the open projects, with status and progress. */
export const articles: View = {
  id: 'articles',
  title: { en: 'Articles', ar: 'المقالات' },
  icon: 'files',
  welcomes: [
    {
      id: 'noFolder',
      text: {
        en: 'Open a folder of Arabic articles (text files), or try Hashiya on a project of samples.\n[Open a Folder of Articles](command:vscode.openFolder)\n[Create Sample Project](command:hashiya.createSampleProject)',
        ar: 'افتح مجلد مقالات عربية (ملفات نصية)، أو جرّب «حاشية» على مشروع نموذجي.\n[فتح مجلد مقالات](command:vscode.openFolder)\n[إنشاء مشروع نموذجي](command:hashiya.createSampleProject)',
      },
      when: 'workbenchState == empty',
    },
    {
      id: 'none',
      text: {
        en: 'There are no articles here. The project file says which files are articles: text files unless it says otherwise.\n[Open Project File](command:hashiya.openProject)\n[Create Sample Project](command:hashiya.createSampleProject)',
        ar: 'لا مقالات هنا. ملف المشروع يحدد أي الملفات مقالات، وهي الملفات النصية ما لم ينصّ على غير ذلك.\n[فتح ملف المشروع](command:hashiya.openProject)\n[إنشاء مشروع نموذجي](command:hashiya.createSampleProject)',
      },
      when: 'workbenchState != empty && hashiya.views.articles.read && !hashiya.views.articles.filtered',
    },
    {
      id: 'filtered',
      text: {
        en: 'No article has a status that is shown.\n[Show All](command:hashiya.views.articles.all)',
        ar: 'لا مقال حالته بين الحالات المعروضة.\n[عرض الكل](command:hashiya.views.articles.all)',
      },
      when: 'workbenchState != empty && hashiya.views.articles.read && hashiya.views.articles.filtered',
    },
  ],
  commands: [
    {
      id: 'articles.filter',
      title: { en: 'Filter by Status…', ar: 'تصفية بحسب الحالة…' },
      icon: 'filter',
      places: ['title'],
    },
    {
      id: 'articles.all',
      title: { en: 'Show All', ar: 'عرض الكل' },
      icon: 'clear-all',
      places: ['title'],
      when: 'hashiya.views.articles.filtered',
    },
    {
      id: 'articles.refresh',
      title: { en: 'Refresh', ar: 'تحديث' },
      icon: 'refresh',
      places: ['title'],
    },
    {
      id: 'articles.setStatus',
      title: { en: 'Set Status…', ar: 'تعيين الحالة…' },
      icon: 'tasklist',
      places: ['inline', 'row'],
      rows: '^article',
    },
  ],
  open({ app, tree, onDidChangeProject }) {
    const memory = app.context.workspaceState;
    const filter = () => memory.get<readonly ArticleStatus[]>(FILTER, ARTICLE_STATUSES);
    const overviews = openOverviews(app, () => tree.isVisible, onDidChangeProject);
    const draw = () => {
      const isFiltered = ARTICLE_STATUSES.some((status) => !filter().includes(status));
      void commands.executeCommand('setContext', 'hashiya.views.articles.read', overviews.all !== null);
      void commands.executeCommand('setContext', 'hashiya.views.articles.filtered', isFiltered);
      const states = overviews.states();
      const current = (overviews.all ?? []).map((overview) => ({
        ...overview,
        articles: overview.articles.map((article) => withState(article, states.get(article.uri))),
      }));
      const progress = progressOf(current.flatMap((overview) => overview.articles));
      tree.head.description = progress.articles > 0 ? `${progress.finished}/${progress.articles}` : '';
      const shown = isFiltered ? [l10n.t('Shown: {0}', filter().map(statusTitle).join(', '))] : [];
      const troubles = current.flatMap((overview) => overview.troubles);
      if (overviews.trouble)
        troubles.push(l10n.t('The articles could not be listed: {0}', overviews.trouble));
      tree.head.message = [
        ...(progress.articles > 0 ? [progressText(progress)] : []),
        ...shown,
        ...troubles,
      ].join('\n');
      // Behind the message, which takes its place from the rows.
      tree.show(rowsOf(current, filter()));
      selectActive();
    };
    const selectActive = () => {
      const active = app.editors.active?.document;
      if (active) tree.select(`article:${active.uri.toString()}`);
    };
    const use = async (next: readonly ArticleStatus[]) => {
      await memory.update(FILTER, next);
      draw();
    };
    const listeners = [
      overviews,
      overviews.onDidChange(draw),
      tree.onDidShow(overviews.look),
      app.editors.onDidChangeActive(selectActive),
      commands.registerCommand('hashiya.views.openArticle', (uri: string) => openAsBefore(Uri.parse(uri))),
    ];
    if (tree.isVisible) overviews.look();
    return {
      handlers: {
        'articles.filter': async () => {
          const next = await pickStatuses(filter());
          if (next) await use(next);
        },
        'articles.all': () => use(ARTICLE_STATUSES),
        'articles.refresh': async () => overviews.again(),
        'articles.setStatus': (rows) =>
          setStatuses(
            app,
            rows.flatMap((row) => row.articles ?? []),
          ),
      },
      dispose: () => listeners.forEach((listener) => listener.dispose()),
    };
  },
};

/** Opens an article as the one before it is open: as text, or in the reading view. */
async function openAsBefore(uri: Uri): Promise<void> {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof TabInputCustom && input.viewType === READER)
    await commands.executeCommand('vscode.openWith', uri, input.viewType);
  else await commands.executeCommand('vscode.open', uri);
}

function rowsOf(overviews: readonly ProjectOverview[], statuses: readonly ArticleStatus[]): readonly Row[] {
  const trees = overviews.map(({ folder, articles: all }) => ({
    folder,
    tree: folderOf(all.filter(({ status }) => statuses.includes(status))),
  }));
  const [only] = trees;
  if (only && trees.length === 1) return folderRows(only.tree, only.folder);
  return trees
    .filter(({ tree }) => tree.progress.articles > 0)
    .map(({ folder, tree }) => {
      const name = Uri.parse(folder).path.split('/').at(-1) ?? folder;
      return groupRow(`project:${folder}`, name, tree, folder, 'repo');
    });
}
