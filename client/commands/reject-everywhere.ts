import type { ArticleItem } from '../../server/protocol.ts';
import { act, currentArticle, rangeOf } from '../act.ts';
import type { App } from '../app.ts';
import { goOn } from '../decide.ts';
import type { Bilingual } from '../settings.ts';
import type { Command } from './command.ts';
import { itemAtCaret } from './in-project.ts';

async function rejectAll(app: App, always: boolean): Promise<void> {
  const view = await currentArticle(app);
  const item = view && itemAtCaret(view, app);
  if (!item) return;
  if (!(await act(app, view, { kind: 'rejectEverywhere', id: item.id, always }))) return;
  const { editor } = view;
  const words = editor.document.getText(rangeOf(item.range));
  const isSame = ({ label, state, range }: ArticleItem) =>
    state === 'mark' && label === item.label && editor.document.getText(rangeOf(range)) === words;
  goOn(app, { ...view, visible: view.visible.filter((one) => one === item || !isSame(one)) }, [item]);
}

const command = (id: string, title: Bilingual, key: string, always: boolean): Command => ({
  id,
  title,
  icon: 'close-all',
  key,
  menu: '1_decide',
  run: (app) => rejectAll(app, always),
});

/** Rejects every mark of the article with the label and the words of the one at the caret. */
export const rejectEverywhere = command(
  'rejectEverywhere',
  { en: 'Reject Mark Everywhere in the Article', ar: 'رفض العلامة في المقال كله' },
  'shift+alt+backspace',
  false,
);

/** The same, and such a mark shows in no article of the project from now on. */
export const rejectAlways = command(
  'rejectAlways',
  { en: 'Reject Mark in the Project from Now On', ar: 'رفض العلامة في المشروع من الآن فصاعدًا' },
  'alt+a shift+backspace',
  true,
);
