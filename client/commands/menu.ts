import { commands, l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import { besides, language } from '../language.ts';
import { LAYERS, type Layer } from '../visibility.ts';
import type { Command } from './command.ts';

/** What the menu offers, in groups: ids of commands. */
const GROUPS = [
  ['next', 'accept', 'acceptEverywhere', 'reject', 'tag', 'relabel', 'setSpeaker', 'undo', 'orphans'],
  LAYERS.map((layer) => `toggle.${layer}`),
  ['export', 'openProject', 'showOutput'],
];

/**
 * The menu behind the status bar item.
 * @param commandsOf all commands, asked for late because the menu is one of them
 */
export const menu = (commandsOf: () => readonly Command[]): Command => ({
  id: 'menu',
  title: { en: 'Show Menu', ar: 'عرض القائمة' },
  icon: 'menu',
  key: 'alt+a alt+m',
  anywhere: true,
  async run({ visibility }) {
    const itemOf = (id: string): (QuickPickItem & { id: string })[] => {
      const command = commandsOf().find((one) => one.id === id);
      if (!command) return [];
      const layer = LAYERS.find((one: Layer) => id === `toggle.${one}`);
      const hidden = layer && !visibility.shows(layer);
      const label = `$(${hidden ? 'eye-closed' : command.icon}) ${command.title[language()]}`;
      return [
        { label, ...(layer && { description: besides(hidden ? l10n.t('hidden') : l10n.t('shown')) }), id },
      ];
    };
    const separator = { label: '', kind: QuickPickItemKind.Separator, id: '' };
    const items = GROUPS.flatMap((group, index) => [
      ...(index > 0 ? [separator] : []),
      ...group.flatMap(itemOf),
    ]);
    const picked = await window.showQuickPick(items, { placeHolder: 'Hashiya' });
    if (picked?.id) await commands.executeCommand(`hashiya.${picked.id}`);
  },
});
