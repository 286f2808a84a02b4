/** The desk of an annotator by chance: articles open in an editor, a server, and what the server acknowledged. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { RenameFile, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { storePath } from '../../core/annotations/store.ts';
import type { Action, ArticleState } from '../../server/protocol.ts';
import type { DEFAULT_SETTINGS } from '../../server/settings.ts';
import type { TestClient } from '../unit/server/connect.ts';
import type { Chance } from './chance.ts';

/** An article as the editor has it. */
export interface Sheet {
  /** Its path in the project. */
  path: string;
  document: TextDocument;
  /** As the disk has it. */
  saved: string;
  /** How long it was when the soak began: what grows much beyond that is cut back. */
  readonly length: number;
  isOpen: boolean;
  /** What undo in the text would send, the latest last. */
  undo: Edit[];
}

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** An annotation in so many words as are compared: they hold wherever the text takes it. */
type Decided = string;

export interface Desk {
  readonly client: TestClient;
  readonly random: Chance;
  readonly folder: string;
  /** Lines to paste. */
  readonly paragraphs: readonly string[];
  readonly sheets: readonly Sheet[];
  settings: typeof DEFAULT_SETTINGS;
  annotator: string;
  /** By annotation file: what the last answer of the server said is decided. */
  readonly acknowledged: Map<string, readonly Decided[]>;
  /** Articles that were changed in one step, which undo and redo in any of them reverse in all. */
  readonly groups: (readonly Sheet[])[];
  /** What went wrong, a sentence each. */
  readonly failures: string[];
  /** How long the server took to answer, in milliseconds, by what was asked. */
  readonly latencies: Map<string, number[]>;
  /** Files that changed since the watcher last told of them, by URI: 1 came, 2 changed, 3 went. */
  readonly watched: Map<string, 1 | 2 | 3>;
}

/** How long an answer may take before the server counts as hanging, in milliseconds. */
const HANGING = 120_000;
/** What a server answers where a request was overtaken or called off. */
const CALLED_OFF = new Set([-32800, -32801, -32802]);
/** So many edits can be undone. */
const MOST_UNDO = 50;

export const uriOf = ({ folder }: Desk, name: string): string => pathToFileURL(path.join(folder, name)).href;
const textOf = (sheet: Sheet): string => sheet.document.getText();

/** An article of the project's folder, not open yet. */
export function sheetOf(folder: string, name: string): Sheet {
  const saved = readFileSync(path.join(folder, name), 'utf8');
  const uri = pathToFileURL(path.join(folder, name)).href;
  const document = TextDocument.create(uri, 'article', 0, saved);
  return { path: name, document, saved, length: saved.length, isOpen: false, undo: [] };
}

/** Awaits an answer, takes its time, and notes a failure where it is an error or does not come. */
export async function timed<T>(desk: Desk, what: string, ask: () => Promise<T>): Promise<T | null> {
  const began = performance.now();
  let alarm: NodeJS.Timeout | undefined;
  try {
    const late = new Promise<never>((_, reject) => {
      alarm = setTimeout(() => reject(new Error(`no answer in ${HANGING / 1000} s`)), HANGING);
    });
    return await Promise.race([ask(), late]);
  } catch (error) {
    const code = (error as { code?: number }).code;
    if (code === undefined || !CALLED_OFF.has(code)) desk.failures.push(`${what}: ${String(error)}`);
    return null;
  } finally {
    clearTimeout(alarm);
    const taken = performance.now() - began;
    desk.latencies.set(what, [...(desk.latencies.get(what) ?? []), taken].slice(-20_000));
  }
}

export async function open(desk: Desk, sheet: Sheet): Promise<void> {
  sheet.document = TextDocument.create(uriOf(desk, sheet.path), 'article', 1, sheet.saved);
  sheet.undo = [];
  sheet.isOpen = true;
  await desk.client.open(sheet.document.uri, sheet.saved, 1);
  await timed(desk, 'open', () => desk.client.diagnostics(sheet.document.uri));
  const state = await stateOf(desk, sheet);
  if (state) compareWithAcknowledged(desk, sheet, state, 'opened');
}

export async function close(desk: Desk, sheet: Sheet): Promise<void> {
  sheet.isOpen = false;
  await desk.client.close(sheet.document.uri);
}

/** Edits the text, as an editor does; what takes it back is remembered unless it is itself such. */
export async function edit(desk: Desk, sheet: Sheet, change: Edit, isUndo = false): Promise<void> {
  const { document } = sheet;
  const was = textOf(sheet).slice(change.start, change.end);
  const range = { start: document.positionAt(change.start), end: document.positionAt(change.end) };
  const version = document.version + 1;
  const after = TextDocument.create(document.uri, 'article', version, document.getText());
  sheet.document = TextDocument.update(after, [{ range, text: change.text }], version);
  await desk.client.change(document.uri, version, { range, text: change.text });
  const back = { start: change.start, end: change.start + change.text.length, text: was };
  if (!isUndo) sheet.undo = [...sheet.undo, back].slice(-MOST_UNDO);
}

export async function save(desk: Desk, sheet: Sheet): Promise<void> {
  sheet.saved = textOf(sheet);
  writeFileSync(path.join(desk.folder, sheet.path), sheet.saved);
  await desk.client.connection.sendNotification('textDocument/didSave', {
    textDocument: { uri: sheet.document.uri },
  });
  desk.watched.set(sheet.document.uri, 2);
}

/** What the server says of an open article now. */
export const stateOf = (desk: Desk, sheet: Sheet): Promise<ArticleState | null> =>
  timed(desk, 'state', () => desk.client.state(sheet.document.uri));

/** The decisions of a state: in an order that does not depend on where they stand. */
const decidedIn = ({ items }: ArticleState): readonly Decided[] =>
  items
    .filter(({ state }) => state !== 'mark')
    .map(({ id, label, canonical, note }) => [id, label, canonical ?? '', note].join(' '))
    .sort();

export const storeOf = (desk: Desk, name: string, annotator = desk.annotator): string =>
  storePath(annotator, name);

/** The same of an annotation file; read here by hand, so that the server's own reading is not what it is held against. */
export function decidedOnDisk(desk: Desk, store: string): readonly Decided[] {
  let content = '';
  try {
    content = readFileSync(path.join(desk.folder, store), 'utf8');
  } catch {
    return [];
  }
  return content
    .split('\n')
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const fields = JSON.parse(line) as Record<string, unknown>;
      const bodies = [fields['body']].flat() as { purpose: string; value: string }[];
      const value = (purpose: string): string => bodies.find((body) => body.purpose === purpose)?.value ?? '';
      return [
        String(fields['id']).replace('urn:uuid:', ''),
        value('tagging'),
        fields['hashiya:canonical'] ?? '',
        value('commenting'),
      ].join(' ');
    })
    .sort();
}

const same = (a: readonly Decided[], b: readonly Decided[]): boolean => a.join('\n') === b.join('\n');

function compareWithAcknowledged(desk: Desk, sheet: Sheet, state: ArticleState, when: string): void {
  const known = desk.acknowledged.get(storeOf(desk, sheet.path)) ?? [];
  if (state.annotator === desk.annotator && !same(known, decidedIn(state)))
    desk.failures.push(
      `${sheet.path}, ${when}: ${decidedIn(state).length} decisions, ${known.length} were acknowledged.`,
    );
}

/**
 * Does something to the annotations of an article, and holds what the server says of it against the disk.
 * @returns the article's state behind it; null where it was refused
 */
export async function act(desk: Desk, sheet: Sheet, action: Action): Promise<ArticleState | null> {
  const result = await timed(desk, action.kind, () =>
    desk.client.act(sheet.document.uri, sheet.document.version, action),
  );
  if (result?.trouble) desk.failures.push(`${sheet.path}, ${action.kind}: ${result.message ?? ''}`);
  const state = await stateOf(desk, sheet);
  if (!state) return null;
  const store = storeOf(desk, sheet.path);
  if (result?.done) {
    desk.acknowledged.set(store, decidedIn(state));
    desk.watched.set(uriOf(desk, store), 2);
  } else compareWithAcknowledged(desk, sheet, state, `${action.kind}, which was refused`);
  if (!same(decidedIn(state), decidedOnDisk(desk, store)))
    desk.failures.push(
      `${sheet.path}, ${action.kind}: the disk has something else than what was acknowledged.`,
    );
  if (action.kind === 'undo' || action.kind === 'redo')
    for (const group of desk.groups) if (group.includes(sheet)) takeNoteOf(desk, group);
  return result?.done ? state : null;
}

/** Of what was done in many articles at once no answer tells all: from now on what the disk has counts as acknowledged. */
export function takeNoteOf(desk: Desk, sheets: readonly Sheet[]): void {
  for (const { path: name } of sheets) {
    const store = storeOf(desk, name);
    desk.watched.set(uriOf(desk, store), 2);
    desk.acknowledged.set(store, decidedOnDisk(desk, store));
  }
}

/** Whether an action, then undo, then redo lead where they should. */
export async function actAndTurn(desk: Desk, sheet: Sheet, action: Action): Promise<void> {
  const before = await stateOf(desk, sheet);
  const after = await act(desk, sheet, action);
  if (!before || !after || same(decidedIn(before), decidedIn(after))) return;
  const undone = await act(desk, sheet, { kind: 'undo' });
  if (!undone || !same(decidedIn(undone), decidedIn(before)))
    desk.failures.push(`${sheet.path}: undo of ${action.kind} leads elsewhere than to what was before.`);
  const redone = await act(desk, sheet, { kind: 'redo' });
  if (!redone || !same(decidedIn(redone), decidedIn(after)))
    desk.failures.push(`${sheet.path}: redo of ${action.kind} leads elsewhere than to what was done.`);
}

/** Renames an article, as an editor does: the server is asked first, what it answers is carried out. */
export async function rename(desk: Desk, sheet: Sheet, to: string): Promise<void> {
  const [oldUri, newUri] = [uriOf(desk, sheet.path), uriOf(desk, to)];
  const answer = await timed(desk, 'rename file', () =>
    desk.client.connection.sendRequest<WorkspaceEdit | null>('workspace/willRenameFiles', {
      files: [{ oldUri, newUri }],
    }),
  );
  const others = (answer?.documentChanges ?? []) as RenameFile[];
  for (const one of [...others, { oldUri, newUri }]) {
    mkdirSync(path.dirname(fileURLToPath(one.newUri)), { recursive: true });
    renameSync(fileURLToPath(one.oldUri), fileURLToPath(one.newUri));
    desk.watched.set(one.oldUri, 3).set(one.newUri, 1);
  }
  const known = [...desk.acknowledged].filter(([store]) => store.endsWith(`/${sheet.path}.jsonl`));
  for (const [store, decided] of known) {
    desk.acknowledged.delete(store);
    desk.acknowledged.set(store.replace(`${sheet.path}.jsonl`, `${to}.jsonl`), decided);
  }
  const wasOpen = sheet.isOpen;
  if (wasOpen) await close(desk, sheet);
  sheet.path = to;
  if (wasOpen) await open(desk, sheet);
}

/** Tells the server of the files that changed, as the watcher of an editor does after a moment. */
export async function tellWatched(desk: Desk): Promise<void> {
  if (desk.watched.size === 0) return;
  const changes = [...desk.watched].map(([uri, type]) => ({ uri, type }));
  desk.watched.clear();
  await desk.client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
}
