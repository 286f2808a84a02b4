/** hashiya/history: who did what to an article's annotations, and when. */
import type { HistoryItem } from '../keeping/history-items.ts';
import { rangeOf } from '../positions.ts';
import { HISTORY_REQUEST } from '../protocol.ts';
import type { HistoryEntry } from '../protocol.ts';
import { guarded } from '../server-context.ts';
import type { Feature } from '../server-context.ts';
import type { TextDocument } from 'vscode-languageserver-textdocument';

const entryOf = (document: TextDocument, { step, first, span, undone }: HistoryItem): HistoryEntry => ({
  id: step.id,
  at: step.at,
  by: step.by,
  action: step.action,
  annotations: [...new Set([...step.after, ...step.before].map(({ id }) => id))],
  words: first?.anchor.exact ?? '',
  label: first?.label ?? '',
  range: span && rangeOf(document, span),
  undone,
});

/** The history of an open article, the latest first; none of one that is not open. */
export const history: Feature = {
  capabilities: () => ({}),
  register(server) {
    server.connection.onRequest(
      HISTORY_REQUEST,
      guarded(server, 'history', [], async ({ uri }: { uri: string }): Promise<HistoryEntry[]> => {
        const items = await server.keeper.history(uri);
        const document = server.articles.document(uri);
        return document ? items.map((item) => entryOf(document, item)) : [];
      }),
    );
  },
};
