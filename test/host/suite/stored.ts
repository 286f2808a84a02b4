import * as vscode from 'vscode';

/** What is written of an annotation. */
export interface Stored {
  readonly label: string;
  readonly decision: string;
  /** The words that it stands on. */
  readonly exact: string;
  /** In code points from the start of the article; -1 when the text no longer has them. */
  readonly start: number;
  /** The words that name who speaks, of a quotation. */
  readonly speaker: string | undefined;
  /** The full name. */
  readonly canonical: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
  /** The words that its relations lead to, by the relation's name. */
  readonly relations: readonly { readonly type: string; readonly words: string | undefined }[];
}

interface Target {
  readonly selector: readonly { readonly type: string; readonly exact?: string; readonly start?: number }[];
}

interface Line {
  readonly id?: string;
  readonly body?: { readonly value: string };
  readonly target?: Target;
  readonly 'hashiya:decision'?: string;
  readonly 'hashiya:speaker'?: Target;
  readonly 'hashiya:canonical'?: string;
  readonly 'hashiya:attributes'?: Readonly<Record<string, string>>;
  readonly 'hashiya:relations'?: readonly { readonly type: string; readonly target: string }[];
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
  const lines = contents
    .flatMap((bytes) => new TextDecoder().decode(bytes).split('\n'))
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
  const wordsOf = (urn: string) => {
    const target = lines.find(({ id }) => id === urn)?.target;
    return selectorOf(target, 'TextQuoteSelector')?.exact;
  };
  return lines.flatMap(({ body, target, ...line }) =>
    body && target
      ? {
          label: body.value,
          decision: line['hashiya:decision'] ?? 'accepted',
          exact: selectorOf(target, 'TextQuoteSelector')?.exact ?? '',
          start: selectorOf(target, 'TextPositionSelector')?.start ?? -1,
          speaker: selectorOf(line['hashiya:speaker'], 'TextQuoteSelector')?.exact,
          canonical: line['hashiya:canonical'],
          attributes: line['hashiya:attributes'] ?? {},
          relations: (line['hashiya:relations'] ?? []).map((tie) => ({
            type: tie.type,
            words: wordsOf(tie.target),
          })),
        }
      : [],
  );
}

const selectorOf = (target: Target | undefined, type: string) =>
  target?.selector.find((selector) => selector.type === type);

/** What the annotators of an article say of it as a whole, from the first line of their file. */
export async function statusOf(article: vscode.Uri): Promise<string | undefined> {
  const path = vscode.workspace.asRelativePath(article, false);
  const [file] = await vscode.workspace.findFiles(`annotations/*/${path}.jsonl`, null);
  if (!file) return undefined;
  const [header = '{}'] = new TextDecoder().decode(await vscode.workspace.fs.readFile(file)).split('\n');
  return (JSON.parse(header) as { 'hashiya:status'?: string })['hashiya:status'];
}
