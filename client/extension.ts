/** The extension where VS Code runs on Node: the server is a process of its own. */
import { userInfo } from 'node:os';
import path from 'node:path';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { ExtensionContext } from 'vscode';
import { activateOn, type Platform } from './activate.ts';

const node: Platform = {
  createClient(context, options) {
    // A Node from 22 on keeps there what it compiled, and starts the server sooner the next time; an older one does not look.
    const compiled = path.join(context.globalStorageUri.fsPath, 'compiled');
    const server = {
      module: context.asAbsolutePath('dist/server.cjs'),
      transport: TransportKind.ipc,
      options: { env: { NODE_COMPILE_CACHE: compiled } },
    };
    return new LanguageClient('hashiya', 'Hashiya', { run: server, debug: server }, options);
  },
  annotator: accountName(),
};

/** Some containers have no account for the process. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

let client: BaseLanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  client = await activateOn(node, context);
}

export const deactivate = (): Promise<void> | undefined => client?.stop();
