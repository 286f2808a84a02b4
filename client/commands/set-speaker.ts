import { l10n, window, type QuickPickItem } from 'vscode';
import { act, currentArticle, rangeOf, say } from '../act.ts';
import { shortened } from '../context.ts';
import type { Stretch } from '../items.ts';
import { asLabel } from '../foreign-text.ts';
import { besides } from '../language.ts';
import { keepingKeyboard } from '../reader/keyboard.ts';
import { quotationFor, speakerChoices } from '../speakers.ts';
import type { Command } from './command.ts';

/** Says who speaks: the words selected are the speaker of the nearest quotation; at a caret the speaker is picked. */
export const setSpeaker: Command = {
  id: 'setSpeaker',
  title: { en: 'Set Speaker of the Quotation…', ar: 'تحديد قائل الاقتباس…' },
  icon: 'person',
  key: 'alt+a alt+s',
  menu: '3_shape',
  async run(app) {
    const view = await currentArticle(app);
    if (!view) return;
    const { editor, state } = view;
    const { document, selection } = editor;
    const wordsOf = (stretch: Stretch) => document.getText(rangeOf(stretch));
    const quotation = quotationFor(view.visible, selection, app.focus.of(editor));
    if (!quotation) return say(l10n.t('There is no quotation here.'));

    const { id, speaker } = quotation;
    if (!selection.isEmpty) {
      const range = { start: selection.start, end: selection.end };
      await act(app, view, { kind: 'setSpeaker', id, range });
      return;
    }
    const choices = speakerChoices(state.items, quotation, wordsOf);
    const items: (QuickPickItem & { range: Stretch | null })[] = [
      ...(speaker
        ? [
            {
              label: `$(check) ${asLabel(wordsOf(speaker))}`,
              description: besides(l10n.t('speaks now')),
              range: speaker,
            },
          ]
        : []),
      ...choices.map(({ label, canonical, range }) => ({
        label: `$(person) ${asLabel(canonical ?? wordsOf(range))}`,
        description: besides(label, l10n.t('line {0}', range.start.line + 1)),
        range,
      })),
      { label: `$(circle-slash) ${l10n.t('No speaker')}`, range: null },
    ];
    const placeHolder = l10n.t('Who says «{0}»?', shortened(wordsOf(quotation.range)));
    const picked = await keepingKeyboard(app, () =>
      window.showQuickPick(items, { placeHolder, matchOnDescription: true }),
    );
    if (picked) await act(app, view, { kind: 'setSpeaker', id, range: picked.range });
  },
};
