import { currentArticle } from '../act.ts';
import { stepInHistory } from '../done-steps.ts';
import type { Command } from './command.ts';

/** Takes back the last thing that was done to the annotations of the article; the text has the editor's own undo. */
export const undo: Command = {
  id: 'undo',
  title: { en: 'Undo Last Annotation Action', ar: 'التراجع عن آخر إجراء على الوسوم' },
  icon: 'discard',
  key: 'alt+a alt+z',
  readerKey: 'ctrl+z',
  menu: '3_shape',
  async run(app) {
    const view = await currentArticle(app);
    if (view) await stepInHistory(app, view, 'undo');
  },
};
