import {
  CloseAction,
  ErrorAction,
  State,
  type BaseLanguageClient,
  type ErrorHandler,
  type LanguageClientOptions,
} from 'vscode-languageclient';
import { EventEmitter, l10n, Uri, type Event, type ExtensionContext, type LogOutputChannel } from 'vscode';
import { hidingDiagnostics } from './diagnostics.ts';
import { language } from './language.ts';
import type { InitializationOptions } from '../server/protocol.ts';
import type { Visibility } from './visibility.ts';
import { showError, showWarning } from './notices.ts';

/** Options of the language client, and what needs the client itself once there is one. */
export interface ClientSetup {
  readonly options: LanguageClientOptions;
  /** A project file has come, changed or gone, and the server knows. */
  readonly onDidChangeProject: Event<void>;
  readonly attach: (client: BaseLanguageClient) => void;
}

/**
 * How the client talks to the server, on any platform.
 * @param visibility which families' diagnostics show
 * @param annotator the name of the account, "" where there is none
 */
export function clientSetup(
  context: ExtensionContext,
  output: LogOutputChannel,
  visibility: Visibility,
  annotator: string,
): ClientSetup {
  const initializationOptions: InitializationOptions = {
    docs: `${Uri.joinPath(context.extensionUri, 'docs', 'codes')}/`,
    language: language(),
    annotator,
  };
  const errors = restarting(output);
  const projectChanged = new EventEmitter<void>();
  context.subscriptions.push(projectChanged);
  return {
    options: {
      documentSelector: [{ language: 'article' }],
      synchronize: { configurationSection: 'hashiya' },
      outputChannel: output,
      initializationOptions,
      errorHandler: errors.handler,
      middleware: {
        provideDiagnostics: hidingDiagnostics(visibility),
        workspace: {
          async didChangeWatchedFile(event, tellServer) {
            await tellServer(event);
            if (event.uri.endsWith('/hashiya.json')) projectChanged.fire();
          },
        },
      },
    },
    onDidChangeProject: projectChanged.event,
    attach: errors.attach,
  };
}

/**
 * Starts a server that ended unasked again, as often as the client's own rule allows, and tells it once. When it is
 * started no more, that is said, with a button that starts it all the same.
 */
function restarting(output: LogOutputChannel) {
  let client: BaseLanguageClient | undefined;
  let rule: ErrorHandler | undefined;
  let hasRun = false;
  let told = false;
  const startAgain = (): void => {
    rule = client?.createDefaultErrorHandler();
    client?.start().catch((error: unknown) => output.error(String(error)));
  };
  const handler: ErrorHandler = {
    // What cannot be sent to a server that is gone is in the log. That it is gone comes to be known by its closing,
    // and to stop the client before would keep it from being started again.
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    async closed() {
      if (!rule) return { action: CloseAction.DoNotRestart };
      const result = await rule.closed();
      if (result.action === CloseAction.DoNotRestart) void tellEnd(output, startAgain);
      else if (hasRun && !told) {
        told = true;
        void tellRestart(output);
      }
      return { ...result, handled: true };
    },
  };
  const attach = (attached: BaseLanguageClient) => {
    client = attached;
    rule = client.createDefaultErrorHandler();
    client.onDidChangeState(({ newState }) => (hasRun ||= newState === State.Running));
  };
  return { handler, attach };
}

async function tellRestart(output: LogOutputChannel): Promise<void> {
  const show = l10n.t('Show Output');
  const answer = await showWarning(
    l10n.t('Hashiya’s server ended and was started again. What was annotated is on disk.'),
    show,
  );
  if (answer === show) output.show();
}

async function tellEnd(output: LogOutputChannel, startAgain: () => void): Promise<void> {
  const [start, show] = [l10n.t('Start Again'), l10n.t('Show Output')];
  const answer = await showError(
    l10n.t(
      'Hashiya’s server ended again and again and was not started any more. What was annotated is on disk; nothing more is until it runs.',
    ),
    start,
    show,
  );
  if (answer === start) startAgain();
  if (answer !== show) return;
  output.show();
  await tellEnd(output, startAgain);
}
