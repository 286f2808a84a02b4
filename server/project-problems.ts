import { DiagnosticSeverity } from 'vscode-languageserver';
import type { Connection } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { said } from './messages/messages.ts';
import type { Messages } from './messages/messages.ts';
import { rangeOf } from './positions.ts';
import type { ReadProjectFile } from './projects.ts';
import { logError } from './server-context.ts';

/** Tells the editor what is wrong with project files as they are read, and that nothing is once it was mended. */
export function createProjectProblems(
  connection: Connection,
  messages: () => Messages,
): (read: ReadProjectFile) => void {
  const told = new Set<string>();
  return ({ file, content, problems }) => {
    if (problems.length === 0 && !told.delete(file)) return;
    if (problems.length > 0) told.add(file);
    const document = TextDocument.create(file, 'jsonc', 0, content);
    const diagnostics = problems.map((problem) => ({
      range: rangeOf(document, problem),
      severity: problem.severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
      source: 'Hashiya',
      message: said(problem.message, messages()),
    }));
    connection.sendDiagnostics({ uri: file, diagnostics }).catch((error: unknown) => {
      logError(connection, 'problems of a project file', error);
    });
  };
}
