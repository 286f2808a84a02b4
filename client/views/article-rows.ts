import { l10n } from 'vscode';
import type { ArticleOverview } from '../../server/protocol.ts';
import type { ArticleFolder, Progress } from './article-tree.ts';
import { isolate } from './bidi.ts';
import { inPortions, type Row } from './rows.ts';
import { STATUS_ICONS, statusTitle } from './statuses.ts';

/** Folders with so many articles are unfolded from the start. */
const UNFOLDED = 100;

/** The rows of a folder's folders and articles. */
export function folderRows(folder: ArticleFolder, project: string): readonly Row[] {
  const id = `${project}/${folder.path}`;
  return [
    ...folder.folders.map((inner) => folderRow(inner, project)),
    ...inPortions(folder.articles.map(articleRow), id, (first, last) => l10n.t('{0} to {1}', first, last)),
  ];
}

function folderRow(folder: ArticleFolder, project: string): Row {
  return groupRow(`folder:${project}/${folder.path}`, folder.name, folder, project, 'folder');
}

/** A folder, or a project, with how far the work on it is. */
export function groupRow(
  id: string,
  name: string,
  folder: ArticleFolder,
  project: string,
  icon: string,
): Row {
  const progress = progressText(folder.progress);
  return {
    id,
    label: isolate(name),
    description: `\u200e${folder.progress.finished}/${folder.progress.articles}`,
    icon: { name: icon },
    kind: 'folder',
    spoken: `${name}, ${progress}`,
    rows: folderRows(folder, project),
    // The editor lays out whatever is unfolded, seen or not.
    expanded: folder.progress.articles <= UNFOLDED,
  };
}

/** "7 of 10 articles done", and what is behind them. */
export const progressText = ({ articles, finished, accepted }: Progress): string =>
  [l10n.t('{0} of {1} articles done', finished, articles), l10n.t('{0} accepted', accepted)].join(' · ');

function articleRow({ uri, path, status, accepted, left }: ArticleOverview): Row {
  const name = path.split('/').at(-1) ?? path;
  const counts = [
    ...(accepted > 0 ? [l10n.t('{0} accepted', accepted)] : []),
    ...(left === null ? [] : [l10n.t('{0} left', left)]),
  ];
  return {
    id: `article:${uri}`,
    label: isolate(name),
    description: `\u200e${counts.join(' · ')}`,
    tooltip: [path, statusTitle(status), ...counts].join('\n'),
    icon: { name: STATUS_ICONS[status], ...(status !== 'new' && { colour: STATUS_COLOURS[status] }) },
    kind: `article.${status}`,
    spoken: [name, statusTitle(status), ...counts].join(', '),
    open: { command: 'hashiya.views.openArticle', arguments: [uri] },
    articles: [uri],
  };
}

/** The icons tell statuses apart; the colours only help. */
const STATUS_COLOURS = {
  'in-work': 'charts.yellow',
  done: 'charts.green',
  checked: 'charts.green',
} as const;
