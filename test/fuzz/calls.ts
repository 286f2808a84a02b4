/** Everything that a client may ask of the server, as it is right, to be spoilt. */
import * as protocol from '../../server/protocol.ts';

interface Place {
  readonly uri: string;
  readonly folder: string;
  readonly version: number;
  readonly line: number;
  readonly character: number;
}

const at = ({ line, character }: Place) => ({ line, character });
const range = (place: Place) => ({
  start: at(place),
  end: { line: place.line, character: place.character + 4 },
});
const inDocument = ({ uri }: Place) => ({ textDocument: { uri } });
const atPosition = (place: Place) => ({ ...inDocument(place), position: at(place) });
const act = (place: Place, action: (place: Place) => protocol.Action) => ({
  uri: place.uri,
  version: place.version,
  action: action(place),
});

/** Requests with the parameters that they take. */
export const REQUESTS: Readonly<Record<string, (place: Place) => unknown>> = {
  'textDocument/hover': atPosition,
  'textDocument/definition': atPosition,
  'textDocument/documentHighlight': atPosition,
  'textDocument/references': (place) => ({ ...atPosition(place), context: { includeDeclaration: true } }),
  'textDocument/documentSymbol': inDocument,
  'textDocument/foldingRange': inDocument,
  'textDocument/selectionRange': (place) => ({ ...inDocument(place), positions: [at(place), at(place)] }),
  'textDocument/diagnostic': (place) => ({ ...inDocument(place), previousResultId: '1.0' }),
  'textDocument/codeAction': (place) => ({
    ...inDocument(place),
    range: range(place),
    context: {
      diagnostics: [
        { range: range(place), message: '', data: { version: place.version, ids: [], code: '' } },
      ],
      only: ['source.fixAll'],
    },
  }),
  'workspace/symbol': () => ({ query: 'بوتين' }),
  'workspace/executeCommand': (place) => ({
    command: 'hashiya.act',
    arguments: [act(place, () => ({ kind: 'tag', ranges: [range(place)], label: 'PER' }))],
  }),
  'workspace/willRenameFiles': ({ uri }) => ({ files: [{ oldUri: uri, newUri: `${uri}.new` }] }),
  [protocol.ACT_REQUEST]: (place) =>
    act(place, () => ({ kind: 'tagEverywhere', range: range(place), label: 'GPE' })),
  [protocol.ARTICLE_REQUEST]: ({ uri }) => ({ uri }),
  [protocol.SAVE_REQUEST]: ({ uri }) => ({ uri }),
  [protocol.HISTORY_REQUEST]: ({ uri }) => ({ uri }),
  [protocol.SCHEME_REQUEST]: ({ uri }) => ({ uri }),
  [protocol.OVERVIEW_REQUEST]: ({ folder }) => ({ folder }),
  [protocol.FORMATS_REQUEST]: () => ({}),
  [protocol.STATISTICS_REQUEST]: ({ folder }) => ({ folder, workDoneToken: 1 }),
  [protocol.CONTESTED_REQUEST]: ({ folder }) => ({ folder, workDoneToken: 'a' }),
  [protocol.ADJUDICATION_REQUEST]: ({ uri }) => ({ uri }),
  [protocol.ADJUDICATE_REQUEST]: ({ uri }) => ({ uri, agreed: true }),
  [protocol.PLAN_REQUEST]: (place) => ({
    uri: place.uri,
    version: place.version,
    change: { kind: 'tagEverywhere', range: range(place), label: 'PER' },
  }),
  [protocol.CARRY_OUT_REQUEST]: (place) => ({
    uri: place.uri,
    version: place.version,
    change: { kind: 'relabelAll', label: 'GPE', to: 'LOC' },
    places: [],
  }),
  [protocol.EXPORT_REQUEST]: ({ folder }) => ({
    folder,
    format: 'conll',
    marks: true,
    boilerplate: true,
    sentences: true,
    split: true,
    target: `${folder}-dataset.conll`,
  }),
  [protocol.IMPORT_REQUEST]: ({ folder }) => ({
    folder,
    format: 'conll',
    dataset: `${folder}-dataset.conll`,
    isFolder: false,
    target: 'marks',
  }),
};

/** Notifications likewise. */
export const NOTIFICATIONS: Readonly<Record<string, (place: Place) => unknown>> = {
  initialized: () => ({}),
  'textDocument/didOpen': ({ uri, version }) => ({
    textDocument: { uri, languageId: 'article', version, text: 'قال بوتين في موسكو: "نعم".\nإعلان' },
  }),
  'textDocument/didChange': (place) => ({
    textDocument: { uri: place.uri, version: place.version },
    contentChanges: [{ range: range(place), text: 'كيم ' }, { text: 'زار بوتين موسكو أمس.' }],
  }),
  'textDocument/didSave': inDocument,
  'textDocument/didClose': inDocument,
  'workspace/didChangeConfiguration': () => ({ settings: { hashiya: { annotator: 'huda' } } }),
  'workspace/didChangeWatchedFiles': ({ uri, folder }) => ({
    changes: [
      { uri, type: 2 },
      { uri: `${folder}/hashiya.json`, type: 1 },
      { uri: `${folder}/annotations/salma/a.txt.jsonl`, type: 3 },
    ],
  }),
  '$/cancelRequest': () => ({ id: 1 }),
  '$/setTrace': () => ({ value: 'verbose' }),
  'window/workDoneProgress/cancel': () => ({ token: 1 }),
};
