import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit } from '../../core/annotations/carry.ts';
import type { EditedDocument } from './reread.ts';

/** An edit that has the same effect as one edit and then another, each told in the text that the one before it left. */
function joined(first: TextEdit, second: TextEdit): TextEdit {
  const reached = first.start + first.inserted;
  const beyond = Math.max(0, second.end - reached);
  const start = Math.min(first.start, second.start);
  const end = Math.max(reached, second.end);
  return {
    start,
    end: first.end + beyond,
    inserted: end - start + second.inserted - (second.end - second.start),
  };
}

/** What several edits of a document, one behind the other, come to: one edit of all that lies between them. */
export function followedBy(
  known: EditedDocument | undefined,
  before: TextDocument,
  edits: readonly TextEdit[],
  after: TextDocument,
): EditedDocument {
  const none: TextEdit | null = known?.edit ?? null;
  const edit = edits.reduce<TextEdit | null>((all, one) => (all ? joined(all, one) : one), none);
  return { before: known?.before ?? before, after, edit: edit ?? { start: 0, end: 0, inserted: 0 } };
}
