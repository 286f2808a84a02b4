import {
  l10n,
  MarkdownString,
  StatusBarAlignment,
  ThemeColor,
  window,
  workspace,
  type Disposable,
} from 'vscode';
import type { App } from './app.ts';

/** What is counted of an article. */
interface Counts {
  readonly marks: number;
  readonly accepted: number;
  readonly orphans: number;
  readonly problems: number;
}

/**
 * Keeps the counts of the article that is being worked on in the status bar; a click opens the menu. As long as
 * annotations of it are not on disk, the item warns of that, and a click tries again.
 */
export function showStatus(app: App): Disposable {
  const item = window.createStatusBarItem('hashiya.status', StatusBarAlignment.Left, 0);
  item.name = 'Hashiya';
  const unsavedBackground = new ThemeColor('statusBarItem.warningBackground');

  const update = () => {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== 'article') return item.hide();
    const state = app.articles.latest(document);
    const unsaved = state?.unsaved ?? null;
    item.command = unsaved === null ? 'hashiya.menu' : 'hashiya.saveAgain';
    item.backgroundColor = unsaved === null ? undefined : unsavedBackground;
    if (state) {
      const of = (wanted: string) => state.items.filter((one) => one.state === wanted).length;
      const counts = {
        marks: of('mark'),
        accepted: of('accepted'),
        orphans: of('orphan'),
        problems: state.problems,
      };
      const warning = unsaved === null ? [] : [unsaved, l10n.t('Click to try again.')];
      item.text = [...(unsaved === null ? [] : [`$(warning) ${l10n.t('not saved')}`]), textOf(counts)].join(
        '  ',
      );
      const tooltip = new MarkdownString();
      for (const line of [...warning, ...lines(counts), annotatorLine(state.annotator)])
        tooltip.appendText(line).appendMarkdown('  \n');
      item.tooltip = tooltip;
      const label = `Hashiya: ${[...warning, ...lines(counts)].join(', ')}`;
      item.accessibilityInformation = { label, role: 'button' };
    } else {
      item.text = '$(sync~spin) Hashiya';
      item.tooltip = l10n.t('The article is being read.');
    }
    item.show();
  };

  update();
  const listeners = [
    item,
    app.articles.onDidChange(update),
    window.onDidChangeActiveTextEditor(update),
    // Another language is told as closing and opening.
    workspace.onDidOpenTextDocument(update),
  ];
  return { dispose: () => listeners.forEach((listener) => listener.dispose()) };
}

const textOf = ({ marks, accepted, orphans, problems }: Counts): string =>
  [
    `$(bookmark) ${marks}`,
    `$(check) ${accepted}`,
    ...(problems > 0 ? [`$(warning) ${problems}`] : []),
    ...(orphans > 0 ? [`$(debug-disconnect) ${orphans}`] : []),
  ].join('  ');

const lines = ({ marks, accepted, orphans, problems }: Counts): string[] => [
  l10n.t('Marks to decide on: {0}', marks),
  l10n.t('Annotations: {0}', accepted),
  l10n.t('Problems of the text: {0}', problems),
  ...(orphans > 0 ? [l10n.t('Annotations whose words are gone: {0}', orphans)] : []),
];

const annotatorLine = (annotator: string): string => l10n.t('Annotator: {0}', annotator);
