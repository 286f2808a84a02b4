/**
 * What client and server say to each other beyond the Language Server Protocol 3.17: types and method names alone,
 * the one file that the two share. Positions are LSP positions (lines from 0, UTF-16 code units).
 */
import type { Range } from 'vscode-languageserver-types';

/** Sent by the client with `initialize`. */
export interface InitializationOptions {
  /** URI of the folder of documentation pages that diagnostics link to, with a slash at its end. */
  readonly docs: string;
  /** The language that messages and hovers are written in: the editor's. */
  readonly language: 'en' | 'ar';
  /** Who annotates where neither the project nor the settings say: the name of the account. */
  readonly annotator: string;
  /** URI of lexicon.bin, for a server that runs as a web worker; it reads it by READ_FILE_REQUEST. */
  readonly lexicon?: string;
  /** URI of weights.bin, likewise. */
  readonly weights?: string;
}

/** The settings section "hashiya", as the client sends it and as the server asks for it by resource. */
export interface Settings {
  /** Overrides the project's; "" for none. */
  readonly annotator: string;
  /** Weak suggestions are shown that are at least so sure, from 0 to 1. */
  readonly weakFrom: number;
  readonly severity: {
    readonly entity: SeveritySetting;
    readonly quotation: SeveritySetting;
    readonly boilerplate: SeveritySetting;
    readonly problem: SeveritySetting;
  };
}

export type SeveritySetting = 'error' | 'warning' | 'information' | 'hint' | 'off';

/**
 * `mark`: the engine suggests it, nobody decided yet; `accepted`: an annotation; `rejected`: a person said no to a
 * mark; `orphan`: an annotation whose words the text no longer has (its range is empty, at the start).
 */
type ItemState = 'mark' | 'accepted' | 'rejected' | 'orphan';

/** A mark or an annotation as the client shows it. */
export interface ArticleItem {
  /** An annotation's id, or a name for the mark that holds for this version of the document. */
  readonly id: string;
  readonly family: 'entity' | 'quotation' | 'boilerplate';
  /** The entity label, quotation kind or line class. */
  readonly label: string;
  readonly state: ItemState;
  /** Of a mark: the engine is not sure of it. */
  readonly weak?: true;
  readonly range: Range;
  readonly canonical: string | null;
  readonly speaker: Range | null;
  /** The words of an orphan, as they once stood in the text. */
  readonly lost?: string;
}

/** All that the client draws for one article. */
export interface ArticleState {
  readonly uri: string;
  /** The document's version that the ranges belong to. */
  readonly version: number;
  /** Ordered by start. Marks that an annotation covers are not in it. */
  readonly items: readonly ArticleItem[];
  readonly problems: number;
  readonly annotator: string;
  /** Why annotations of this article could not be written, and what to do; null where all are on disk. */
  readonly unsaved: string | null;
}

/** What a person does to the annotations of an article. Ranges may be empty: a caret; the server then takes the word. */
export type Action =
  /** Several ranges are tagged in one step. */
  | { readonly kind: 'tag'; readonly ranges: readonly Range[]; readonly label: string }
  | { readonly kind: 'accept' | 'reject' | 'remove'; readonly ids: readonly string[] }
  /** Accepts every mark of the article with the same label and name as this one. */
  | { readonly kind: 'acceptEverywhere'; readonly id: string }
  | { readonly kind: 'relabel'; readonly id: string; readonly label: string }
  | {
      readonly kind: 'resize';
      readonly id: string;
      readonly end: 'start' | 'end';
      readonly by: 'wider' | 'narrower';
    }
  /** `range` null: the quotation has no speaker. */
  | { readonly kind: 'setSpeaker'; readonly id: string; readonly range: Range | null }
  | { readonly kind: 'undo' };

export interface ActParams {
  readonly uri: string;
  /** The version of the document that the ranges and ids belong to; an action on an outdated one is refused. */
  readonly version: number;
  readonly action: Action;
}

export interface ActResult {
  readonly done: boolean;
  /** To show, in the editor's language: why nothing was done, or what was. */
  readonly message: string | null;
  /** Where the item now stands, so that the caret can follow it. */
  readonly range: Range | null;
  /** Whether the message tells of annotations that cannot be read or written, which nobody must miss. */
  readonly trouble: boolean;
}

/** What came of writing an article's annotations once more. */
export interface SaveResult {
  /** Why they are still not on disk, and what to do; null where all are. */
  readonly unsaved: string | null;
}

/** A label to pick from. */
export interface LabelChoice {
  readonly family: 'entity' | 'quotation' | 'boilerplate';
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The key that tags with it after the tag key, "" if none. */
  readonly key: string;
  /** The colour that the project gives it, as #rrggbb; absent where it has the theme's. */
  readonly colour?: string;
}

export interface Scheme {
  readonly labels: readonly LabelChoice[];
  readonly annotator: string;
  /** The URI of the project file, or null where the article belongs to no project. */
  readonly project: string | null;
  /** Whether that project counts the file among its articles. */
  readonly included: boolean;
}

export interface ExportParams {
  /** The project's folder. */
  readonly folder: string;
  readonly format: string;
  /** Whether marks that nobody decided are exported too, flagged as such where the format can say it. */
  readonly marks: boolean;
  /** Whether boilerplate is kept. */
  readonly boilerplate: boolean;
  /** Where to: a file, or a folder for formats of several files. */
  readonly target: string;
  readonly workDoneToken?: string | number;
}

export interface ExportResult {
  readonly files: readonly string[];
  readonly articles: number;
  readonly annotations: number;
  /** What the format could not express or had to change, a sentence each with file and span. */
  readonly losses: readonly string[];
}

export interface FormatChoice {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The suffix of the file, with its dot; "" for a folder of files. */
  readonly suffix: string;
}

/** Requests of the client. */
export const ARTICLE_REQUEST = 'hashiya/article'; // { uri } → ArticleState | null
export const ACT_REQUEST = 'hashiya/act'; // ActParams → ActResult
export const SAVE_REQUEST = 'hashiya/save'; // { uri } → SaveResult
export const SCHEME_REQUEST = 'hashiya/scheme'; // { uri } → Scheme
export const FORMATS_REQUEST = 'hashiya/formats'; // → FormatChoice[]
export const EXPORT_REQUEST = 'hashiya/export'; // ExportParams → ExportResult, with progress and cancellation

/** Sent by the server whenever marks or annotations of an open article have changed: ArticleState. */
export const ARTICLE_CHANGED = 'hashiya/articleChanged';

/** Requests of the server where it has no files of its own (web worker): the client answers from workspace.fs. */
export const READ_FILE_REQUEST = 'hashiya/files/read'; // { uri } → base64 | null where there is none
export const WRITE_FILE_REQUEST = 'hashiya/files/write'; // { uri, content: base64 }, by temporary file and rename
export const LIST_FILES_REQUEST = 'hashiya/files/list'; // { folder } → URIs of every file below
