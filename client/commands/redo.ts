import { currentArticle } from '../act.ts';
import { stepInHistory } from '../done-steps.ts';
import type { Command } from './command.ts';

/** Does again what was taken back last. */
export const redo: Command = {
  id: 'redo',
  title: { en: 'Redo Annotation Action', ar: 'إعادة آخر إجراء متراجَع عنه' },
  icon: 'redo',
  key: 'alt+a alt+y',
  readerKey: 'ctrl+shift+z',
  async run(app) {
    const view = await currentArticle(app);
    if (view) await stepInHistory(app, view, 'redo');
  },
};
