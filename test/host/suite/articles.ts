import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { analyse, type Analysis } from './analysis.ts';
import { until } from './until.ts';

/** An article of the samples, open in an editor, and what there is in it. */
export interface OpenArticle {
  readonly document: vscode.TextDocument;
  readonly editor: vscode.TextEditor;
  readonly analysis: Analysis;
}

/**
 * Opens an article and waits for its marks.
 * @param name of its file, among the articles of the samples
 */
export async function openArticle(name: string): Promise<OpenArticle> {
  const [uri] = await vscode.workspace.findFiles(`articles/${name}`);
  assert.ok(uri, `The samples have no article ${name}.`);
  const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  await until(`marks in ${uri.path}`, () => marksIn(uri).length > 0);
  return { document: editor.document, editor, analysis: await analyse(uri.fsPath) };
}

/** The diagnostics that Hashiya has put on an article, by their place. */
export const marksIn = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source?.toLowerCase() === 'hashiya')
    .sort((a, b) => a.range.start.compareTo(b.range.start) || a.range.end.compareTo(b.range.end));

/** The code of a diagnostic, such as `entity/PER`. */
export const codeOf = ({ code }: vscode.Diagnostic): string =>
  String(typeof code === 'object' ? code.value : code);

/** A stretch of the text as the editor counts. */
export const rangeOf = (
  document: vscode.TextDocument,
  { start, end }: { readonly start: number; readonly end: number },
): vscode.Range => new vscode.Range(document.positionAt(start), document.positionAt(end));

/**
 * A diagnostic in a form whose differences are easy to read in a failed test.
 * @param shift lines that the place is moved by
 */
export function inWords(document: vscode.TextDocument, code: string, range: vscode.Range, shift = 0): string {
  const [start, end] = [range.start, range.end].map(
    ({ line, character }) => `${line + 1 + shift}:${character}`,
  );
  return `${start}–${end} ${code} «${document.getText(range)}»`;
}
