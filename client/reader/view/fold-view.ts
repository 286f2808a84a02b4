import { button, element } from '../../webview/view/dom.ts';
import type { Texts } from '../texts.ts';
import { foldTitle } from './fold-title.ts';
import type { Fold } from './folds.ts';
import type { Paragraphs } from './paragraphs.ts';

/** Boilerplate, folded away to a line each that opens it in place. */
export interface FoldView {
  readonly element: HTMLElement;
  /** Takes the folds of the text as it is now; what was open stays open. */
  set(folds: readonly Fold[]): void;
  /** Opens the fold that a line is in, if it is in one. */
  open(line: number): void;
  /** Opens all; where all are open, closes them. */
  toggleAll(): void;
  /**
   * Puts the lines that stand for folds to their places.
   * @param near the paragraphs in and near the window
   */
  lay(near: ReadonlySet<HTMLElement>): void;
}

export interface FoldOptions {
  readonly texts: () => Texts;
  readonly language: () => 'en' | 'ar';
  readonly titleOf: (label: string) => string;
  /** Paragraphs were folded away or opened: those that runs begin with. */
  readonly onChange: (heads: readonly HTMLElement[]) => void;
}

interface ShownFold {
  readonly fold: Fold;
  /** The run's first paragraph: the line that stands for the run is above it, or in its place. */
  readonly head: HTMLElement;
  readonly paragraphs: readonly HTMLElement[];
}

export function createFoldView(
  paragraphs: Paragraphs,
  { texts, language, titleOf, onChange }: FoldOptions,
): FoldView {
  const root = element('div', { class: 'folds' });
  let folds: readonly ShownFold[] = [];
  /** First paragraphs of runs that are open. */
  const open = new WeakSet<HTMLElement>();
  const buttons = new Map<HTMLElement, HTMLElement>();

  const show = ({ head, paragraphs: run }: ShownFold, isOpen: boolean) => {
    if (isOpen) open.add(head);
    else open.delete(head);
    head.classList.add('fold-head');
    for (const one of run) one.classList.toggle('folded', !isOpen);
    buttons.get(head)?.setAttribute('aria-expanded', String(isOpen));
  };

  const buttonOf = (shown: ShownFold): HTMLElement => {
    const { fold, head } = shown;
    const attributes = {
      class: 'fold',
      title: texts().foldHelp,
      dir: language() === 'ar' ? 'rtl' : 'ltr',
      'aria-expanded': String(open.has(head)),
    };
    return button(foldTitle(fold.count, fold.labels.map(titleOf), language()), attributes, () => {
      show(shown, !open.has(head));
      onChange([head]);
    });
  };

  return {
    element: root,
    set(next) {
      const runs = next.flatMap((fold) => {
        const run = paragraphs.elements.slice(fold.first, fold.last + 1);
        const [head] = run;
        return head ? [{ fold, head, paragraphs: run }] : [];
      });
      const keyOf = ({ fold, head }: ShownFold): string =>
        JSON.stringify([fold, paragraphs.elements[fold.first] === head]);
      if (JSON.stringify(folds.map(keyOf)) === JSON.stringify(runs.map(keyOf))) return;
      const inRuns = new Set(runs.flatMap((run) => run.paragraphs));
      for (const one of folds.flatMap((run) => run.paragraphs))
        if (!inRuns.has(one)) one.classList.remove('folded', 'fold-head');
      folds = runs;
      for (const run of runs) {
        for (const one of run.paragraphs) one.classList.remove('fold-head');
        show(run, open.has(run.head));
      }
      buttons.clear();
      root.replaceChildren();
      onChange(runs.map(({ head }) => head));
    },
    open(line) {
      const found = folds.find(({ fold }) => fold.first <= line && line <= fold.last);
      if (!found || open.has(found.head)) return;
      show(found, true);
      onChange([found.head]);
    },
    toggleAll() {
      const opens = folds.some(({ head }) => !open.has(head));
      for (const run of folds) show(run, opens);
      onChange(folds.map(({ head }) => head));
    },
    lay(near) {
      const shown = folds.filter(({ head }) => near.has(head));
      const kept = new Set(shown.map(({ head }) => head));
      for (const [head, made] of [...buttons]) {
        if (kept.has(head)) continue;
        made.remove();
        buttons.delete(head);
      }
      const tops = shown.map(({ head }) => head.offsetTop);
      shown.forEach((run, i) => {
        const made = buttons.get(run.head) ?? buttonOf(run);
        if (!buttons.has(run.head)) root.append(made);
        buttons.set(run.head, made);
        made.style.top = `calc(${tops[i] ?? 0}px + 0.5em)`;
      });
    },
  };
}
