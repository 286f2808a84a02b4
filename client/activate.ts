import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { commands, l10n, window, type ExtensionContext } from 'vscode';
import type { App } from './app.ts';
import { openArticleEditors } from './article-editors.ts';
import { openArticles } from './articles.ts';
import type { Command } from './commands/command.ts';
import { COMMANDS } from './commands/index.ts';
import { showCurrentItem } from './current-status.ts';
import { drawArticles } from './decorations.ts';
import { detectArticles } from './detection.ts';
import { refreshDiagnostics } from './diagnostics.ts';
import { serveFiles } from './files.ts';
import { createFocusStore } from './focus.ts';
import { greetSample } from './greet-sample.ts';
import { clientSetup } from './language-client.ts';
import { language } from './language.ts';
import { refreshOutline } from './outline.ts';
import { openReaders } from './reader/readers.ts';
import { provideReports } from './report.ts';
import { openSchemes } from './schemes.ts';
import { showStatus } from './status.ts';
import { openStepping } from './stepping.ts';
import { openViews } from './views/open-views.ts';
import { openVisibility } from './visibility.ts';
import { showError } from './notices.ts';

/** What differs between Node and a browser. */
export interface Platform {
  readonly createClient: (context: ExtensionContext, options: LanguageClientOptions) => BaseLanguageClient;
  /** The name of the account; "" where there is none. */
  readonly annotator: string;
}

/** Starts the server and everything that the editor shows. */
export async function activateOn(platform: Platform, context: ExtensionContext): Promise<BaseLanguageClient> {
  const output = window.createOutputChannel('Hashiya', { log: true });
  const visibility = openVisibility(context.workspaceState);
  const { options, attach, onDidChangeProject } = clientSetup(
    context,
    output,
    visibility,
    platform.annotator,
  );
  const client = platform.createClient(context, options);
  attach(client);
  const editors = openArticleEditors();
  const app: App = {
    context,
    client,
    output,
    articles: openArticles(client),
    editors,
    visibility,
    stepping: openStepping(context.workspaceState),
    focus: createFocusStore(),
    reports: provideReports(),
    schemes: openSchemes(client, editors, onDidChangeProject),
  };
  context.subscriptions.push(
    output,
    app.articles,
    app.editors,
    app.reports,
    app.schemes,
    serveFiles(client),
    refreshDiagnostics(client, visibility),
    refreshOutline(app.articles),
    drawArticles(app),
    showStatus(app),
    showCurrentItem(app),
    openReaders(app),
    detectArticles(app, onDidChangeProject),
    ...openViews(app, onDidChangeProject),
    ...registerCommands(app),
  );
  // The client itself tells why it could not be started; commands and languages hold all the same.
  await client.start().catch((error: unknown) => output.error(String(error)));
  greetSample(context).catch((error: unknown) => output.error(String(error)));
  return client;
}

/** Commands on an article run one after the other: the next one sees what the one before has done. */
function registerCommands(app: App) {
  let last = Promise.resolve();
  const inTurn = (command: Command) => (argument: unknown) =>
    (last = last.then(() => run(app, command, argument)));
  const atOnce = (command: Command) => () => run(app, command, undefined);
  return COMMANDS.map((command) =>
    commands.registerCommand(`hashiya.${command.id}`, (command.anywhere ? atOnce : inTurn)(command)),
  );
}

async function run(app: App, command: Command, argument: unknown): Promise<void> {
  try {
    await command.run(app, argument);
  } catch (error) {
    app.output.error(
      `${command.id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    const show = l10n.t('Show Output');
    const reason = error instanceof Error ? error.message : String(error);
    void showError(l10n.t('{0} failed: {1}', command.title[language()], reason), show).then(
      (answer) => answer === show && app.output.show(),
    );
  }
}
