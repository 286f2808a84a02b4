import { l10n, MarkdownString, StatusBarAlignment, window, workspace, type Disposable } from 'vscode';
import type { App } from './app.ts';

/** What is counted of an article. */
interface Counts {
  readonly marks: number;
  readonly accepted: number;
  readonly orphans: number;
  readonly problems: number;
}

/** Keeps the counts of the article that is being worked on in the status bar; a click opens the menu. */
export function showStatus(app: App): Disposable {
  const item = window.createStatusBarItem('hashiya.status', StatusBarAlignment.Left, 0);
  item.name = 'Hashiya';
  item.command = 'hashiya.menu';

  const update = () => {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== 'article') return item.hide();
    const state = app.articles.latest(document);
    if (state) {
      const of = (wanted: string) => state.items.filter((one) => one.state === wanted).length;
      const counts = {
        marks: of('mark'),
        accepted: of('accepted'),
        orphans: of('orphan'),
        problems: state.problems,
      };
      item.text = textOf(counts);
      item.tooltip = new MarkdownString([...lines(counts), annotatorLine(state.annotator)].join('  \n'));
      item.accessibilityInformation = { label: `Hashiya: ${lines(counts).join(', ')}`, role: 'button' };
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
