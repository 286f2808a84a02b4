/** Diagnostics over the protocol: pulled where the client can, pushed where it cannot. */
import {
  CancellationToken,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver';
import { guarded, logError } from '../server-context.ts';
import type { Feature, Server } from '../server-context.ts';
import { diagnosticsOf } from './article-diagnostics.ts';

const pulls = (server: Server): boolean => server.client().textDocument?.diagnostic !== undefined;

async function diagnosticsNow(
  server: Server,
  uri: string,
  token: CancellationToken,
): Promise<Diagnostic[] | null> {
  const [article, settings] = await Promise.all([
    server.articles.current(uri, token),
    server.settings.of(uri),
  ]);
  if (!article) return null;
  const { docs } = server.options();
  return diagnosticsOf(article, { ...settings, docs, messages: server.messages() });
}

/** What the diagnostics of a document depend on, in a word that no other state of this session has. */
const resultId = (server: Server, uri: string): string =>
  [server.articles.opened(uri), server.articles.document(uri)?.version, server.keeper.of(uri)?.revision ?? 0]
    .concat(server.settings.revision())
    .join('.');

async function pulled(
  server: Server,
  uri: string,
  previous: string | undefined,
  token: CancellationToken,
): Promise<DocumentDiagnosticReport> {
  if (!server.articles.document(uri)) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
  await server.keeper.loaded(uri);
  const before = resultId(server, uri);
  if (previous === before) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: before };
  const items = await diagnosticsNow(server, uri, token);
  if (items && resultId(server, uri) === before)
    return { kind: DocumentDiagnosticReportKind.Full, resultId: before, items };
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
  if (items) return { kind: DocumentDiagnosticReportKind.Full, items };
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
    connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
      try {
        return await pulled(server, textDocument.uri, previousResultId, token);
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        logError(connection, 'diagnostics', error);
        return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      }
    });
    server.onArticleChanged(async (uri) => {
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
    server.onRefresh(() => {
      if (pulls(server) && server.client().workspace?.diagnostics?.refreshSupport)
        connection.languages.diagnostics.refresh().catch((error: unknown) => {
          logError(connection, 'refresh of diagnostics', error);
        });
    });
  },
};
