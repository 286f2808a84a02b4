import * as vscode from 'vscode';

/** What is written of an annotation. */
export interface Stored {
  readonly label: string;
  readonly decision: string;
  /** The words that it stands on. */
  readonly exact: string;
  /** In code points from the start of the article. */
  readonly start: number;
}

interface Line {
  readonly body?: { readonly value: string };
  readonly 'hashiya:decision'?: string;
  readonly target?: {
    readonly selector: readonly { readonly type: string; readonly exact?: string; readonly start?: number }[];
  };
}

/**
 * Reads the annotations of an article from the files beside it, as any other program would.
 * @param article whose annotations are wanted
 */
export async function storedFor(article: vscode.Uri): Promise<Stored[]> {
  const path = vscode.workspace.asRelativePath(article, false);
  const folder = vscode.workspace.getWorkspaceFolder(article);
  if (!folder) throw new Error(`${path} lies outside of the workspace.`);
  const files = await vscode.workspace.findFiles(
    new vscode.RelativePattern(folder, `annotations/*/${path}.jsonl`),
    null,
  );
  const contents = await Promise.all(files.map((file) => vscode.workspace.fs.readFile(file)));
  return contents
    .flatMap((bytes) => new TextDecoder().decode(bytes).split('\n'))
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line)
    .flatMap(({ body, target, ...line }) => {
      const part = (type: string) => target?.selector.find((selector) => selector.type === type);
      if (!body || !target) return [];
      return {
        label: body.value,
        decision: line['hashiya:decision'] ?? 'accepted',
        exact: part('TextQuoteSelector')?.exact ?? '',
        start: part('TextPositionSelector')?.start ?? -1,
      };
    });
}
