import { l10n } from 'vscode';

/** What was done, in words; kinds that this version does not know stand as they are. */
export const actionTitle = (action: string): string => titles()[action] ?? action;

const titles = (): Record<string, string> => ({
  tag: l10n.t('tagged'),
  tagEverywhere: l10n.t('tagged everywhere'),
  accept: l10n.t('accepted'),
  acceptEverywhere: l10n.t('accepted everywhere'),
  reject: l10n.t('rejected'),
  rejectEverywhere: l10n.t('rejected everywhere'),
  remove: l10n.t('removed'),
  relabel: l10n.t('label changed'),
  relabelAll: l10n.t('label changed in the project'),
  resize: l10n.t('edge moved'),
  merge: l10n.t('merged'),
  split: l10n.t('split'),
  setSpeaker: l10n.t('speaker set'),
  relate: l10n.t('related'),
  unrelate: l10n.t('relation removed'),
  setAttribute: l10n.t('attribute set'),
  setNote: l10n.t('note written'),
  rename: l10n.t('full name changed'),
  place: l10n.t('placed anew'),
  tidy: l10n.t('edges tidied'),
  setStatus: l10n.t('status of the article set'),
  setArticleAttribute: l10n.t('attribute of the article set'),
  undo: l10n.t('taken back'),
  redo: l10n.t('done again'),
  conflict: l10n.t('changed by another program'),
});

const ICONS: Readonly<Record<string, string>> = {
  tag: 'tag',
  tagEverywhere: 'tag',
  accept: 'check',
  acceptEverywhere: 'check-all',
  reject: 'close',
  rejectEverywhere: 'close-all',
  remove: 'trash',
  setSpeaker: 'person',
  relate: 'link',
  unrelate: 'link',
  setNote: 'note',
  rename: 'symbol-string',
  place: 'location',
  setStatus: 'tasklist',
  undo: 'discard',
  redo: 'redo',
  conflict: 'git-merge',
};

export const actionIcon = (action: string): string => ICONS[action] ?? 'edit';
