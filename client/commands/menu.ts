import { commands, env, l10n, QuickPickItemKind, UIKind, window, type QuickPickItem } from 'vscode';
import { macKey, strokesOf } from '../key-names.ts';
import { besides, language } from '../language.ts';
import type { Bilingual } from '../settings.ts';
import { LAYERS, type Layer, type Visibility } from '../visibility.ts';
import type { Command } from './command.ts';

interface Group {
  readonly title: Bilingual;
  /** Of commands. */
  readonly ids: readonly string[];
}

/** What the menu offers, in groups; commands that stand in none come last. */
const GROUPS: readonly Group[] = [
  {
    title: { en: 'Go', ar: 'الانتقال' },
    ids: ['next', 'previous', 'stepThrough', 'nextArticle', 'previousArticle'],
  },
  {
    title: { en: 'Decide', ar: 'البت' },
    ids: [
      'accept',
      'acceptParagraph',
      'acceptEverywhere',
      'acceptInProject',
      'reject',
      'rejectEverywhere',
      'rejectInProject',
      'rejectAlways',
    ],
  },
  { title: { en: 'Tag', ar: 'الوسم' }, ids: ['tag', 'tagEverywhere', 'tagInProject'] },
  {
    title: { en: 'Change', ar: 'التعديل' },
    ids: [
      'relabel',
      'rename',
      'remove',
      'widenStart',
      'widenEnd',
      'narrowStart',
      'narrowEnd',
      'merge',
      'split',
      'undo',
      'redo',
    ],
  },
  {
    title: { en: 'Add', ar: 'الإضافة' },
    ids: ['setSpeaker', 'relate', 'unrelate', 'setAttribute', 'setNote', 'placeOrphan', 'orphans'],
  },
  {
    title: { en: 'Article', ar: 'المقال' },
    ids: ['finish', 'setStatus', 'setArticleAttribute', 'saveAgain'],
  },
  {
    title: { en: 'Show', ar: 'العرض' },
    ids: [
      'read',
      'readBeside',
      'explain',
      'foldBoilerplate',
      'showLabels',
      ...LAYERS.map((layer) => `toggle.${layer}`),
    ],
  },
  {
    title: { en: 'Project', ar: 'المشروع' },
    ids: ['openProject', 'renameLabel', 'export', 'import', 'dashboard', 'adjudicate'],
  },
];

const REST: Bilingual = { en: 'Further', ar: 'غير ذلك' };

/** A Mac's keys on a Mac; in a browser nobody says what it runs on, and the keys are those of Linux and Windows. */
const isMac = (): boolean =>
  env.uiKind === UIKind.Desktop && typeof process === 'object' && process.platform === 'darwin';

/** Groups of commands, each with what it has of those that stand in a menu. */
function groupsOf(
  all: readonly Command[],
): { readonly title: Bilingual; readonly commands: readonly Command[] }[] {
  const grouped = new Set(GROUPS.flatMap(({ ids }) => ids));
  const rest = all.filter(
    ({ id, hidden }) => !hidden && !grouped.has(id) && id !== 'menu' && !id.startsWith('tag.'),
  );
  const groups = GROUPS.map(({ title, ids }) => ({
    title,
    commands: ids.flatMap((id) => all.filter((command) => command.id === id)),
  }));
  return [...groups, { title: REST, commands: rest }].filter((group) => group.commands.length > 0);
}

function entryOf(command: Command, visibility: Visibility): QuickPickItem & { id: string } {
  const { id, icon, key, title } = command;
  const layer = LAYERS.find((one: Layer) => id === `toggle.${one}`);
  const hidden = layer !== undefined && !visibility.shows(layer);
  const mac = isMac();
  const beside = [
    ...(key ? [strokesOf(mac ? macKey(key) : key, mac).join(' ')] : []),
    ...(layer ? [hidden ? l10n.t('hidden') : l10n.t('shown')] : []),
  ];
  return {
    label: `$(${hidden ? 'eye-closed' : (icon ?? 'blank')}) ${title[language()]}`,
    ...(beside.length > 0 && { description: besides(...beside) }),
    id,
  };
}

/**
 * Everything that can be done, with its keys.
 * @param commandsOf all commands, asked for late because the menu is one of them
 */
export const menu = (commandsOf: () => readonly Command[]): Command => ({
  id: 'menu',
  title: { en: 'Show Menu', ar: 'عرض القائمة' },
  icon: 'menu',
  key: 'alt+a alt+m',
  anywhere: true,
  async run({ visibility }) {
    const items = groupsOf(commandsOf()).flatMap((group) => [
      { label: group.title[language()], kind: QuickPickItemKind.Separator, id: '' },
      ...group.commands.map((command) => entryOf(command, visibility)),
    ]);
    const options = { placeHolder: l10n.t('What Hashiya can do, with its keys'), matchOnDescription: true };
    const picked = await window.showQuickPick(items, options);
    if (picked?.id) await commands.executeCommand(`hashiya.${picked.id}`);
  },
});
