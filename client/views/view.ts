import type { Event, TreeView } from 'vscode';
import type { App } from '../app.ts';
import type { Bilingual } from '../settings.ts';
import type { Row } from './rows.ts';
import type { RowTree } from './tree.ts';

/** The container in the activity bar that the side views are in. */
export const CONTAINER = 'hashiya';

/** The id of a view, in the manifest and in VS Code's own commands such as `hashiya.views.entities.focus`. */
export const viewId = (id: string): string => `hashiya.views.${id}`;

/** A command of side views. Its title is spoken where only its icon shows. */
export interface ViewCommand {
  /** Stands behind "hashiya.views.". */
  readonly id: string;
  readonly title: Bilingual;
  readonly icon: string;
  /**
   * `title`: a button of the view; `inline`: a button of each row that it is for; `row`: in the context menu of such a
   * row; those in the context menu stand in this order.
   */
  readonly places: readonly ('title' | 'inline' | 'row')[];
  /** Of commands on rows: a regular expression that the row's kind matches. */
  readonly rows?: string;
  /** A further condition for the button of the view. */
  readonly when?: string;
}

/** What an empty view says. Commands stand as [title](command:id), each in a line of its own to be a button. */
export interface Welcome {
  readonly id: string;
  readonly text: Bilingual;
  readonly when: string;
}

/** A side view: a tree. The manifest and both languages of it are made from these. */
export interface View {
  readonly id: string;
  readonly title: Bilingual;
  readonly icon: string;
  /** Not unfolded from the start. */
  readonly collapsed?: boolean;
  readonly welcomes: readonly Welcome[];
  readonly commands: readonly ViewCommand[];
  readonly open: (setting: ViewSetting) => OpenView;
}

/** What a view works with. */
interface ViewSetting {
  readonly app: App;
  readonly tree: RowTree;
  readonly onDidChangeProject: Event<void>;
}

/** A view at work. */
interface OpenView {
  /** What its commands do to the rows that they were called on, by the commands' ids. */
  readonly handlers: Readonly<Record<string, (rows: readonly Row[]) => Promise<void>>>;
  readonly dispose: () => void;
}

/** What a view may set of its head. */
export type ViewHead = Pick<TreeView<Row>, 'message' | 'description' | 'badge'>;
