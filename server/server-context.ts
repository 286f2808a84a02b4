import { ShowMessageNotification } from 'vscode-languageserver';
import type {
  CancellationToken,
  ClientCapabilities,
  Connection,
  MessageType,
  ServerCapabilities,
} from 'vscode-languageserver';
import type { Articles } from './articles.ts';
import type { Analyses } from './analyses.ts';
import type { EditListener } from './documents.ts';
import type { AnnotationKeeper, AnnotationPlace } from './annotation-keeper.ts';
import type { ImportedMarks } from './imported-marks.ts';
import type { Messages } from './messages/messages.ts';
import type { InitializationOptions } from './protocol.ts';
import type { ProjectNamesKeeper } from './project-names.ts';
import type { Projects } from './projects.ts';
import { withoutLinks } from './quoting.ts';
import type { FolderRecurrence } from './recurrence.ts';
import type { Runtime } from './runtime.ts';
import type { SettingsKeeper } from './settings.ts';

/** What every feature builds on. The parts that the client tells are known once it has said hello. */
export interface Server {
  readonly connection: Connection;
  readonly runtime: Runtime;
  readonly articles: Articles;
  readonly analyses: Analyses;
  readonly imported: ImportedMarks;
  readonly names: ProjectNamesKeeper;
  readonly recurrence: FolderRecurrence;
  readonly keeper: AnnotationKeeper;
  readonly settings: SettingsKeeper;
  readonly projects: Projects;
  /** Where the annotations of an article lie, and who makes them. */
  readonly placeOf: (uri: string) => Promise<AnnotationPlace>;
  readonly client: () => ClientCapabilities;
  readonly options: () => InitializationOptions;
  /** Whether the client is the extension, which knows the requests of protocol.ts. */
  readonly isExtension: () => boolean;
  readonly messages: () => Messages;
  /** The folders that the client works in, as URIs without a slash at their end. */
  readonly folders: () => readonly string[];
  /** Calls back when the marks or annotations of an open article have changed, a moment later. */
  readonly onArticleChanged: (listener: (uri: string) => void) => void;
  /** Calls back with each edit of an open article at once, while the text before it is still known. */
  readonly onEdited: (listener: EditListener) => void;
  /**
   * Resolves when nobody has typed in an article for a moment, at once where nobody does, and when `token` is cancelled:
   * for what is asked behind each key but may come when the typing rests.
   */
  readonly rested: (uri: string, token: CancellationToken) => Promise<void>;
  /** Says that they have, for another reason than an edit: the editor asks for everything anew. */
  readonly articleChanged: (uri: string) => void;
  /** Calls back when the editor should ask for diagnostics anew. */
  readonly onRefresh: (listener: () => void) => void;
  readonly onClosed: (listener: (uri: string) => void) => void;
  /** Calls back with the folder of a project in which an article or what was decided on it has changed. */
  readonly onProjectChanged: (listener: (folder: string) => void) => void;
  /** Files of annotations or marks were written, here or by others: whatever was read of them is read again. */
  readonly storesChanged: (files: readonly string[]) => Promise<void>;
}

/** One feature of the language server protocol: what it tells the client that it can, and its handlers. */
export interface Feature {
  readonly capabilities: (client: ClientCapabilities) => Partial<ServerCapabilities>;
  readonly register: (server: Server) => void;
}

/**
 * A request handler that answers `otherwise` where the real one fails, and says so in the log: a request of the
 * editor's own making (a hover, an outline) must not pop up an error.
 */
export const guarded =
  <P, R>(
    server: Server,
    name: string,
    otherwise: R,
    handle: (params: P, token: CancellationToken) => Promise<R> | R,
  ) =>
  async (params: P, token: CancellationToken): Promise<R> => {
    try {
      return await handle(params, token);
    } catch (error) {
      logError(server.connection, name, error);
      return otherwise;
    }
  };

/** Logs an unexpected error with its stack where the editor shows the server's output. */
export function logError(connection: Connection, name: string, error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  try {
    connection.console.error(`${name}: ${stack}`);
  } catch {
    // The client is gone, and with it everybody who could read this.
  }
}

/** Shows a message to the person at the editor. */
export function say(connection: Connection, type: MessageType, message: string): void {
  Promise.resolve()
    .then(() =>
      connection.sendNotification(ShowMessageNotification.type, { type, message: withoutLinks(message) }),
    )
    .catch(() => {
      // The client is gone, and with it everybody who could read this.
    });
}
