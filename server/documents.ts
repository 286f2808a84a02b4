/** The open articles' texts, kept in step with the editor. Each version is a value of its own and never changes. */
import { TextDocuments } from 'vscode-languageserver';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from '../core/annotations/carry.ts';
import { createDocument, linedOf, renumbered, replaced } from './lined-document.ts';
import type { LinedDocument } from './lined-document.ts';

/** A change of the text, with the text that came. */
export interface DocumentEdit extends TextEdit {
  readonly text: string;
}

/** Hears of each edit while `before` is still known: `edits` one after the other lead from it to `after`. */
export type EditListener = (
  before: TextDocument,
  edits: readonly DocumentEdit[],
  after: TextDocument,
) => void;

/** The documents that the client has open. */
export const createDocuments = (onEdit: EditListener): TextDocuments<LinedDocument> =>
  new TextDocuments({
    create: createDocument,
    update: (before, changes, version) => {
      const { document, edits } = applyChanges(before, changes, version);
      onEdit(before, edits, document);
      return document;
    },
  });

/**
 * Applies the changes of one notification in order, each on the result of the one before, as the protocol says.
 * @returns the document's new version and the same changes as edits by offset.
 */
export function applyChanges(
  before: TextDocument,
  changes: readonly TextDocumentContentChangeEvent[],
  version: number,
): { readonly document: LinedDocument; readonly edits: readonly DocumentEdit[] } {
  let document = renumbered(linedOf(before), version);
  const edits: DocumentEdit[] = [];
  for (const change of changes) {
    edits.push(editOf(document, change));
    document =
      'range' in change
        ? replaced(document, change.range, change.text, version)
        : createDocument(before.uri, before.languageId, version, change.text);
  }
  return { document, edits };
}

function editOf(document: TextDocument, change: TextDocumentContentChangeEvent): DocumentEdit {
  if (!('range' in change)) return difference(document.getText(), change.text);
  const start = document.offsetAt(change.range.start);
  const end = document.offsetAt(change.range.end);
  return {
    start: Math.min(start, end),
    end: Math.max(start, end),
    inserted: change.text.length,
    text: change.text,
  };
}

/** A client that sends the whole text changed a part of it: what lies between the common start and the common end. */
function difference(before: string, after: string): DocumentEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  const text = after.slice(start, after.length - tail);
  return { start, end: before.length - tail, inserted: text.length, text };
}
