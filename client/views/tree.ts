import {
  EventEmitter,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
  window,
  type Disposable,
  type Event,
} from 'vscode';
import { DIMMED } from './dimmed.ts';
import { indexOf, type Row, type RowIcon } from './rows.ts';
import { viewId, type ViewHead } from './view.ts';

/** A side view that shows rows. */
export interface RowTree extends Disposable {
  /** Shows these rows in place of those before; does nothing where they are the same. What was unfolded stays so. */
  show(rows: readonly Row[]): void;
  /**
   * Selects the row with an id, or the folded one that it is in, and brings it into view, without taking the keyboard.
   * Does nothing where there is none, or the view cannot be seen.
   */
  select(id: string): void;
  readonly head: ViewHead;
  readonly isVisible: boolean;
  readonly onDidShow: Event<void>;
}

/** @param id of the view, without its prefix */
export function openTree(id: string): RowTree {
  let rows: readonly Row[] = [];
  let shown = '[]';
  let index = indexOf(rows);
  /** Rows that a person has unfolded or folded. */
  const unfolded = new Map<string, boolean>();
  const changed = new EventEmitter<void>();
  const appeared = new EventEmitter<void>();
  const view = window.createTreeView<Row>(viewId(id), {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (row) => [...(row ? (row.rows ?? []) : rows)],
      getParent: ({ id: of }) => index.get(of)?.parent,
      getTreeItem: treeItemOf,
    },
    showCollapseAll: true,
    canSelectMany: true,
  });
  const isUnfolded = (row: Row) => unfolded.get(row.id) ?? row.expanded ?? false;

  const listeners = [
    view,
    changed,
    appeared,
    view.onDidExpandElement(({ element }) => unfolded.set(element.id, true)),
    view.onDidCollapseElement(({ element }) => unfolded.set(element.id, false)),
    view.onDidChangeVisibility(({ visible }) => visible && appeared.fire()),
  ];
  return {
    show(next) {
      const look = JSON.stringify(next);
      if (look === shown) return;
      shown = look;
      rows = next;
      index = indexOf(rows);
      changed.fire();
    },
    select(wanted) {
      if (!view.visible) return;
      let found = index.get(wanted);
      for (let above = found?.parent; above; above = index.get(above.id)?.parent)
        if (!isUnfolded(above)) found = index.get(above.id);
      if (!found || view.selection.some(({ id: selected }) => selected === found?.row.id)) return;
      // A tree that is shown anew in that moment refuses; the next move of the caret selects again.
      view.reveal(found.row, { select: true, focus: false }).then(undefined, () => undefined);
    },
    head: view,
    get isVisible() {
      return view.visible;
    },
    onDidShow: appeared.event,
    dispose: () => listeners.forEach((listener) => listener.dispose()),
  };
}

function treeItemOf({ id, label, description, tooltip, icon, kind, spoken, open, ...row }: Row): TreeItem {
  const state = !row.rows
    ? TreeItemCollapsibleState.None
    : row.expanded
      ? TreeItemCollapsibleState.Expanded
      : TreeItemCollapsibleState.Collapsed;
  const item = new TreeItem(label, state);
  item.id = id;
  item.contextValue = kind;
  item.accessibilityInformation = { label: spoken };
  // Left out, it would repeat the label or show the path of a resource.
  item.tooltip = tooltip ?? spoken;
  if (description !== undefined) item.description = description;
  if (icon) item.iconPath = iconOf(icon);
  if (open) item.command = { title: '', command: open.command, arguments: [...open.arguments] };
  if (row.dimmed) item.resourceUri = Uri.from({ scheme: DIMMED, path: `/${encodeURIComponent(id)}` });
  return item;
}

const iconOf = ({ name, colour, own }: RowIcon): ThemeIcon | Uri =>
  own === undefined ? new ThemeIcon(name, colour ? new ThemeColor(colour) : undefined) : dotOf(own);

/** A dot in a colour that no theme has. @param colour #rrggbb */
const dotOf = (colour: string): Uri =>
  Uri.parse(
    `data:image/svg+xml;utf8,${encodeURIComponent(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="5" fill="${colour}"/></svg>`,
    )}`,
  );
