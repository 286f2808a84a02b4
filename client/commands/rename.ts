import { l10n, window, type QuickPickItem } from 'vscode';
import type { ArticleItem } from '../../server/protocol.ts';
import { act, currentArticle, rangeOf, say, type ArticleView } from '../act.ts';
import type { App } from '../app.ts';
import { asLabel } from '../foreign-text.ts';
import { besides } from '../language.ts';
import { nameSuggestions, sameName } from '../naming.ts';
import { changeProject } from '../project-change.ts';
import type { Command } from './command.ts';
import { itemAtCaret } from './in-project.ts';

/** Gives an entity, or the speaker of a quotation, another full name: here, in the article or in the project. */
export const rename: Command = {
  id: 'rename',
  title: { en: 'Change Full Name…', ar: 'تغيير الاسم الكامل…' },
  icon: 'symbol-string',
  key: 'shift+f2',
  menu: '3_shape',
  async run(app) {
    const view = await currentArticle(app);
    const item = view && itemAtCaret(view, app);
    if (!item) return;
    const { document } = view.editor;
    const named = item.family === 'entity' ? item.range : item.speaker;
    if (item.family === 'boilerplate' || !named) return say(l10n.t('Nothing here has a full name.'));
    const current = item.canonical ?? document.getText(rangeOf(named));
    const name = await askName(current, nameSuggestions(view.visible, item, current));
    if (!name || name === item.canonical) return;
    const scope = await pickScope(sameName(view.state.items, item), name);
    if (scope === 'project')
      await changeProject(
        app,
        view,
        { kind: 'rename', id: item.id, name },
        l10n.t('Name «{0}» in the project «{1}»', current, name),
      );
    else if (scope) await renameHere(app, view, item, name, scope === 'article');
  },
};

async function renameHere(
  app: App,
  view: ArticleView,
  { id }: ArticleItem,
  name: string,
  everywhere: boolean,
): Promise<void> {
  const done = await act(app, view, { kind: 'rename', id, name, everywhere });
  if (done && !done.message) say(l10n.t('Full name: {0}', name));
}

/** Offers names of the article; one that is typed stands first. */
async function askName(current: string, suggestions: readonly string[]): Promise<string | undefined> {
  const edit = { label: `$(edit) ${l10n.t('Edit «{0}»…', asLabel(current))}`, name: null };
  const known = suggestions.map((name) => ({ label: `$(symbol-string) ${asLabel(name)}`, name }));
  const pick = window.createQuickPick<QuickPickItem & { readonly name: string | null }>();
  pick.title = l10n.t('Full name in place of «{0}»', current);
  pick.placeholder = l10n.t('Type a name, or pick one of the article');
  const show = (typed: string) => {
    const own = { label: `$(add) ${asLabel(typed)}`, name: typed, alwaysShow: true };
    pick.items = [...(typed === '' || suggestions.includes(typed) ? [] : [own]), ...known, edit];
  };
  show('');
  const picked = await new Promise<string | null | undefined>((resolve) => {
    pick.onDidChangeValue((value) => show(value.trim()));
    pick.onDidAccept(() => {
      const chosen = pick.selectedItems[0];
      const isOffered = chosen !== undefined && (chosen === edit || known.some((one) => one === chosen));
      // Whoever types fast presses Enter before the list shows the last letters: what was typed counts.
      resolve(isOffered ? chosen.name : pick.value.trim());
      pick.hide();
    });
    pick.onDidHide(() => resolve(undefined));
    pick.show();
  });
  pick.dispose();
  if (picked !== null) return picked;
  const typed = await window.showInputBox({ prompt: l10n.t('The full name'), value: current });
  return typed?.trim();
}

type Scope = 'here' | 'article' | 'project';

/** @param mentions how many of the article have the name now */
async function pickScope(mentions: number, name: string): Promise<Scope | undefined> {
  const article = {
    label: `$(file-text) ${l10n.t('Every mention in the article')}`,
    description: besides(String(mentions)),
    scope: 'article' as const,
  };
  const items: (QuickPickItem & { scope: Scope })[] = [
    ...(mentions > 1 ? [article] : []),
    { label: `$(location) ${l10n.t('This mention alone')}`, scope: 'here' },
    {
      label: `$(project) ${l10n.t('Every mention in the project, after a look at the places…')}`,
      scope: 'project',
    },
  ];
  const placeHolder = l10n.t('What is named «{0}» from now on?', name);
  return (await window.showQuickPick(items, { placeHolder }))?.scope;
}
