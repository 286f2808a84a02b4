import { HISTORY_REQUEST, type HistoryEntry } from '../server/protocol.ts';
import { act, say, type ArticleView } from './act.ts';
import type { App } from './app.ts';
import { shortened } from './context.ts';
import { actionTitle } from './views/action-words.ts';

/** Takes back what was done last, or does again what was taken back last, and says what that was. */
export async function stepInHistory(app: App, view: ArticleView, kind: 'undo' | 'redo'): Promise<void> {
  const ask = () => app.client.sendRequest<HistoryEntry[]>(HISTORY_REQUEST, { uri: view.state.uri });
  const before = new Map((await ask()).map(({ id, undone }) => [id, undone]));
  const result = await act(app, view, { kind });
  if (!result || result.trouble) return;
  const step = (await ask()).find(({ id, undone }) => before.has(id) && before.get(id) !== undone);
  if (!step) return;
  const message = (result.message ?? '').replace(/\.$/, '');
  const words = step.words === '' ? '' : ` «${shortened(step.words)}»`;
  say(`${message}: ${actionTitle(step.action)}${words}`);
}
