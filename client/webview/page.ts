import { Uri, window, type ViewColumn, type WebviewPanel } from 'vscode';
import type { App } from '../app.ts';
import { language } from '../language.ts';
import { pageHtml } from './html.ts';
import { showError } from '../notices.ts';

export interface PageContent<FromPage> {
  /** Names the page's script and style in dist/, and its main element. */
  readonly id: string;
  readonly title: string;
  /** What the page says; what goes wrong in it is logged and shown. */
  readonly receive: (message: FromPage) => Promise<void> | void;
}

/** The id names the kind of its panel too. */
export interface PageSpec<FromPage> extends PageContent<FromPage> {
  readonly column: ViewColumn;
}

/** Opens a page in a tab of the editor. It says "ready" when it wants to be told what to show. */
export function openPage<FromPage>(app: App, spec: PageSpec<FromPage>): WebviewPanel {
  // Kept while another tab is in front: who comes back from an article finds the page where they left it.
  const kept = { retainContextWhenHidden: true };
  const panel = window.createWebviewPanel(`hashiya.${spec.id}`, spec.title, spec.column, kept);
  // The extension's own end closes it too, so that no panel outlives its server.
  app.context.subscriptions.push(panel);
  fillPage(app, panel, spec);
  return panel;
}

/** Sets a page into a panel that is there. */
export function fillPage<FromPage>(
  { context, output }: App,
  panel: WebviewPanel,
  { id, title, receive }: PageContent<FromPage>,
): void {
  const dist = Uri.joinPath(context.extensionUri, 'dist');
  const { webview } = panel;
  webview.options = { enableScripts: true, enableCommandUris: false, localResourceRoots: [dist] };
  const asked = (name: string): string => webview.asWebviewUri(Uri.joinPath(dist, name)).toString();
  const listener = webview.onDidReceiveMessage(async (message: FromPage) => {
    try {
      await receive(message);
    } catch (error) {
      output.error(`${id}: ${String(error)}`);
      void showError(error instanceof Error ? error.message : String(error));
    }
  });
  panel.onDidDispose(() => listener.dispose());
  webview.html = pageHtml({
    id,
    script: asked(`${id}.js`),
    style: asked(`${id}.css`),
    source: webview.cspSource,
    nonce: crypto.randomUUID().replaceAll('-', ''),
    language: language(),
    title,
  });
}
