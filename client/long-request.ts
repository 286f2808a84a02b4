import { WorkDoneProgress } from 'vscode-languageclient';
import { ProgressLocation, window, type CancellationToken, type Progress } from 'vscode';
import type { App } from './app.ts';
import { asMessage } from './foreign-text.ts';

/**
 * Asks the server for something that takes long, with a notification that shows how far it is and can cancel it.
 * @returns undefined when it was cancelled; what fails is the caller's to tell
 */
export async function longRequest<R>(
  { client }: App,
  request: string,
  title: string,
  params: object,
): Promise<R | undefined> {
  const run = async (
    progress: Progress<{ message?: string; increment?: number }>,
    token: CancellationToken,
  ) => {
    const workDoneToken = `${request}/${Date.now()}`;
    let reported = 0;
    const listener = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
      if (value.kind === 'end') return;
      const percentage = value.percentage ?? reported;
      progress.report({ message: asMessage(value.message ?? ''), increment: percentage - reported });
      reported = percentage;
    });
    try {
      return await client.sendRequest<R>(request, { ...params, workDoneToken }, token);
    } catch (error) {
      if (token.isCancellationRequested) return undefined;
      throw error;
    } finally {
      listener.dispose();
    }
  };
  return window.withProgress(
    { location: ProgressLocation.Notification, cancellable: true, title: asMessage(title) },
    run,
  );
}
