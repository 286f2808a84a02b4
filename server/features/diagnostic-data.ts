import type { TextEdit } from 'vscode-languageserver-types';

/** What a diagnostic carries so that its code actions need no second analysis. */
export interface DiagnosticData {
  /** Of the document. */
  readonly version: number;
  readonly code: string;
  /** The marks that it shows: one, or those of a run of lines. */
  readonly ids: readonly string[];
  readonly fixes?: readonly { readonly title: string; readonly edits: readonly TextEdit[] }[];
}

/** The data of a diagnostic that came back from the client, if it is ours and whole. */
export function readDiagnosticData(data: unknown): DiagnosticData | null {
  if (typeof data !== 'object' || data === null) return null;
  const { version, code, ids } = data as Partial<DiagnosticData>;
  const ours = typeof version === 'number' && typeof code === 'string' && Array.isArray(ids);
  return ours ? (data as DiagnosticData) : null;
}
