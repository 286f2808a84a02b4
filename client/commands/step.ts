import { l10n, languages, Selection, TextEditorRevealType, type Diagnostic } from 'vscode';
import { currentArticle, goTo, say } from '../act.ts';
import type { App } from '../app.ts';
import type { ArticleEditor } from '../article-editors.ts';
import { nextItem } from '../items.ts';
import { isProblemCode, stepsTo, type StepFilter } from '../step-filter.ts';
import type { Command } from './command.ts';

type Direction = 'forward' | 'backward';

async function step(app: App, direction: Direction): Promise<void> {
  const { filter } = app.stepping;
  if (filter === 'problems') return stepToProblem(app, direction);
  const view = await currentArticle(app);
  if (!view) return;
  const items = view.visible.filter((item) => stepsTo(filter, item));
  const next = nextItem(items, view.editor.selection.active, direction, app.focus.of(view.editor));
  if (next) goTo(app, view.editor, next);
  else if (items.length === 0) say(nothingLeft(filter));
}

const nothingLeft = (filter: StepFilter): string => {
  if (filter === 'all') return l10n.t('Every mark of this article is decided.');
  return filter === 'annotations'
    ? l10n.t('This article has no annotations yet.')
    : l10n.t('No mark of this kind is left. Alt+A F9 changes what F9 goes through.');
};

const codeOf = ({ code }: Diagnostic): string => String(typeof code === 'object' ? code.value : (code ?? ''));

function stepToProblem(app: App, direction: Direction): void {
  const editor = app.editors.active;
  if (!editor) return say(l10n.t('Open an article first.'));
  const problems = languages
    .getDiagnostics(editor.document.uri)
    .filter((one) => isProblemCode(codeOf(one)))
    .map((one) => ({ id: `${codeOf(one)} ${one.message}`, range: one.range, message: one.message }))
    .toSorted((a, b) => a.range.start.compareTo(b.range.start));
  const next = nextItem(problems, editor.selection.active, direction, app.focus.of(editor));
  if (!next) return say(l10n.t('This article has no problems.'));
  goToProblem(app, editor, next);
}

function goToProblem(
  app: App,
  editor: ArticleEditor,
  problem: { readonly id: string; readonly range: Diagnostic['range']; readonly message: string },
): void {
  const { start } = problem.range;
  editor.selection = new Selection(start, start);
  app.focus.set(editor, problem);
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
  say(`$(warning) ${problem.message}`);
}

export const next: Command = {
  id: 'next',
  title: { en: 'Go to Next Mark', ar: 'الانتقال إلى العلامة التالية' },
  icon: 'arrow-down',
  key: 'f9',
  run: (app) => step(app, 'forward'),
};

export const previous: Command = {
  id: 'previous',
  title: { en: 'Go to Previous Mark', ar: 'الانتقال إلى العلامة السابقة' },
  icon: 'arrow-up',
  key: 'shift+f9',
  run: (app) => step(app, 'backward'),
};
