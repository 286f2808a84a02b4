import { l10n } from 'vscode';

/** Everything that the page says, in the editor's language. {0}, {1} … stand for what the page puts in. */
export const texts = () => ({
  article: l10n.t('Article'),
  margin: l10n.t('Margin notes'),
  noSpeaker: l10n.t('no speaker'),
  isSpeaker: l10n.t('Speaker'),
  foldHelp: l10n.t('Show or hide these lines'),
  states: {
    mark: l10n.t('a mark, not decided on'),
    accepted: l10n.t('an annotation'),
    rejected: l10n.t('a rejected mark'),
  },
  weak: l10n.t('a weak suggestion, not decided on'),
});

export type Texts = ReturnType<typeof texts>;
