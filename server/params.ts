/** What the parameters of a client's messages have to be for this server to make sense of them. */
import {
  ACT_REQUEST,
  ADJUDICATE_REQUEST,
  ADJUDICATION_REQUEST,
  ARTICLE_REQUEST,
  CARRY_OUT_REQUEST,
  CONTESTED_REQUEST,
  EXPORT_REQUEST,
  HISTORY_REQUEST,
  IMPORT_REQUEST,
  OVERVIEW_REQUEST,
  PLAN_REQUEST,
  SAVE_REQUEST,
  SCHEME_REQUEST,
  STATISTICS_REQUEST,
} from './protocol.ts';

/** What is wrong with a value that goes by this name, in a few words; null where nothing is. */
type Form = (value: unknown, name: string) => string | null;

const form =
  (what: string, is: (value: unknown) => boolean): Form =>
  (value, name) =>
    is(value) ? null : `“${name}” must be ${what}`;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = form('a string', (value) => typeof value === 'string');
const flag = form('true or false', (value) => typeof value === 'boolean');
const integer = form('a whole number', Number.isInteger);
/** However large: a position beyond its line or the text counts as their end. */
const natural = form(
  'a whole number from 0 on',
  (value) => Number.isInteger(value) && (value as number) >= 0,
);

const optional =
  (of: Form): Form =>
  (value, name) =>
    value === undefined || value === null ? null : of(value, name);

const list =
  (of: Form): Form =>
  (value, name) =>
    Array.isArray(value)
      ? firstOf(value.map((one, i) => of(one, `${name}[${i}]`)))
      : `“${name}” must be a list`;

const record =
  (fields: Readonly<Record<string, Form>>): Form =>
  (value, name) =>
    isRecord(value)
      ? firstOf(
          Object.entries(fields).map(([key, of]) => of(value[key], name === '' ? key : `${name}.${key}`)),
        )
      : `“${name || 'params'}” must be an object`;

const firstOf = (faults: readonly (string | null)[]): string | null =>
  faults.find((fault) => fault !== null) ?? null;

const position = record({ line: natural, character: natural });
const range = record({ start: position, end: position });
const textDocument = record({ uri: text });
const progress = {
  workDoneToken: optional(form('a string or a number', (v) => ['string', 'number'].includes(typeof v))),
};
const change = record({ kind: text, range: optional(range) });

const inDocument = record({ textDocument });
const atPosition = record({ textDocument, position });
const ofArticle = record({ uri: text });
const ofFolder = record({ folder: text, ...progress });
const ofChange = { uri: text, version: integer, change, ...progress };

/** The messages with parameters that mean nothing unless they have this form. */
const FORMS: Readonly<Record<string, Form>> = {
  initialize: record({
    capabilities: record({}),
    rootUri: optional(text),
    workspaceFolders: optional(list(record({ uri: text }))),
  }),
  'textDocument/didOpen': record({
    textDocument: record({ uri: text, languageId: text, version: integer, text }),
  }),
  'textDocument/didChange': record({
    textDocument: record({ uri: text, version: integer }),
    contentChanges: list(record({ text, range: optional(range) })),
  }),
  'textDocument/didSave': inDocument,
  'textDocument/didClose': inDocument,
  'textDocument/hover': atPosition,
  'textDocument/definition': atPosition,
  'textDocument/documentHighlight': atPosition,
  'textDocument/references': record({
    textDocument,
    position,
    context: record({ includeDeclaration: flag }),
  }),
  'textDocument/documentSymbol': inDocument,
  'textDocument/foldingRange': inDocument,
  'textDocument/selectionRange': record({ textDocument, positions: list(position) }),
  'textDocument/diagnostic': inDocument,
  'textDocument/codeAction': record({
    textDocument,
    range,
    context: record({ diagnostics: list(record({ range })), only: optional(list(text)) }),
  }),
  'workspace/symbol': record({ query: text }),
  'workspace/executeCommand': record({ command: text, arguments: optional(list(() => null)) }),
  'workspace/willRenameFiles': record({ files: list(record({ oldUri: text, newUri: text })) }),
  'workspace/didChangeConfiguration': record({}),
  'workspace/didChangeWatchedFiles': record({ changes: list(record({ uri: text })) }),
  'window/workDoneProgress/cancel': record({}),
  '$/cancelRequest': record({}),
  '$/setTrace': record({ value: text }),
  [ACT_REQUEST]: record({}),
  [ARTICLE_REQUEST]: ofArticle,
  [SAVE_REQUEST]: ofArticle,
  [HISTORY_REQUEST]: ofArticle,
  [SCHEME_REQUEST]: ofArticle,
  [OVERVIEW_REQUEST]: ofFolder,
  [STATISTICS_REQUEST]: ofFolder,
  [CONTESTED_REQUEST]: ofFolder,
  [ADJUDICATION_REQUEST]: ofArticle,
  [ADJUDICATE_REQUEST]: record({ uri: text, id: optional(text), taken: optional(list(text)) }),
  [PLAN_REQUEST]: record(ofChange),
  [CARRY_OUT_REQUEST]: record({ ...ofChange, places: list(text) }),
  [EXPORT_REQUEST]: record({
    folder: text,
    format: text,
    target: text,
    ...progress,
  }),
  [IMPORT_REQUEST]: record({ folder: text, format: text, dataset: text, target: text, ...progress }),
};

/** What is wrong with the parameters of a message, in a sentence; null where nothing is, or nothing is known of it. */
export function faultInParams(method: string, params: unknown): string | null {
  const fault = Object.hasOwn(FORMS, method) ? (FORMS[method]?.(params, '') ?? null) : null;
  return fault === null ? null : `${method}: ${fault}.`;
}
