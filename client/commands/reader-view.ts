import { readersOf } from '../reader/readers.ts';
import type { Bilingual } from '../settings.ts';
import type { Command } from './command.ts';

/** Explains what is at the caret of the reading view, as the text editor's own hover does there. */
export const explain: Command = {
  id: 'explain',
  title: { en: 'Explain What Is Here', ar: 'شرح ما هنا' },
  icon: 'info',
  readerKey: 'ctrl+k ctrl+i',
  run: async (app) => readersOf(app)?.ask('explain'),
};

export const foldBoilerplate: Command = {
  id: 'foldBoilerplate',
  title: { en: 'Fold or Unfold Boilerplate', ar: 'طي الحواشي الآلية أو فتحها' },
  icon: 'fold',
  readerKey: 'ctrl+k ctrl+l',
  run: async (app) => readersOf(app)?.ask('folds'),
};

const zoom = (id: string, title: Bilingual, readerKey: string, step: -1 | 0 | 1): Command => ({
  id: `zoom.${id}`,
  title,
  readerKey,
  run: async (app) => readersOf(app)?.zoom(step),
});

export const zoomIn = zoom('in', { en: 'Larger Letters', ar: 'تكبير الحروف' }, 'ctrl+=', 1);
export const zoomOut = zoom('out', { en: 'Smaller Letters', ar: 'تصغير الحروف' }, 'ctrl+-', -1);
export const zoomReset = zoom(
  'reset',
  { en: 'Letters as They Were', ar: 'الحروف بحجمها الأصلي' },
  'ctrl+0',
  0,
);
