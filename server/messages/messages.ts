import type { Refusal } from '../../core/annotations/actions/refusal.ts';
import type { StoreProblem } from '../../core/annotations/store.ts';
import type { OmittedDetail } from '../../core/formats/write-dataset.ts';
import type { Layer } from '../../core/dataset/document.ts';
import type { Bilingual } from '../../core/labels/problems.ts';
import type { KeepingTrouble } from '../annotation-keeper.ts';

/** Every sentence that the server says to a person. The two languages are the two files beside this one. */
export interface Messages {
  readonly language: 'en' | 'ar';
  /** Headings of a hover. */
  readonly name: string;
  readonly value: string;
  readonly mentions: (count: number, firstLine: number) => string;
  readonly onlyMention: string;
  readonly speaker: string;
  readonly noSpeaker: string;
  /** A person said that there is none. */
  readonly unattributed: string;
  readonly unknownSpeaker: string;
  readonly cue: string;
  readonly note: string;
  /** Relations: before the words of the other end. */
  readonly sameEntity: string;
  readonly relationFrom: (title: string) => string;
  /** Of a rejected mark that shows nowhere in the project. */
  readonly rejectedAlways: string;
  readonly lines: (count: number) => string;
  readonly line: (number: number) => string;
  /** What made a suggestion: its line stands in so many files of the folder. */
  readonly recurrence: (files: number) => string;
  /** What made a mark that was imported from a dataset of this format. */
  readonly imported: (format: string) => string;
  /** What made a mark, and how sure it is (0 to 100); null where nobody said how sure. */
  readonly suggestedBy: (source: string, percent: number | null) => string;
  /** Of a mark that is hardly to be relied on: of ten like it, how many are right. */
  readonly weak: (right: number) => string;
  readonly acceptedBy: (annotator: string, when: string, source: string) => string;
  readonly rejectedBy: (annotator: string, when: string, source: string) => string;
  /** Related places of a diagnostic. */
  readonly firstMention: string;
  readonly partner: string;
  readonly otherAnnotation: string;
  /** Titles of code actions. */
  readonly tidyAll: string;
  readonly accept: (label: string, words: string) => string;
  readonly acceptLines: (label: string, count: number) => string;
  readonly reject: (label: string) => string;
  readonly acceptEverywhere: (name: string) => string;
  readonly relabel: (label: string) => string;
  readonly remove: (label: string, rejected: boolean) => string;
  /** Answers to actions. */
  readonly outdated: string;
  readonly notOpen: string;
  readonly notReady: string;
  readonly failed: (reason: string) => string;
  readonly nothingToUndo: string;
  /** Of an export. */
  readonly noFormat: (id: string) => string;
  readonly nothingToExport: (annotator: string) => string;
  /** `reason` null: it is in another encoding than Unicode. */
  readonly unreadArticle: (path: string, reason: string | null) => string;
  /** Spans that nobody decided on, in a format that cannot say so. */
  readonly untoldSilver: (count: number) => string;
  /** What is wrong with an annotation file that was exported. */
  readonly damagedFile: (path: string, problems: readonly StoreProblem[]) => string;
  readonly omittedLayer: (layer: Layer, count: number) => string;
  readonly omittedDetail: (detail: OmittedDetail, count: number) => string;
  /** A file of a dataset would be an article of the project, or one of the program's own. */
  readonly datasetInProject: (path: string) => string;
  /** An article went with its near-duplicates to another split. */
  readonly movedArticle: (file: string, from: string, to: string) => string;
  /** Two articles that report the same statement are in two splits. */
  readonly relatedAcross: (a: string, b: string) => string;
  readonly nothingToImport: (format: string) => string;
  /** A file of annotations has lines that cannot be read, so that nothing was imported into it. */
  readonly notMended: (path: string) => string;
  /** The dispute that was to be settled is there no longer. */
  readonly disputeGone: string;
  readonly undone: string;
  /** Of a change of a whole project: so many places of an article are not what they were when it was planned. */
  readonly placesGone: (path: string, count: number) => string;
  /** It was cancelled before so many articles. */
  readonly stopped: (articlesLeft: number) => string;
  readonly nothingToRedo: string;
  readonly redone: string;
  readonly changed: (count: number) => string;
  readonly refusal: (refusal: Refusal) => string;
  /** What went wrong with the file of the annotations, and what to do. */
  readonly trouble: (trouble: KeepingTrouble) => string;
}

/** One of the two languages' texts. */
export const said = (text: Bilingual, messages: Messages): string => text[messages.language];
