import { l10n, window } from 'vscode';
import { act, currentArticle, say } from '../act.ts';
import { shortened } from '../context.ts';
import { asLabel } from '../foreign-text.ts';
import { besides } from '../language.ts';
import { likestFirst } from '../orphan-order.ts';
import type { Command } from './command.ts';

/** Puts an annotation whose words are gone onto the words that are selected, or the word at the caret. */
export const placeOrphan: Command = {
  id: 'placeOrphan',
  title: { en: 'Place an Annotation Whose Words Are Gone…', ar: 'وضع وسم ضاعت كلماته…' },
  icon: 'debug-reverse-continue',
  key: 'alt+a alt+o',
  async run(app) {
    const view = await currentArticle(app);
    if (!view) return;
    const { document, selection } = view.editor;
    const lost = view.state.items.filter(({ state }) => state === 'orphan');
    if (lost.length === 0) return say(l10n.t('Every annotation of this article has its words.'));
    const word = selection.isEmpty ? document.getWordRangeAtPosition(selection.active) : selection;
    const words = word ? document.getText(word) : '';
    if (!word || words.trim() === '')
      return say(l10n.t('Select the words first on which the annotation stands.'));
    const items = likestFirst(lost, words).map(({ id, label, lost: before = '', canonical }) => ({
      label: asLabel(`«${shortened(before)}»`),
      description: besides(label, ...(canonical && canonical !== before ? [`«${canonical}»`] : [])),
      id,
    }));
    const placeHolder = l10n.t('Which of them stands on «{0}» now?', shortened(words));
    const picked = await window.showQuickPick(items, { placeHolder, matchOnDescription: true });
    if (!picked) return;
    const range = { start: word.start, end: word.end };
    const done = await act(app, view, { kind: 'place', id: picked.id, range });
    if (done && !done.message) say(l10n.t('Placed. Left without words: {0}', lost.length - 1));
  },
};
