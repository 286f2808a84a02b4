import {
  l10n,
  Range,
  window,
  workspace,
  WorkspaceEdit,
  type QuickPickItem,
  type TextDocument,
  type Uri,
} from 'vscode';
import type { LabelChoice } from '../../server/protocol.ts';
import { currentArticle, say, type ArticleView } from '../act.ts';
import type { App } from '../app.ts';
import { itemAt } from '../items.ts';
import { isLabelId, withLabelReplaced, withNewLabel } from '../label-in-project-file.ts';
import { pickLabel } from '../labels.ts';
import { asLabel } from '../foreign-text.ts';
import { besides } from '../language.ts';
import { changeProject } from '../project-change.ts';
import type { Command } from './command.ts';

/** How long the server may take to read a changed project file, in milliseconds. */
const PATIENCE = 5000;

/**
 * Gives every annotation of the project with one label another label; a new one is written into hashiya.json in the old
 * one's place.
 */
export const renameLabel: Command = {
  id: 'renameLabel',
  title: { en: 'Rename Label in the Project…', ar: 'إعادة تسمية وسم في المشروع…' },
  icon: 'symbol-key',
  key: 'alt+a f2',
  async run(app) {
    const view = await currentArticle(app);
    if (!view) return;
    const { editor, visible } = view;
    const item = itemAt(visible, editor.selection.active, app.focus.of(editor));
    const first = item?.label;
    const source = await pickLabel(
      app,
      editor.document,
      l10n.t('Label to rename'),
      item?.family ?? 'entity',
      {
        ...(first && { first }),
      },
    );
    if (!source) return;
    const target = await pickTarget(app, editor.document, source);
    if (!target) return;
    const title = l10n.t('Label {0} in place of {1}', target.id, source.id);
    const relabel = () =>
      changeProject(
        app,
        view,
        { kind: 'relabelAll', label: source.id, to: target.id },
        title,
        // The project file is a text like any other, and not the server's to change.
        target.file
          ? l10n.t('Alt+A Alt+Z takes the annotations back; hashiya.json is undone in its own editor.')
          : undefined,
      );
    if (target.file) await throughProjectFile(app, view, target.file, source, target.id, relabel);
    else await relabel();
  },
};

interface Target {
  readonly id: string;
  /** The project file that a new label is to be written into; null for a label that is there. */
  readonly file: Uri | null;
}

/** A label of the same family, or a new name that is typed. */
async function pickTarget(
  app: App,
  document: TextDocument,
  source: LabelChoice,
): Promise<Target | undefined> {
  const { labels, project } = await app.schemes.of(document);
  const file = project === null ? null : app.client.protocol2CodeConverter.asUri(project);
  const known = labels
    .filter(({ family, id }) => family === source.family && id !== source.id)
    .map(({ id, title }): QuickPickItem & { target: Target } => ({
      label: `$(tag) ${asLabel(title)}`,
      description: besides(id),
      target: { id, file: null },
    }));
  const pick = window.createQuickPick<QuickPickItem & { target: Target }>();
  pick.title = l10n.t('New name of the label {0}', source.id);
  pick.placeholder = file
    ? l10n.t('Type a new name, or pick a label that takes its annotations')
    : l10n.t('Pick a label that takes its annotations');
  pick.matchOnDescription = true;
  const isNew = (typed: string) =>
    file !== null && isLabelId(typed) && !labels.some(({ id }) => id === typed);
  const show = (typed: string) => {
    const entry = {
      label: `$(add) ${asLabel(typed)}`,
      description: besides(l10n.t('a new label in hashiya.json')),
      alwaysShow: true,
      target: { id: typed, file },
    };
    pick.items = isNew(typed) ? [entry, ...known] : known;
  };
  show('');
  const target = await new Promise<Target | undefined>((resolve) => {
    pick.onDidChangeValue((value) => show(value.trim()));
    pick.onDidAccept(() => {
      const target = pick.selectedItems[0]?.target;
      const typed = pick.value.trim();
      // Whoever types fast presses Enter before the list shows the last letters: what was typed counts.
      resolve(target?.file === null || !isNew(typed) ? target : { id: typed, file });
      pick.hide();
    });
    pick.onDidHide(() => resolve(undefined));
    pick.show();
  });
  pick.dispose();
  return target;
}

/**
 * Adds the new label to the project file, has annotations take it, and then lets it stand in the old one's place: so no
 * annotation is ever without its label. The file is as it was where the annotations were not changed.
 */
async function throughProjectFile(
  app: App,
  view: ArticleView,
  uri: Uri,
  source: LabelChoice,
  to: string,
  relabel: () => Promise<boolean>,
): Promise<void> {
  const file = await workspace.openTextDocument(uri);
  if (file.isDirty)
    return say(l10n.t('hashiya.json has changes that are not saved. Save it, then rename the label again.'));
  const before = file.getText();
  const save = async (text: string) => {
    const edit = new WorkspaceEdit();
    edit.replace(uri, new Range(file.positionAt(0), file.positionAt(file.getText().length)), text);
    await workspace.applyEdit(edit);
    await file.save();
  };
  await save(withNewLabel(before, source.id, to, source.family));
  const isKnown = await untilKnown(app, view.editor.document, to);
  if (!isKnown) say(l10n.t('The new label could not be read from hashiya.json; nothing was changed.'));
  let done = false;
  try {
    done = isKnown && (await relabel());
  } finally {
    await save(done ? withLabelReplaced(file.getText(), source.id, to) : before);
  }
}

/** Waits until the server knows a label. */
async function untilKnown(app: App, document: TextDocument, id: string): Promise<boolean> {
  const isThere = async () => (await app.schemes.of(document)).labels.some((label) => label.id === id);
  return new Promise((resolve) => {
    const end = (known: boolean) => {
      clearTimeout(timer);
      listener.dispose();
      resolve(known);
    };
    const look = () => void isThere().then((known) => known && end(true));
    const timer = setTimeout(() => end(false), PATIENCE);
    const listener = app.schemes.onDidChange(look);
    look();
  });
}
