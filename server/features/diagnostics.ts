/** Diagnostics over the protocol: pulled where the client can, pushed where it cannot. */
import {
  CancellationToken,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver';
import type { OpenArticle } from '../articles.ts';
import { inSlices } from '../runtime.ts';
import { guarded, logError } from '../server-context.ts';
import type { Feature, Server } from '../server-context.ts';
import { diagnosticsOf } from './article-diagnostics.ts';

const pulls = (server: Server): boolean => server.client().textDocument?.diagnostic !== undefined;

async function diagnosticsNow(
  server: Server,
  uri: string,
  token: CancellationToken,
): Promise<Diagnostic[] | null> {
  const article = await server.articles.current(uri, token);
  return article && diagnosticsIn(server, article, token);
}

/** Null where nobody wants to know any more. */
async function diagnosticsIn(
  server: Server,
  article: OpenArticle,
  token: CancellationToken,
): Promise<Diagnostic[] | null> {
  const settings = await server.settings.of(article.document.uri);
  const steps = diagnosticsOf(article, {
    ...settings,
    docs: server.options().docs,
    messages: server.messages(),
    isExtension: server.isExtension(),
  });
  const { uri } = article.document;
  const isStill = (): boolean => server.articles.document(uri) === article.document;
  return inSlices(server.runtime, steps, () => !token.isCancellationRequested && isStill());
}

/** Articles as they were diagnosed, numbered as they came. */
const numbers = new WeakMap<OpenArticle, number>();
let numbered = 0;

/** What the diagnostics of an article depend on, in a word that no other state of this session has. */
function resultIdOf(server: Server, article: OpenArticle): string {
  const number = numbers.get(article) ?? ++numbered;
  numbers.set(article, number);
  return `${number}.${server.settings.revision()}`;
}

async function pulled(
  server: Server,
  uri: string,
  previous: string | undefined,
  token: CancellationToken,
): Promise<DocumentDiagnosticReport> {
  if (!server.articles.document(uri)) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
  const article = await server.articles.current(uri, token);
  if (article) {
    const resultId = resultIdOf(server, article);
    if (previous === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    const items = await diagnosticsIn(server, article, token);
    const isCurrent = resultIdOf(server, article) === resultId;
    if (items) return { kind: DocumentDiagnosticReportKind.Full, ...(isCurrent ? { resultId } : {}), items };
  }
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
  throw new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed.');
}

/** textDocument/diagnostic, workspace/diagnostic/refresh and textDocument/publishDiagnostics. */
export const diagnostics: Feature = {
  capabilities: (client) =>
    client.textDocument?.diagnostic
      ? {
          diagnosticProvider: {
            identifier: 'hashiya',
            interFileDependencies: false,
            workspaceDiagnostics: false,
          },
        }
      : {},
  register(server) {
    const { connection } = server;
    const refresh = (): void => {
      if (pulls(server) && server.client().workspace?.diagnostics?.refreshSupport)
        connection.languages.diagnostics.refresh().catch((error: unknown) => {
          logError(connection, 'refresh of diagnostics', error);
        });
    };
    // What an editor asked of a document that was closed and is opened again, as where its language is changed and
    // changed back, it may take for the answer to the open one and never ask again.
    const askedWhileClosed = new Set<string>();
    connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
      try {
        if (!server.articles.document(textDocument.uri)) askedWhileClosed.add(textDocument.uri);
        // An editor asks behind each key, and calls the question off with the next one.
        await server.rested(textDocument.uri, token);
        return await pulled(server, textDocument.uri, previousResultId, token);
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        logError(connection, 'diagnostics', error);
        return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      }
    });
    server.onArticleChanged(async (uri) => {
      if (askedWhileClosed.delete(uri)) refresh();
      if (pulls(server)) return;
      const version = server.articles.document(uri)?.version;
      const push = guarded(server, 'diagnostics', null, (of: string, token) =>
        diagnosticsNow(server, of, token),
      );
      const items = await push(uri, CancellationToken.None);
      if (items && version !== undefined)
        await connection.sendDiagnostics({ uri, version, diagnostics: items });
    });
    server.onClosed(async (uri) => {
      if (!pulls(server)) await connection.sendDiagnostics({ uri, diagnostics: [] });
    });
    server.onRefresh(refresh);
  },
};
