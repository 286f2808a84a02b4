/** What the annotator of the soak does, and how often: one list. */
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CancellationTokenSource } from 'vscode-languageserver-protocol';
import { ENTITY_LABELS } from '../../core/labels/entity-labels.ts';
import {
  CARRY_OUT_REQUEST,
  EXPORT_REQUEST,
  HISTORY_REQUEST,
  OVERVIEW_REQUEST,
  PLAN_REQUEST,
  STATISTICS_REQUEST,
} from '../../server/protocol.ts';
import type { Action, ArticleItem, Plan, SeveritySetting } from '../../server/protocol.ts';
import { DEFAULT_SETTINGS } from '../../server/settings.ts';
import {
  act,
  actAndTurn,
  close,
  edit,
  open,
  rename,
  save,
  sheetOf,
  stateOf,
  tellWatched,
  takeNoteOf,
  timed,
  uriOf,
} from './desk.ts';
import type { Desk, Sheet } from './desk.ts';

export interface Gesture {
  readonly name: string;
  /** How often it is done, beside the others. */
  readonly weight: number;
  /** `sheet` is open. */
  readonly run: (desk: Desk, sheet: Sheet) => Promise<unknown>;
}

/** How long the change of the annotator may take, in milliseconds: as long as an answer. */
const HANGING = 120_000;

/** So many articles are open at most. */
const MOST_OPEN = 24;

const someOffset = ({ random }: Desk, { document }: Sheet): number => {
  const text = document.getText();
  const space = text.indexOf(' ', random.below(text.length + 1));
  return space < 0 ? text.length : space;
};

const lineStart = (desk: Desk, sheet: Sheet): number =>
  sheet.document.getText().lastIndexOf('\n', someOffset(desk, sheet)) + 1;

const somePosition = (desk: Desk, sheet: Sheet) => {
  const position = sheet.document.positionAt(someOffset(desk, sheet));
  return { textDocument: { uri: sheet.document.uri }, position };
};

/** A range of one to three words of a line; null where there are none. */
function someWords(desk: Desk, sheet: Sheet) {
  const text = sheet.document.getText();
  const words = [...text.matchAll(/[\p{L}\p{M}]+(?: [\p{L}\p{M}]+){0,2}/gu)];
  const chosen = words[desk.random.below(Math.max(1, words.length))];
  if (!chosen) return null;
  const { document } = sheet;
  return {
    start: document.positionAt(chosen.index),
    end: document.positionAt(chosen.index + chosen[0].length),
  };
}

const request = (desk: Desk, method: string, params: object): Promise<unknown> =>
  timed(desk, method.replace(/^.*\//, ''), () => desk.client.connection.sendRequest(method, params));

const diagnose = (desk: Desk, sheet: Sheet): Promise<unknown> =>
  timed(desk, 'marks after an edit', () => desk.client.diagnostics(sheet.document.uri));

/** Some item of the article as it is now. */
async function someItem(desk: Desk, sheet: Sheet, wanted: (item: ArticleItem) => boolean) {
  const items = (await stateOf(desk, sheet))?.items.filter(wanted) ?? [];
  return items.length > 0 ? desk.random.of(items) : null;
}

const isMark = ({ state }: ArticleItem): boolean => state === 'mark';
const isAccepted = ({ state }: ArticleItem): boolean => state === 'accepted';
const isDecided = ({ state }: ArticleItem): boolean => state !== 'mark';
const isEntity = ({ family }: ArticleItem): boolean => family === 'entity';

/** An action on some item. */
const onItem =
  (wanted: (item: ArticleItem) => boolean, action: (item: ArticleItem, desk: Desk) => Action) =>
  async (desk: Desk, sheet: Sheet): Promise<void> => {
    const item = await someItem(desk, sheet, wanted);
    if (item) await act(desk, sheet, action(item, desk));
  };

async function type(desk: Desk, sheet: Sheet): Promise<void> {
  const words = ` ${desk.random.of(desk.random.of(desk.paragraphs).split(' '))}`;
  const start = someOffset(desk, sheet);
  for (const [n, letter] of [...words].entries()) {
    await edit(desk, sheet, { start: start + n, end: start + n, text: letter });
    if (desk.random.below(3) === 0) await diagnose(desk, sheet);
  }
  await diagnose(desk, sheet);
}

async function erase(desk: Desk, sheet: Sheet): Promise<void> {
  const { length } = sheet.document.getText();
  const start = someOffset(desk, sheet);
  // Texts that have grown are cut back, lest the work grow by the hour.
  const most = length > 1.3 * sheet.length ? length - sheet.length : 20;
  await edit(desk, sheet, { start, end: Math.min(length, start + 1 + desk.random.below(most)), text: '' });
  await diagnose(desk, sheet);
}

async function paste(desk: Desk, sheet: Sheet): Promise<void> {
  if (sheet.document.getText().length > 2 * sheet.length) return erase(desk, sheet);
  const start = lineStart(desk, sheet);
  await edit(desk, sheet, { start, end: start, text: `${desk.random.of(desk.paragraphs)}\n` });
  await diagnose(desk, sheet);
}

async function undoText(desk: Desk, sheet: Sheet): Promise<void> {
  for (let n = 1 + desk.random.below(12); n > 0; n--) {
    const back = sheet.undo.at(-1);
    if (!back) break;
    sheet.undo = sheet.undo.slice(0, -1);
    await edit(desk, sheet, back, true);
  }
  await diagnose(desk, sheet);
}

async function look(desk: Desk, sheet: Sheet): Promise<void> {
  const at = somePosition(desk, sheet);
  const { textDocument, position } = at;
  await request(desk, 'textDocument/hover', at);
  await request(desk, 'textDocument/documentHighlight', at);
  await request(desk, 'textDocument/references', { ...at, context: { includeDeclaration: true } });
  await request(desk, 'textDocument/definition', at);
  await request(desk, 'textDocument/documentSymbol', { textDocument });
  await request(desk, 'textDocument/foldingRange', { textDocument });
  await request(desk, 'textDocument/selectionRange', { textDocument, positions: [position] });
  await request(desk, 'textDocument/codeAction', {
    textDocument,
    range: { start: position, end: position },
    context: { diagnostics: await desk.client.diagnostics(sheet.document.uri) },
  });
}

/** Asks and thinks better of it, while the text goes on. */
async function callOff(desk: Desk, sheet: Sheet): Promise<void> {
  const source = new CancellationTokenSource();
  const { connection } = desk.client;
  const answer = timed(desk, 'called off', () =>
    connection.sendRequest(
      'textDocument/diagnostic',
      { textDocument: { uri: sheet.document.uri } },
      source.token,
    ),
  );
  await paste(desk, sheet);
  source.cancel();
  await answer;
  source.dispose();
}

async function changeSettings(desk: Desk): Promise<void> {
  const severities: readonly SeveritySetting[] = ['hint', 'information', 'warning', 'off'];
  desk.settings = {
    ...DEFAULT_SETTINGS,
    annotator: desk.settings.annotator,
    weakFrom: desk.random.below(10) / 10,
    severity: { ...DEFAULT_SETTINGS.severity, quotation: desk.random.of(severities) },
  };
  await desk.client.configure(desk.settings);
}

/** Somebody else sits down at the desk: from then on their files count. */
async function changeAnnotator(desk: Desk): Promise<void> {
  await tellWatched(desk);
  desk.annotator = desk.annotator === 'salma' ? 'huda' : 'salma';
  desk.settings = { ...desk.settings, annotator: desk.annotator };
  await desk.client.configure(desk.settings);
  for (const sheet of desk.sheets.filter(({ isOpen }) => isOpen)) {
    // One question at a time: a heap of them would hold up all that is asked behind it.
    const stop = performance.now() + HANGING;
    while ((await stateOf(desk, sheet))?.annotator !== desk.annotator) {
      if (performance.now() > stop) {
        desk.failures.push(`${sheet.path} is not ${desk.annotator}'s after ${HANGING / 1000} s.`);
        break;
      }
      await pause(20);
    }
  }
}

const PROJECTS = [
  '{ "include": ["articles/**/*.txt"] }',
  '{ "include": ["articles/**/*.txt"], "labels": { "overlap": true } }',
  '{ "include": ["articles/**/*.txt"], "labels": { "add": [{ "id": "SHIP", "title": "Ship", "family": "entity" }] } }',
  '{ "include": ["articles/**/*.txt"], "attributes": [{ "name": "certainty", "values": ["low", "high"] }] }',
  '{ "include": ["articles/**/*.txt"], "labels": { "add": [',
];

async function changeProject(desk: Desk): Promise<void> {
  const file = 'hashiya.json';
  writeFileSync(path.join(desk.folder, file), `${desk.random.of(PROJECTS)}\n`);
  desk.watched.set(uriOf(desk, file), 2);
  await tellWatched(desk);
}

/** One of the articles comes to another place of the project, be it open or not, with what was decided on it. */
async function renameFile(desk: Desk, sheet: Sheet): Promise<void> {
  const one = desk.random.below(2) === 0 ? sheet : desk.random.of(desk.sheets);
  if (one.isOpen) await save(desk, one);
  const [, number = ''] = /(\d+)/.exec(one.path) ?? [];
  const folder = desk.random.of(['articles', 'articles', 'articles/محليات']);
  await rename(
    desk,
    one,
    `${folder}/${desk.random.of(['خبر', 'مقال', 'تقرير'])}-${number}-${desk.random.below(1000)}.txt`,
  );
  await tellWatched(desk);
}

async function throughoutTheProject(desk: Desk, sheet: Sheet): Promise<void> {
  const item = await someItem(desk, sheet, (one) => isMark(one) && isEntity(one));
  if (!item) return;
  await tellWatched(desk);
  const { uri, version } = sheet.document;
  const change = { kind: 'acceptEverywhere', id: item.id };
  const plan = (await request(desk, PLAN_REQUEST, { uri, version, change })) as Plan | null;
  if (!plan || plan.refused !== null || plan.places.length === 0) return;
  const chosen = plan.places.slice(0, 30);
  await request(desk, CARRY_OUT_REQUEST, { uri, version, change, places: chosen.map(({ id }) => id) });
  const paths = new Set(chosen.map((place) => place.path));
  const group = desk.sheets.filter((one) => paths.has(one.path));
  desk.groups.push(group);
  takeNoteOf(desk, group);
  if (desk.random.below(2) === 0) await act(desk, sheet, { kind: 'undo' });
  await tellWatched(desk);
}

async function exportDataset(desk: Desk, sheet: Sheet): Promise<void> {
  // The dataset is of what is on disk and of what is open; that anything was decided at all is seen to.
  await act(desk, sheet, { kind: 'setStatus', status: 'done' });
  const target = path.join(path.dirname(desk.folder), 'dataset.jsonl');
  await request(desk, EXPORT_REQUEST, {
    folder: uriOf(desk, '.').replace(/\/$/, ''),
    format: 'doccano',
    marks: false,
    boilerplate: true,
    sentences: false,
    split: false,
    target: `file://${encodeURI(target)}`,
  });
  rmSync(target, { force: true });
}

async function tag(desk: Desk, sheet: Sheet): Promise<void> {
  const range = someWords(desk, sheet);
  if (range) await act(desk, sheet, { kind: 'tag', ranges: [range], label: desk.random.of(ENTITY_LABELS) });
}

async function tagAndTurn(desk: Desk, sheet: Sheet): Promise<void> {
  const range = someWords(desk, sheet);
  if (range)
    await actAndTurn(desk, sheet, { kind: 'tag', ranges: [range], label: desk.random.of(ENTITY_LABELS) });
}

async function removeMany(desk: Desk, sheet: Sheet): Promise<void> {
  const items = (await stateOf(desk, sheet))?.items.filter(isDecided) ?? [];
  // What was decided does not grow by the hour either.
  const ids = items.slice(0, items.length > 40 ? items.length - 20 : 1).map(({ id }) => id);
  if (ids.length > 0) await act(desk, sheet, { kind: 'remove', ids });
}

async function goElsewhere(desk: Desk): Promise<void> {
  const opened = desk.sheets.filter(({ isOpen }) => isOpen);
  if (opened.length >= MOST_OPEN) {
    const one = desk.random.of(opened);
    if (desk.random.below(3) > 0) await save(desk, one);
    await close(desk, one);
  }
  const closed = desk.sheets.filter(({ isOpen }) => !isOpen);
  if (closed.length > 0) await open(desk, desk.random.of(closed));
}

/** Closes an article without saving, and opens it again: the disk's text counts. */
async function reopen(desk: Desk, sheet: Sheet): Promise<void> {
  await close(desk, sheet);
  sheet.saved = sheetOf(desk.folder, sheet.path).saved;
  await open(desk, sheet);
}

export const GESTURES: readonly Gesture[] = [
  { name: 'type', weight: 160, run: type },
  { name: 'erase', weight: 80, run: erase },
  { name: 'paste', weight: 40, run: paste },
  { name: 'undo in the text', weight: 50, run: undoText },
  { name: 'look', weight: 60, run: look },
  { name: 'call off', weight: 20, run: callOff },
  { name: 'tag', weight: 60, run: tag },
  { name: 'tag, undo, redo', weight: 30, run: tagAndTurn },
  { name: 'accept', weight: 80, run: onItem(isMark, ({ id }) => ({ kind: 'accept', ids: [id] })) },
  { name: 'reject', weight: 30, run: onItem(isMark, ({ id }) => ({ kind: 'reject', ids: [id] })) },
  {
    name: 'accept everywhere',
    weight: 12,
    run: onItem(isMark, ({ id }) => ({ kind: 'acceptEverywhere', id })),
  },
  {
    name: 'reject everywhere',
    weight: 6,
    run: onItem(
      (one) => isMark(one) && isEntity(one),
      ({ id }, { random }) => ({ kind: 'rejectEverywhere', id, always: random.below(4) === 0 }),
    ),
  },
  {
    name: 'change the label',
    weight: 20,
    run: onItem(
      (one) => isAccepted(one) && isEntity(one),
      ({ id }, { random }) => ({ kind: 'relabel', id, label: random.of(ENTITY_LABELS) }),
    ),
  },
  {
    name: 'change an edge',
    weight: 20,
    run: onItem(isAccepted, ({ id }, { random }) => ({
      kind: 'resize',
      id,
      end: random.of(['start', 'end'] as const),
      by: random.of(['wider', 'narrower'] as const),
    })),
  },
  {
    name: 'note',
    weight: 12,
    run: onItem(isAccepted, ({ id }, { random }) => ({
      kind: 'setNote',
      id,
      note: `ملاحظة ${random.below(100)}`,
    })),
  },
  {
    name: 'name',
    weight: 8,
    run: onItem(
      (one) => isAccepted(one) && isEntity(one),
      ({ id }, { random }) => ({
        kind: 'rename',
        id,
        name: `اسم ${random.below(50)}`,
        everywhere: random.below(2) === 0,
      }),
    ),
  },
  { name: 'tidy', weight: 8, run: onItem(isAccepted, ({ id }) => ({ kind: 'tidy', ids: [id] })) },
  { name: 'remove', weight: 40, run: removeMany },
  { name: 'undo', weight: 40, run: (desk, sheet) => act(desk, sheet, { kind: 'undo' }) },
  { name: 'redo', weight: 25, run: (desk, sheet) => act(desk, sheet, { kind: 'redo' }) },
  { name: 'save', weight: 40, run: save },
  { name: 'go elsewhere', weight: 60, run: goElsewhere },
  { name: 'reopen', weight: 15, run: reopen },
  { name: 'rename a file', weight: 8, run: renameFile },
  { name: 'settings', weight: 4, run: changeSettings },
  { name: 'another annotator', weight: 1, run: changeAnnotator },
  { name: 'project file', weight: 2, run: changeProject },
  { name: 'throughout the project', weight: 1, run: throughoutTheProject },
  {
    name: 'lists',
    weight: 6,
    run: async (desk, sheet) => {
      const folder = uriOf(desk, '.').replace(/\/$/, '');
      await request(desk, OVERVIEW_REQUEST, { folder });
      await request(desk, HISTORY_REQUEST, { uri: sheet.document.uri });
      await request(desk, 'workspace/symbol', { query: 'ال' });
    },
  },
  { name: 'export', weight: 1, run: exportDataset },
  {
    name: 'statistics',
    weight: 1,
    run: (desk) => request(desk, STATISTICS_REQUEST, { folder: uriOf(desk, '.').replace(/\/$/, '') }),
  },
];
