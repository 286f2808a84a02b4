import { l10n } from 'vscode';
import { act, currentArticle, say } from '../act.ts';
import { goOn } from '../decide.ts';
import type { Command } from './command.ts';

/**
 * Accepts what is undecided in the paragraphs that hold a caret or selection, in one step: who has read a paragraph and
 * put right what was wrong in it says so with one key. Weak suggestions are left: nobody should accept them unawares.
 */
export const acceptParagraph: Command = {
  id: 'acceptParagraph',
  title: { en: 'Accept Marks of the Paragraph', ar: 'قبول علامات الفقرة' },
  icon: 'checklist',
  key: 'ctrl+alt+enter',
  menu: '1_decide',
  async run(app) {
    const view = await currentArticle(app);
    if (!view) return;
    const { selections } = view.editor;
    const marks = view.visible.filter(
      ({ state, weak, range }) =>
        state === 'mark' &&
        !weak &&
        selections.some(({ start, end }) => start.line <= range.start.line && range.start.line <= end.line),
    );
    if (marks.length === 0) return say(l10n.t('This paragraph has no undecided marks.'));
    if (await act(app, view, { kind: 'accept', ids: marks.map(({ id }) => id) })) goOn(app, view, marks);
  },
};
