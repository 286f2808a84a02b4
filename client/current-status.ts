import { l10n, StatusBarAlignment, window, type Disposable } from 'vscode';
import type { ArticleItem } from '../server/protocol.ts';
import { rangeOf } from './act.ts';
import type { App } from './app.ts';
import type { ArticleEditor } from './article-editors.ts';
import { asLabel } from './foreign-text.ts';
import { currentItem, isUpToDate } from './current-item.ts';

/** As much of a name as fits into a status bar, in UTF-16 code units. */
const LONGEST = 40;

/** Says in the status bar what the mark or annotation at the caret is, so that nobody has to tell labels by colour. */
export function showCurrentItem(app: App): Disposable {
  const status = window.createStatusBarItem('hashiya.current', StatusBarAlignment.Left, -1);
  status.name = l10n.t('Hashiya: the mark at the caret');
  status.command = 'hashiya.relabel';

  const update = () => {
    const editor = app.editors.active;
    if (!editor) return status.hide();
    // While the person types, what stood there stays.
    if (!isUpToDate(app, editor)) return;
    const item = currentItem(app, editor);
    if (!item) return status.hide();
    status.text = asLabel(describe(app, editor, item));
    status.tooltip = stateOf(item);
    status.accessibilityInformation = { label: `${status.text}, ${stateOf(item)}`, role: 'button' };
    status.show();
  };

  update();
  const listeners = [
    status,
    app.articles.onDidChange(update),
    app.visibility.onDidChange(update),
    app.schemes.onDidChange(update),
    app.editors.onDidChangeActive(update),
    app.editors.onDidChangeSelection(update),
    app.focus.onDidChange(update),
  ];
  return { dispose: () => listeners.forEach((listener) => listener.dispose()) };
}

/** "Person · name" or "Direct quotation · speaker". */
function describe(app: App, { document }: ArticleEditor, { label, canonical, speaker }: ArticleItem): string {
  const title = app.schemes.known(document)?.labels.find(({ id }) => id === label)?.title ?? label;
  const name = canonical ?? (speaker ? document.getText(rangeOf(speaker)) : '');
  const short = name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name;
  return short ? `${title} · ${short}` : title;
}

const stateOf = ({ state }: ArticleItem): string =>
  state === 'mark'
    ? l10n.t('A mark: nobody has decided on it yet')
    : state === 'rejected'
      ? l10n.t('A rejected mark')
      : l10n.t('An annotation');
