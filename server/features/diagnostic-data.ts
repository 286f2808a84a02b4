import type { TextEdit } from 'vscode-languageserver-types';
import type { CarriedFix } from './problem-fixes.ts';

/** What a diagnostic carries so that its code actions need no second analysis. */
export interface DiagnosticData {
  /** Of the document. */
  readonly version: number;
  readonly code: string;
  /** The marks that it shows: one, or those of a run of lines. */
  readonly ids: readonly string[];
  /** Of marks: what a code action's title says of them. */
  readonly mark?: {
    /** What the label is called, in the editor's language. */
    readonly title: string;
    readonly words: string;
    readonly name: string | null;
    /** How many undecided marks have the same label and name. */
    readonly mentions: number;
  };
  /** What mends the annotations. */
  readonly acts?: readonly CarriedFix[];
  readonly fixes?: readonly { readonly title: string; readonly edits: readonly TextEdit[] }[];
}

/** The data of a diagnostic that came back from the client, if it is ours and whole. */
export function readDiagnosticData(data: unknown): DiagnosticData | null {
  if (typeof data !== 'object' || data === null) return null;
  const { version, code, ids } = data as Partial<DiagnosticData>;
  const ours = typeof version === 'number' && typeof code === 'string' && Array.isArray(ids);
  return ours ? (data as DiagnosticData) : null;
}
