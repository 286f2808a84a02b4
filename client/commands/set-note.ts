import { l10n, window } from 'vscode';
import { act, currentArticle, say } from '../act.ts';
import type { Command } from './command.ts';
import { itemAtCaret, wordsOf } from './in-project.ts';
import { asMessage } from '../foreign-text.ts';

/** What stands for the end of a line in a box of one line: merged annotations have notes of several. */
const LINE_BREAK = ' ⏎ ';

/** Writes a note on the item at the caret, for people; an empty one takes it away. */
export const setNote: Command = {
  id: 'setNote',
  title: { en: 'Write a Note…', ar: 'كتابة ملاحظة…' },
  icon: 'note',
  key: 'alt+a alt+n',
  menu: '3_shape',
  async run(app) {
    const view = await currentArticle(app);
    const item = view && itemAtCaret(view, app);
    if (!item) return;
    const written = await window.showInputBox({
      prompt: asMessage(l10n.t('Note on «{0}»; leave it empty for none', wordsOf(view, item))),
      value: item.note.replaceAll('\n', LINE_BREAK),
    });
    if (written === undefined) return;
    const note = written.replaceAll(LINE_BREAK, '\n').trim();
    if (note === item.note) return;
    const done = await act(app, view, { kind: 'setNote', id: item.id, note });
    if (done && !done.message) say(note === '' ? l10n.t('Note removed.') : l10n.t('Noted.'));
  },
};
