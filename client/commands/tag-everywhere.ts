import { l10n } from 'vscode';
import type { LabelChoice, ProjectChange } from '../../server/protocol.ts';
import { act, currentArticle, rangeOf, type ArticleView } from '../act.ts';
import type { App } from '../app.ts';
import { shortened } from '../context.ts';
import { itemAt, type Stretch } from '../items.ts';
import { pickLabel } from '../labels.ts';
import { changeProject } from '../project-change.ts';
import type { Command } from './command.ts';

interface Target {
  readonly range: Stretch;
  readonly choice: LabelChoice;
  /** The words that are tagged; of a caret at no word none. */
  readonly words: string;
}

/** What is to be tagged wherever it stands: what is selected, the item at the caret, or the word there; and as what. */
async function pickTarget(app: App, view: ArticleView): Promise<Target | undefined> {
  const { editor, visible } = view;
  const { document, selection } = editor;
  const item = selection.isEmpty
    ? itemAt(
        visible.filter(({ state }) => state !== 'rejected'),
        selection.active,
        app.focus.of(editor),
      )
    : undefined;
  const { start, end } = item?.range ?? selection;
  const word = selection.isEmpty ? document.getWordRangeAtPosition(selection.active) : undefined;
  const words = shortened(document.getText(item ? rangeOf(item.range) : (word ?? selection)));
  const placeHolder = l10n.t('Label for every «{0}»', words);
  const first = item?.label;
  const choice = await pickLabel(app, document, placeHolder, item?.family ?? 'entity', {
    ...(first && { first }),
  });
  return choice && { range: { start, end }, choice, words };
}

/** Tags every place of the article that has the words, in whatever spelling and with whatever particles. */
export const tagEverywhere: Command = {
  id: 'tagEverywhere',
  title: { en: 'Tag Every Occurrence in the Article…', ar: 'وسم كل ورود في المقال…' },
  icon: 'list-selection',
  key: 'alt+a alt+t',
  menu: '2_tag',
  async run(app) {
    const view = await currentArticle(app);
    const target = view && (await pickTarget(app, view));
    if (target) await act(app, view, { kind: 'tagEverywhere', range: target.range, label: target.choice.id });
  },
};

/** The same in all articles of the project, after a look at the places. */
export const tagInProject: Command = {
  id: 'tagInProject',
  title: { en: 'Tag Every Occurrence in the Project…', ar: 'وسم كل ورود في المشروع…' },
  icon: 'list-selection',
  key: 'alt+a shift+t',
  async run(app) {
    const view = await currentArticle(app);
    const target = view && (await pickTarget(app, view));
    if (!target) return;
    const { range, choice, words } = target;
    const change: ProjectChange = { kind: 'tagEverywhere', range, label: choice.id };
    await changeProject(app, view, change, l10n.t('Tag «{0}» as {1} in the project', words, choice.title));
  },
};
