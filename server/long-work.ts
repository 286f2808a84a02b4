/** Requests that take long: with progress, cancel, and errors in the person's language. */
import { ErrorCodes, LSPErrorCodes, ResponseError, WorkDoneProgress } from 'vscode-languageserver';
import type { CancellationToken } from 'vscode-languageserver';
import { reasonOf } from './files.ts';
import { logError } from './server-context.ts';
import type { Server } from './server-context.ts';

/** Where the same per cent are done, what is worked on is told at most so often, in milliseconds. */
const PAUSE = 100;

/** What long work tells while it goes on. */
export interface Work {
  readonly token: CancellationToken;
  /**
   * `message` is worked on now, the `done`th of `all`.
   * @throws ResponseError if the work was cancelled.
   */
  readonly step: (message: string, done: number, all: number) => void;
  /** What to throw where the work was cancelled. */
  readonly cancelled: () => ResponseError<void>;
}

/**
 * Answers a request with work that takes long. What it throws is told to the client in a sentence, and, unless it is
 * a ResponseError, logged.
 */
export function onLongRequest<P extends { readonly workDoneToken?: string | number }, R>(
  server: Server,
  request: string,
  titleOf: (params: P) => string,
  work: (params: P, work: Work) => Promise<R>,
): void {
  const { connection } = server;
  connection.onRequest(request, async (params: P, token: CancellationToken): Promise<R> => {
    const { workDoneToken } = params;
    const report = (value: Parameters<typeof connection.sendProgress<object>>[2]): void => {
      if (workDoneToken !== undefined)
        void connection.sendProgress<object>(WorkDoneProgress.type, workDoneToken, value);
    };
    const cancelled = (): ResponseError<void> =>
      new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
    let told = { percentage: -1, at: 0 };
    try {
      report({ kind: 'begin', title: titleOf(params), cancellable: true, percentage: 0 });
      return await work(params, {
        token,
        cancelled,
        step(message, done, all) {
          if (token.isCancellationRequested) throw cancelled();
          const [percentage, at] = [Math.round((done / all) * 100), server.runtime.elapsed()];
          if (percentage === told.percentage && at - told.at < PAUSE) return;
          told = { percentage, at };
          report({ kind: 'report', message, percentage });
        },
      });
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      logError(connection, request, error);
      throw new ResponseError(ErrorCodes.InternalError, server.messages().failed(reasonOf(error)));
    } finally {
      report({ kind: 'end' });
    }
  });
}
