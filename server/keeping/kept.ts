/** What is kept of one article: its annotations as they are here, as the disk has them, and what lies between. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { NO_FACTS } from '../../core/annotations/annotation.ts';
import type { Annotation, ArticleFacts } from '../../core/annotations/annotation.ts';
import { reanchorAnnotations } from '../../core/annotations/reanchor.ts';
import type { StoreProblem } from '../../core/annotations/store.ts';
import { handedOn, NO_JOURNAL } from './journal.ts';
import type { Journal } from './journal.ts';

/** Where the annotations of an article lie. */
export interface AnnotationPlace {
  readonly annotator: string;
  /** URI of the project's folder; null where the article is in none. */
  readonly folder: string | null;
  /** URI of the annotation file; null where there can be none: the article itself is not saved yet. */
  readonly file: string | null;
  /** URI of the history of what was done to them; null likewise. */
  readonly history: string | null;
  /** The article's path in its project, as the file's header names it. */
  readonly source: string;
}

/** What happened to the file, for a person to know. */
export type KeepingTrouble =
  | { readonly code: 'unsaved-article' }
  | { readonly code: 'unreadable'; readonly file: string; readonly reason: string }
  | { readonly code: 'unwritable'; readonly file: string; readonly reason: string }
  /** Another program changed so many annotations at the same time; what was passed over is in the history. */
  | { readonly code: 'conflict'; readonly file: string; readonly count: number }
  /** The annotations are saved, the history of them is not. */
  | { readonly code: 'unwritable-history'; readonly file: string; readonly reason: string }
  | { readonly code: 'newer-schema'; readonly file: string }
  | { readonly code: 'damaged-lines'; readonly file: string; readonly problems: readonly StoreProblem[] }
  /** A file with lines that cannot be read was written anew without them; as it was it lies aside. */
  | { readonly code: 'kept-aside'; readonly file: string; readonly aside: string };

export interface Kept {
  document: TextDocument;
  place: AnnotationPlace | null;
  annotations: readonly Annotation[];
  unreadable: readonly string[];
  /** What the file's header says of the article as a whole. */
  facts: ArticleFacts;
  /** The content of the file as last read or written here; null for no file. */
  onDisk: string | null;
  /** Whether something here is not on disk. */
  unsaved: boolean;
  /** Why the last attempt to write that failed; null where nothing is unsaved. */
  failure: KeepingTrouble | null;
  /** Whether the annotations belong elsewhere by now, but cannot be written to where they were made. */
  isStranded: boolean;
  obstacle: KeepingTrouble | null;
  /** What was done to it, and can be undone. */
  readonly journal: Journal;
  revision: number;
  /** Settled when the file has been read for the first time. */
  ready: Promise<unknown>;
  /** Whatever reads or writes the file waits for what does so already. */
  queue: Promise<unknown>;
}

/** An article of which nothing is known yet. */
const NOTHING_KEPT = {
  place: null,
  annotations: [],
  unreadable: [],
  facts: NO_FACTS,
  onDisk: null,
  unsaved: false,
  failure: null,
  isStranded: false,
  obstacle: null,
  revision: 0,
} satisfies Partial<Kept>;

/** An article that is opened; `left` is what could not be written when it was closed before. */
export const newlyKept = (document: TextDocument, left: Kept | undefined): Kept => ({
  ...NOTHING_KEPT,
  document,
  ...(left && {
    annotations: reanchorAnnotations(left.annotations, document.getText()),
    unreadable: left.unreadable,
    facts: left.facts,
    onDisk: left.onDisk,
    unsaved: true,
    failure: left.failure,
  }),
  journal: left ? handedOn(left.journal) : { ...NO_JOURNAL },
  ready: Promise.resolve(),
  queue: Promise.resolve(),
});

/** Forgets everything that belongs to the place where the annotations were, but for the place itself. */
export function emptied(one: Kept): void {
  const { place, revision, obstacle, isStranded } = one;
  Object.assign(one, NOTHING_KEPT, { place, revision, obstacle, isStranded });
  Object.assign(one.journal, NO_JOURNAL);
}

/** Does something that reads or writes the file of an article, after whatever does so already. */
export function queued<T>(one: Kept, work: () => Promise<T>): Promise<T> {
  const result = one.queue.then(work, work);
  one.queue = result.catch(() => undefined);
  return result;
}
