import {
  l10n,
  MarkdownString,
  StatusBarAlignment,
  ThemeColor,
  window,
  workspace,
  type Disposable,
} from 'vscode';
import type { ArticleState } from '../server/protocol.ts';
import type { App } from './app.ts';
import { filterName } from './commands/step-through.ts';
import { statusTitle } from './views/statuses.ts';

/** What is counted of an article. */
interface Counts {
  readonly left: number;
  readonly weak: number;
  readonly accepted: number;
  readonly orphans: number;
  readonly problems: number;
}

/**
 * Keeps the status of the article that is being worked on in the status bar, and how many marks are left; a click sets
 * the status. As long as annotations of it are not on disk, the item warns of that, and a click tries again.
 */
export function showStatus(app: App): Disposable {
  const item = window.createStatusBarItem('hashiya.status', StatusBarAlignment.Left, 0);
  item.name = l10n.t('Hashiya: the article');
  const unsavedBackground = new ThemeColor('statusBarItem.warningBackground');

  const update = () => {
    const document = app.editors.active?.document;
    if (!document) return item.hide();
    const state = app.articles.latest(document);
    const unsaved = state?.unsaved ?? null;
    item.command = unsaved === null ? 'hashiya.setStatus' : 'hashiya.saveAgain';
    item.backgroundColor = unsaved === null ? undefined : unsavedBackground;
    if (state) {
      const counts = countsOf(state);
      const { filter } = app.stepping;
      item.text = [
        ...(unsaved === null ? [] : [`$(warning) ${l10n.t('not saved')}`]),
        textOf(state, counts),
        ...(filter === 'all' ? [] : [`F9: ${filterName(filter)}`]),
      ].join('  ');
      const told = [
        ...(unsaved === null ? [] : [unsaved, l10n.t('Click to try again.')]),
        l10n.t('Status of the article: {0}', statusTitle(state.status)),
        ...lines(counts),
      ];
      item.tooltip = tooltipOf([...told, l10n.t('Annotator: {0}', state.annotator)]);
      item.accessibilityInformation = { label: `Hashiya: ${told.join(', ')}`, role: 'button' };
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
    app.editors.onDidChangeActive(update),
    app.stepping.onDidChange(update),
    // Another language is told as closing and opening.
    workspace.onDidOpenTextDocument(update),
  ];
  return { dispose: () => listeners.forEach((listener) => listener.dispose()) };
}

function countsOf({ items, problems }: ArticleState): Counts {
  const of = (wanted: string) => items.filter((one) => one.state === wanted).length;
  const weak = items.filter((one) => one.state === 'mark' && one.weak).length;
  return { left: of('mark') - weak, weak, accepted: of('accepted'), orphans: of('orphan'), problems };
}

/** "In work · 12 left", and what wants looking at. */
const textOf = ({ status }: ArticleState, { left, orphans, problems }: Counts): string =>
  [
    `$(bookmark) ${[statusTitle(status), ...(left > 0 ? [l10n.t('{0} left', left)] : [])].join(' · ')}`,
    ...(problems > 0 ? [`$(warning) ${problems}`] : []),
    ...(orphans > 0 ? [`$(debug-disconnect) ${orphans}`] : []),
  ].join('  ');

const lines = ({ left, weak, accepted, orphans, problems }: Counts): string[] => [
  l10n.t('Marks to decide on: {0}', left),
  ...(weak > 0 ? [l10n.t('Weak suggestions: {0}', weak)] : []),
  l10n.t('Annotations: {0}', accepted),
  l10n.t('Problems of the text: {0}', problems),
  ...(orphans > 0 ? [l10n.t('Annotations whose words are gone: {0}', orphans)] : []),
];

/** The lines, and the commands that go with them. */
function tooltipOf(told: readonly string[]): MarkdownString {
  const tooltip = new MarkdownString();
  const commands = [
    ['hashiya.setStatus', l10n.t('Set the status')],
    ['hashiya.finish', l10n.t('Done, to the next article')],
    ['hashiya.menu', l10n.t('Everything else')],
  ] as const;
  tooltip.isTrusted = { enabledCommands: commands.map(([command]) => command) };
  for (const line of told) tooltip.appendText(line).appendMarkdown('  \n');
  return tooltip.appendMarkdown(
    `\n${commands.map(([command, title]) => `[${title}](command:${command})`).join(' · ')}`,
  );
}
