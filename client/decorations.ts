import {
  DecorationRangeBehavior,
  OverviewRulerLane,
  ThemeColor,
  window,
  workspace,
  type DecorationRenderOptions,
  type Disposable,
  type Range,
  type TextDocument,
  type TextEditor,
  type TextEditorDecorationType,
} from 'vscode';
import type { ArticleItem } from '../server/protocol.ts';
import { rangeOf } from './act.ts';
import type { App } from './app.ts';
import { currentItem, isUpToDate, visibleItems } from './current-item.ts';
import type { Family } from './items.ts';
import { hasGrounds, ownColour } from './own-colour.ts';
import { coloursOf, groundsOf } from './styles.ts';

/**
 * How long an article's text must have rested before marks are drawn, in milliseconds. What is drawn moves along with
 * the typing; drawn anew in between, it could meet a text that the window has and the extension does not know yet.
 */
const REST = 250;

/**
 * Draws marks and annotations. Overlays alone (background, border): whatever splits a line into spans (colour, weight,
 * opacity, text before or after) makes the editor put Arabic words in the wrong order or cut their joins.
 */
export function drawArticles(app: App): Disposable {
  const types = new Map<string, TextEditorDecorationType>();
  const typeFor = (item: ArticleItem, document: TextDocument) => {
    const wholeLines = item.family === 'boilerplate' && coversLines(item, document);
    const scheme = app.schemes.known(document);
    const given = scheme?.labels.find(({ id }) => id === item.label)?.colour;
    const own = given && ownColour(given);
    const key = `${item.family}/${item.label}/${item.state}/${item.weak === true}/${wholeLines}/${own}/${hasGrounds()}`;
    const look = { ...lookOf(item, wholeLines), ...(own && inColour(own, item)) };
    const type = types.get(key) ?? window.createTextEditorDecorationType(look);
    types.set(key, type);
    return type;
  };
  const ring = window.createTextEditorDecorationType({
    rangeBehavior: DecorationRangeBehavior.ClosedClosed,
    borderStyle: 'solid',
    borderWidth: '1px',
    borderRadius: '3px',
    borderColor: new ThemeColor('hashiya.current'),
  });

  const resting = new Map<TextDocument, ReturnType<typeof setTimeout>>();
  const drawRing = (editor: TextEditor) => {
    if (!isUpToDate(app, editor) || resting.has(editor.document)) return;
    const item = currentItem(app, editor);
    editor.setDecorations(ring, item ? [rangeOf(item.range)] : []);
  };

  // What is drawn already is left alone: drawing costs, and could meet a text that the window has changed meanwhile.
  const drawn = new WeakMap<TextEditor, string>();
  const draw = (editor: TextEditor) => {
    const { document } = editor;
    // Ranges of another version would be drawn at the wrong words.
    if (!isUpToDate(app, editor)) return;
    const items = visibleItems(app, editor);
    const look = JSON.stringify([document.version, app.schemes.known(document), items]);
    if (drawn.get(editor) === look) return;
    drawn.set(editor, look);
    const ranges = new Map<TextEditorDecorationType, Range[]>();
    for (const type of types.values()) ranges.set(type, []);
    for (const item of items) {
      const type = typeFor(item, document);
      ranges.set(type, [...(ranges.get(type) ?? []), rangeOf(item.range)]);
    }
    for (const [type, itsRanges] of ranges) editor.setDecorations(type, itsRanges);
    drawRing(editor);
  };

  const drawAll = (which: (editor: TextEditor) => boolean = () => true) =>
    window.visibleTextEditors
      .filter((editor) => which(editor) && !resting.has(editor.document))
      .forEach(draw);

  const drawWhenRested = (document: TextDocument) => {
    clearTimeout(resting.get(document));
    const timer = setTimeout(() => {
      resting.delete(document);
      drawAll((editor) => editor.document === document);
    }, REST);
    resting.set(document, timer);
  };

  drawAll();
  const listeners = [
    app.articles.onDidChange((document) => drawAll((editor) => editor.document === document)),
    app.visibility.onDidChange(() => drawAll()),
    app.schemes.onDidChange(() => drawAll()),
    window.onDidChangeVisibleTextEditors(() => drawAll()),
    workspace.onDidOpenTextDocument((document) => drawAll((editor) => editor.document === document)),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (document.languageId === 'article' && contentChanges.length > 0) drawWhenRested(document);
    }),
    window.onDidChangeTextEditorSelection(({ textEditor }) => drawRing(textEditor)),
    app.focus.onDidChange((moved) =>
      window.visibleTextEditors.filter((editor) => editor === moved).forEach(drawRing),
    ),
  ];
  return {
    dispose() {
      resting.forEach(clearTimeout);
      for (const one of [...listeners, ...types.values(), ring]) one.dispose();
    },
  };
}

/** Whether an item is whole lines, from a line's first letter to a line's last; blanks at either end are in no mark. */
const coversLines = ({ range: { start, end } }: ArticleItem, document: TextDocument): boolean =>
  start.character <= document.lineAt(start.line).firstNonWhitespaceCharacterIndex &&
  end.character >= document.lineAt(end.line).text.trimEnd().length;

/**
 * How an item looks. The family shows in the shape (entity: a thick line under the words; quotation: a thin line under
 * tinted words; boilerplate: lines with a bar), the state in line and ground (dotted: a mark; solid on a denser ground:
 * accepted; dashed without ground: rejected), the label in the colour. A weak suggestion has a thin line and no ground.
 * What is undecided shows beside the scroll bar, by family, so that the last marks of an article are found at a glance;
 * weak suggestions do not.
 */
function lookOf({ family, label, state, weak }: ArticleItem, wholeLines: boolean): DecorationRenderOptions {
  const colours = coloursOf(family, label);
  const ground = state === 'accepted' ? colours.accepted : state === 'mark' ? colours.ground : undefined;
  const shape = {
    ...SHAPES[family](wholeLines),
    rangeBehavior: DecorationRangeBehavior.ClosedClosed,
    borderColor: new ThemeColor(colours.line),
  };
  if (weak) return { ...shape, borderWidth: '0 0 1px 0', borderStyle: 'dotted' };
  return {
    ...shape,
    borderStyle: state === 'mark' ? 'dotted' : state === 'rejected' ? 'dashed' : 'solid',
    ...(ground && { backgroundColor: new ThemeColor(ground) }),
    ...(state === 'mark' && {
      overviewRulerColor: new ThemeColor(RULER[family].colour),
      overviewRulerLane: RULER[family].lane,
    }),
  };
}

/** The lane beside the scroll bar and the colour in it. Quotations have a lane of their own: entities stand in them. */
const RULER: Readonly<Record<Family, { readonly colour: string; readonly lane: OverviewRulerLane }>> = {
  entity: { colour: 'hashiya.undecided', lane: OverviewRulerLane.Left },
  quotation: { colour: 'hashiya.quotation.direct', lane: OverviewRulerLane.Center },
  boilerplate: { colour: 'hashiya.boilerplate', lane: OverviewRulerLane.Left },
};

/** A project's own colour, as the theme needs it, in place of the theme's. */
function inColour(colour: string, { family, state, weak }: ArticleItem): DecorationRenderOptions {
  if (weak || (state !== 'mark' && state !== 'accepted') || !hasGrounds()) return { borderColor: colour };
  const { light, dark } = groundsOf(colour, family, state);
  return {
    borderColor: colour,
    light: { backgroundColor: light },
    dark: { backgroundColor: dark },
  };
}

const SHAPES: Readonly<Record<Family, (wholeLines: boolean) => DecorationRenderOptions>> = {
  entity: () => ({ borderWidth: '0 0 2px 0', borderRadius: '3px 3px 0 0' }),
  quotation: () => ({ borderWidth: '0 0 1px 0' }),
  boilerplate: (wholeLines) =>
    wholeLines
      ? { isWholeLine: true, borderWidth: '0 0 0 3px' }
      : { borderWidth: '1px', borderRadius: '3px' },
};
