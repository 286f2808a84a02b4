/**
 * What client and server say to each other beyond the Language Server Protocol 3.17: types and method names alone,
 * the one file that the two share. Positions are LSP positions (lines from 0, UTF-16 code units).
 */
import type { Position, Range } from 'vscode-languageserver-types';

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
    readonly annotation: SeveritySetting;
  };
}

export type SeveritySetting = 'error' | 'warning' | 'information' | 'hint' | 'off';

/**
 * `mark`: the engine suggests it, nobody decided yet; `accepted`: an annotation; `rejected`: a person said no to a
 * mark; `orphan`: an annotation whose words the text no longer has (its range is empty, at the start).
 */
type ItemState = 'mark' | 'accepted' | 'rejected' | 'orphan';

/** A tie to another annotation of the article. */
interface ItemRelation {
  readonly type: string;
  /** The id of the other annotation. */
  readonly to: string;
}

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
  readonly cue: Range | null;
  /** By name of the scheme's attributes. Of a mark: none. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly relations: readonly ItemRelation[];
  /** "" for none. */
  readonly note: string;
  /** Of an annotation: who decided last, and when (an ISO 8601 instant). */
  readonly decided: { readonly by: string; readonly at: string } | null;
  /** The words of an orphan, as they once stood in the text. */
  readonly lost?: string;
}

/** All that the client draws for one article. */
export interface ArticleState {
  readonly uri: string;
  /** Another number for each state: what an ArticleEdit goes on from. */
  readonly serial: number;
  /** The document's version that the ranges belong to. */
  readonly version: number;
  /** Ordered by start. Marks that an annotation covers are not in it. */
  readonly items: readonly ArticleItem[];
  readonly problems: number;
  readonly annotator: string;
  /** Why annotations of this article could not be written, and what to do; null where all are on disk. */
  readonly unsaved: string | null;
  /** How far the annotator has come. */
  readonly status: ArticleStatus;
  /** Of the article as a whole, by name of the scheme's attributes of articles. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** What has become of some lines that follow each other, and of the items that begin in them. */
export interface ChangedLines {
  /** The first of them, as the article was. */
  readonly from: number;
  /** The line behind the last of them, likewise. */
  readonly to: number;
  /** How many lines stand in their place now. */
  readonly lines: number;
  /** How many UTF-16 code units more there are in them than before. */
  readonly units: number;
  /** All items that begin in them now, ordered by start; lines and ids of the article as it is now. */
  readonly items: readonly ArticleItem[];
}

/**
 * What an edit has made of the last state that the client was told, as far as it differs: the rest moves along. A client
 * that has another state than `base` asks for all of it.
 */
export interface ArticleEdit extends Omit<ArticleState, 'items'> {
  /** The serial of the state that it goes on from. */
  readonly base: number;
  /** Ordered by line, apart from each other. */
  readonly changes: readonly ChangedLines[];
  /**
   * The lines that were edited have been read by themselves, and what the whole article says of them and of others is
   * still to come: to be drawn, but nothing to decide on.
   */
  readonly provisional: boolean;
}

export type ArticleStatus = 'new' | 'in-work' | 'done' | 'checked';

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
  /** Tags every occurrence of the words of the range, in whatever spelling and with whatever particles. */
  | { readonly kind: 'tagEverywhere'; readonly range: Range; readonly label: string }
  /** Rejects every mark of the article with the same label and words as this one; `always`: in the project, from now on. */
  | { readonly kind: 'rejectEverywhere'; readonly id: string; readonly always: boolean }
  /** One annotation from the first to the last, with the label of the first. */
  | { readonly kind: 'merge'; readonly ids: readonly string[] }
  /** Two annotations, before and behind a caret. */
  | { readonly kind: 'split'; readonly id: string; readonly at: Position }
  | {
      readonly kind: 'relate' | 'unrelate';
      readonly from: string;
      /** The name of a relation of the scheme, or SAME_ENTITY of core/labels/scheme-parts.ts. */
      readonly type: string;
      readonly to: string;
    }
  /** `value` null takes it away. */
  | {
      readonly kind: 'setAttribute';
      readonly ids: readonly string[];
      readonly name: string;
      readonly value: string | null;
    }
  | { readonly kind: 'setNote'; readonly id: string; readonly note: string }
  /** Gives an entity, or the speaker of a quotation, another full name; `everywhere`: every mention in the article that had it. */
  | { readonly kind: 'rename'; readonly id: string; readonly name: string; readonly everywhere: boolean }
  /** Gives an orphan a new place. */
  | { readonly kind: 'place'; readonly id: string; readonly range: Range }
  /** Puts the edges of annotations where words and graphemes begin and end, without blanks and stray marks. */
  | { readonly kind: 'tidy'; readonly ids: readonly string[] }
  | { readonly kind: 'setStatus'; readonly status: ArticleStatus }
  | { readonly kind: 'setArticleAttribute'; readonly name: string; readonly value: string | null }
  | { readonly kind: 'undo' | 'redo' };

/** What is done in all articles of a project in one step, after a look at the places. */
export type ProjectChange =
  /** As the actions of these kinds, from an item or a range of the article. */
  | { readonly kind: 'acceptEverywhere'; readonly id: string }
  | { readonly kind: 'rejectEverywhere'; readonly id: string }
  | { readonly kind: 'tagEverywhere'; readonly range: Range; readonly label: string }
  | { readonly kind: 'rename'; readonly id: string; readonly name: string }
  /** Gives every annotation with a label another one, of the same family. */
  | { readonly kind: 'relabelAll'; readonly label: string; readonly to: string };

export interface PlanParams {
  /** The article that it starts from; for `relabelAll` the project file will do. */
  readonly uri: string;
  /** The document's version that range and id belong to. */
  readonly version: number;
  readonly change: ProjectChange;
  readonly workDoneToken?: string | number;
}

/** A place that a change would touch. */
export interface PlannedPlace {
  /** Names the place for CarryOutParams. */
  readonly id: string;
  readonly uri: string;
  /** The article's path in the project. */
  readonly path: string;
  readonly range: Range;
  readonly words: string;
  /** The words before and behind, in the same line. */
  readonly before: string;
  readonly behind: string;
  readonly label: string;
}

export interface Plan {
  /** By article, then by place. */
  readonly places: readonly PlannedPlace[];
  /** What could not be read, a sentence each. */
  readonly troubles: readonly string[];
  /** Why there can be no such change; null where there can. */
  readonly refused: string | null;
}

export interface CarryOutParams extends PlanParams {
  /** Ids of the places that were chosen. */
  readonly places: readonly string[];
}

export interface CarryOutResult {
  readonly articles: number;
  readonly changed: number;
  /** What could not be done, a sentence each: places that changed meanwhile, files that cannot be written. */
  readonly troubles: readonly string[];
}

/** One thing that was done to an article's annotations. */
export interface HistoryEntry {
  readonly id: string;
  /** An ISO 8601 instant. */
  readonly at: string;
  readonly by: string;
  /** What was done: the kind of an action, "conflict" where another program's version counted. */
  readonly action: string;
  /** Ids of the annotations that it changed. */
  readonly annotations: readonly string[];
  /** The first of them, as it was before or after. */
  readonly words: string;
  readonly label: string;
  /** Where those words stand now; null where they do not, or are gone. */
  readonly range: Range | null;
  /** Whether it was taken back since. */
  readonly undone: boolean;
}

/** An article of a project as a list shows it. */
export interface ArticleOverview {
  readonly uri: string;
  /** Its path in the project. */
  readonly path: string;
  readonly status: ArticleStatus;
  readonly accepted: number;
  readonly rejected: number;
  /** Marks that nobody has decided on; null where the article is not open and was not looked at yet. */
  readonly left: number | null;
}

export interface ProjectOverview {
  readonly folder: string;
  readonly annotator: string;
  readonly articles: readonly ArticleOverview[];
  readonly troubles: readonly string[];
}

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

/** An attribute of the project's scheme. */
export interface AttributeChoice {
  readonly name: string;
  readonly type: 'choice' | 'text' | 'link';
  readonly title: string;
  readonly description: string;
  readonly values: readonly string[];
  /** Labels and families that it is for; empty: all. */
  readonly labels: readonly string[];
  readonly required: boolean;
  /** Of a link: the page of an id, with {id} in its place; "" for none. */
  readonly url: string;
}

/** A relation of the project's scheme. */
export interface RelationChoice {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Labels and families that it goes out from, and leads to; empty: all. */
  readonly from: readonly string[];
  readonly to: readonly string[];
}

export interface Scheme {
  readonly labels: readonly LabelChoice[];
  readonly attributes: readonly AttributeChoice[];
  readonly relations: readonly RelationChoice[];
  readonly articleAttributes: readonly AttributeChoice[];
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
  /** Whether each sentence is a document. */
  readonly sentences: boolean;
  /** Whether it is split, as hashiya.json says, else 80/10/10 by chance. */
  readonly split: boolean;
  /** Where to: a file, or a folder for formats of several files and for splits. */
  readonly target: string;
  readonly workDoneToken?: string | number;
}

export interface ExportResult {
  readonly files: readonly string[];
  readonly articles: number;
  readonly annotations: number;
  /** How many articles went where; null where it was not split. */
  readonly splits: readonly { readonly name: string; readonly articles: number }[] | null;
  /** What the format could not express or had to change, a sentence each with file and span. */
  readonly losses: readonly string[];
}

export interface ImportParams {
  /** The project's folder. */
  readonly folder: string;
  readonly format: string;
  /** The file or folder that is the dataset. */
  readonly dataset: string;
  readonly isFolder: boolean;
  /** What its spans become: annotations by the annotator of the project, or marks to decide on. */
  readonly target: 'annotations' | 'marks';
  readonly workDoneToken?: string | number;
}

export interface ImportResult {
  /** Articles of the project that the dataset has something on. */
  readonly articles: number;
  readonly taken: number;
  /** Spans that were there already. */
  readonly known: number;
  /** What could not be taken, a sentence each. */
  readonly losses: readonly string[];
}

/** Words of a dispute's context; where they stand elsewhere in the article, the offsets lie outside of it. */
export interface ShownWords {
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** An annotation of one side of a dispute. Offsets are UTF-16 code units of the dispute's `context`. */
export interface ShownAnnotation extends ShownWords {
  readonly label: string;
  readonly title: string;
  /** Of a quotation. */
  readonly speaker: ShownWords | null;
  readonly cue: ShownWords | null;
  readonly canonical: string | null;
}

/** What one annotator has at a place of dispute. */
export interface ShownSide {
  readonly annotator: string;
  /** Ordered by start; empty: nothing is there. */
  readonly annotations: readonly ShownAnnotation[];
  /** Whether they said no to what another has there. */
  readonly rejects: boolean;
}

/** What annotators of an article decided otherwise at one place. */
export interface ShownDispute {
  /** Holds for one version of the text and of the annotations. */
  readonly id: string;
  readonly family: 'entity' | 'quotation' | 'boilerplate';
  /** In what they differ: "only", "label", "edges", "speaker", "cue", "name". */
  readonly kinds: readonly string[];
  /** Counted from 1. */
  readonly line: number;
  readonly range: Range;
  /** The lines that it is in. */
  readonly context: string;
  readonly sides: readonly ShownSide[];
  /** Whose versions stand in the gold layer ([]: neither), "own" for something else; null: nothing is settled. */
  readonly taken: readonly string[] | 'own' | null;
  /** Whether several sides can be kept beside each other. */
  readonly canKeepAll: boolean;
}

/** An article between its annotators. */
export interface AdjudicationState {
  readonly uri: string;
  /** Its path in the project. */
  readonly path: string;
  /** Who has worked on it, but for the gold layer. Fewer than two: there is nothing to settle. */
  readonly annotators: readonly string[];
  readonly disputes: readonly ShownDispute[];
  /** What all agree on: how many annotations, and how many of them the gold layer lacks. */
  readonly agreed: number;
  readonly agreedLeft: number;
}

export interface AdjudicationParams {
  readonly uri: string;
  readonly workDoneToken?: string | number;
}

export interface ContestedParams {
  /** The project's folder. */
  readonly folder: string;
  readonly workDoneToken?: string | number;
}

/** An article that several annotators have worked on. */
export interface ContestedArticle {
  readonly uri: string;
  /** Its path in the project. */
  readonly path: string;
  readonly annotators: readonly string[];
  readonly disputes: number;
  /** How many of them nobody has settled. */
  readonly open: number;
  /** How many annotations all agree on that the gold layer lacks. */
  readonly agreedLeft: number;
}

export interface ContestedResult {
  /** In the order of their paths. */
  readonly articles: readonly ContestedArticle[];
  /** What could not be read, a sentence each. */
  readonly troubles: readonly string[];
}

/** Settles a dispute as these annotators have it (none: nothing is there), or takes over what all agree on. */
export type AdjudicateParams =
  | { readonly uri: string; readonly id: string; readonly taken: readonly string[] }
  | { readonly uri: string; readonly agreed: true };

export interface AdjudicateResult {
  readonly state: AdjudicationState | null;
  /** Why nothing was done, to show; null where it was. */
  readonly refused: string | null;
}

export interface FormatChoice {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The suffix of the file, with its dot; "" for a folder of files. */
  readonly suffix: string;
}

export interface StatisticsParams {
  /** The project's folder. */
  readonly folder: string;
  readonly workDoneToken?: string | number;
}

/** `S` is the ProjectStatistics of core/dataset/statistics/figures.ts. */
export interface StatisticsResult<S> {
  readonly statistics: S;
  /** What could not be read and is not counted, a sentence each. */
  readonly troubles: readonly string[];
}

/** Requests of the client. */
export const ARTICLE_REQUEST = 'hashiya/article'; // { uri } → ArticleState | null
export const ACT_REQUEST = 'hashiya/act'; // ActParams → ActResult
export const SAVE_REQUEST = 'hashiya/save'; // { uri } → SaveResult
export const PLAN_REQUEST = 'hashiya/plan'; // PlanParams → Plan, with progress and cancellation
export const CARRY_OUT_REQUEST = 'hashiya/carryOut'; // CarryOutParams → CarryOutResult, likewise; undone in one step
export const HISTORY_REQUEST = 'hashiya/history'; // { uri } → HistoryEntry[], the latest first
export const OVERVIEW_REQUEST = 'hashiya/overview'; // { folder } → ProjectOverview
export const SCHEME_REQUEST = 'hashiya/scheme'; // { uri } → Scheme
export const FORMATS_REQUEST = 'hashiya/formats'; // → FormatChoice[]
export const IMPORT_REQUEST = 'hashiya/import'; // ImportParams → ImportResult, with progress and cancellation
export const ADJUDICATION_REQUEST = 'hashiya/adjudication'; // AdjudicationParams → AdjudicationState | null where it lies in no project's folder
export const CONTESTED_REQUEST = 'hashiya/contested'; // ContestedParams → ContestedResult, with progress and cancellation
export const ADJUDICATE_REQUEST = 'hashiya/adjudicate'; // AdjudicateParams → AdjudicateResult
export const EXPORT_REQUEST = 'hashiya/export'; // ExportParams → ExportResult, with progress and cancellation
export const STATISTICS_REQUEST = 'hashiya/statistics'; // StatisticsParams → StatisticsResult, likewise

/** Sent by the server whenever marks or annotations of an open article have changed: ArticleState. */
export const ARTICLE_CHANGED = 'hashiya/articleChanged';

/** Sent in its place where little of it has changed: ArticleEdit. At once for the lines that are edited, the rest when typing rests. */
export const ARTICLE_EDITED = 'hashiya/articleEdited';

/** Sent by the server when what was decided in a project has changed, in open articles or others: { folder }. */
export const PROJECT_CHANGED = 'hashiya/projectChanged';

/** Requests of the server where it has no files of its own (web worker): the client answers from workspace.fs. */
export const READ_FILE_REQUEST = 'hashiya/files/read'; // { uri } → base64 | null where there is none
export const WRITE_FILE_REQUEST = 'hashiya/files/write'; // { uri, content: base64 }, by temporary file and rename
export const APPEND_FILE_REQUEST = 'hashiya/files/append'; // { uri, lines: base64 }, behind the lines that are there
export const LIST_FILES_REQUEST = 'hashiya/files/list'; // { folder } → URIs of every file below
