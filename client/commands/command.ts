import type { App } from '../app.ts';
import type { Bilingual } from '../settings.ts';

/** A command of the extension. The manifest, the README and both languages of the palette are made from it. */
export interface Command {
  /** Stands behind "hashiya.". */
  readonly id: string;
  readonly title: Bilingual;
  /** The name of one of VS Code's product icons. */
  readonly icon?: string;
  /**
   * Its key on Linux and Windows; on a Mac, Alt with a letter, with Backspace or in a chord becomes Option with Command,
   * for there Option alone writes letters. "alt+a" first: the rest of the chord.
   */
  readonly key?: string;
  /** A further condition for the key alone. */
  readonly keyWhen?: string;
  /** A key in the reading view alone, where Ctrl is Command on a Mac. */
  readonly readerKey?: string;
  /** Whether it has a button above the editor. */
  readonly inTitle?: boolean;
  /** Where it stands in the editor's context menu: "1_decide", "2_tag", "3_shape". */
  readonly menu?: string;
  /** Also where no article is open; such a command waits for no other. */
  readonly anywhere?: boolean;
  /** Not in the command palette: its key gives it what it needs. */
  readonly hidden?: boolean;
  /** @param argument what a key binding of the manifest passes */
  readonly run: (app: App, argument?: unknown) => Promise<void>;
}
