/**
 * The annotations of the open articles: read when an article opens, carried along its edits, written at each action.
 * What cannot be written stays in memory and is tried again; what others wrote meanwhile is merged, never overwritten.
 */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Annotation } from '../core/annotations/annotation.ts';
import { carryAnnotations, refreshAnchors } from '../core/annotations/carry.ts';
import type { TextEdit } from '../core/annotations/carry.ts';
import { mergeAnnotations } from '../core/annotations/merge.ts';
import { reanchorAnnotations } from '../core/annotations/reanchor.ts';
import { parseStore, serialiseStore } from '../core/annotations/store.ts';
import type { StoreProblem } from '../core/annotations/store.ts';
import { decodeUtf8, reasonOf } from './files.ts';
import type { FileAccess } from './files.ts';
import { sameSpelling } from './uris.ts';

/** Where the annotations of an article lie. */
export interface AnnotationPlace {
  readonly annotator: string;
  /** URI of the annotation file; null where there can be none: the article itself is not saved yet. */
  readonly file: string | null;
  /** The article's path in its project, as the file's header names it. */
  readonly source: string;
}

/** What happened to the file, for a person to know. */
export type KeepingTrouble =
  | { readonly code: 'unsaved-article' }
  | { readonly code: 'unreadable'; readonly file: string; readonly reason: string }
  | { readonly code: 'unwritable'; readonly file: string; readonly reason: string }
  | { readonly code: 'newer-schema'; readonly file: string }
  | { readonly code: 'damaged-lines'; readonly file: string; readonly problems: readonly StoreProblem[] };

interface KeptAnnotations {
  /** By position in the text as it is now. */
  readonly annotations: readonly Annotation[];
  readonly annotator: string;
  /** Grows with each change that is none of the text. */
  readonly revision: number;
  /** Why what is here could not be written, since the last attempt failed; null if it is on disk or being written. */
  readonly unsaved: KeepingTrouble | null;
}

export interface AnnotationKeeper {
  /** Begins to read the annotations of an article that was opened. */
  readonly open: (document: TextDocument) => void;
  /** Carries the annotations along edits. */
  readonly edit: (edits: readonly TextEdit[], after: TextDocument) => void;
  /** Forgets an article, unless something of it could not be written yet. */
  readonly close: (uri: string) => Promise<void>;
  /** Resolves when the article's annotations have been read. Never rejects. */
  readonly loaded: (uri: string) => Promise<void>;
  readonly of: (uri: string) => KeptAnnotations | undefined;
  /** Puts new annotations in the place of the old and writes them. Resolves to what went wrong, null if nothing. */
  readonly replace: (uri: string, annotations: readonly Annotation[]) => Promise<KeepingTrouble | null>;
  /** Takes back the last replacement; false if there is none. Later changes of other annotations stay. */
  readonly undo: (uri: string) => Promise<KeepingTrouble | boolean>;
  /** Why nothing may be changed now: the file could not be read, or must not be written. Null if all is well. */
  readonly obstacle: (uri: string) => Promise<KeepingTrouble | null>;
  /** Writes what is not on disk as it is here: positions after edits that were saved, what failed before. */
  readonly flush: (uri: string) => Promise<KeepingTrouble | null>;
  /** Files have changed: reads those again that are ours. Resolves to the articles concerned. */
  readonly filesChanged: (files: readonly string[]) => Promise<readonly string[]>;
  /**
   * Another annotator or project: reads everything anew. Resolves to the articles concerned. What cannot be written
   * to where it belongs keeps its article there, until the next action finds that it can.
   */
  readonly placesChanged: () => Promise<readonly string[]>;
}

interface Step {
  readonly before: readonly Annotation[];
  readonly after: readonly Annotation[];
}

interface Kept {
  document: TextDocument;
  place: AnnotationPlace | null;
  annotations: readonly Annotation[];
  unreadable: readonly string[];
  /** The content of the file as last read or written here; null for no file. */
  onDisk: string | null;
  /** Whether something here is not on disk. */
  unsaved: boolean;
  /** Why the last attempt to write that failed; null where nothing is unsaved. */
  failure: KeepingTrouble | null;
  /** Whether the annotations belong elsewhere by now, but cannot be written to where they were made. */
  isStranded: boolean;
  obstacle: KeepingTrouble | null;
  /** What can be undone: of each step the annotations that it changed, carried along edits like all others. */
  steps: Step[];
  revision: number;
  /** Settled when the file has been read for the first time. */
  ready: Promise<unknown>;
  /** Whatever reads or writes the file waits for what does so already. */
  queue: Promise<unknown>;
}

/** How many actions can be undone. */
const MOST_STEPS = 100;

/**
 * Keeps annotations by these files. `placeOf` tells where those of an article lie; `tool` names the program's version;
 * `unsavedChanged` hears when annotations of an open article could not be written, and when they are after all.
 */
export function createAnnotationKeeper(
  files: FileAccess,
  placeOf: (uri: string) => Promise<AnnotationPlace>,
  tool: string,
  trouble: (uri: string, trouble: KeepingTrouble) => void,
  unsavedChanged: (uri: string) => void,
): AnnotationKeeper {
  const kept = new Map<string, Kept>();
  /** Articles that were closed before their annotations could be written. */
  const leftOver = new Map<string, Kept>();

  const queued = <T>(one: Kept, work: () => Promise<T>): Promise<T> => {
    const result = one.queue.then(work, work);
    one.queue = result.catch(() => undefined);
    return result;
  };

  const read = async (one: Kept): Promise<void> => {
    const { uri } = one.document;
    const place = await placeOf(uri);
    one.place = place;
    one.obstacle = null;
    if (place.file === null) return;
    try {
      const content = await readText(files, place.file);
      takeFrom(one, content);
    } catch (error) {
      one.obstacle = { code: 'unreadable', file: place.file, reason: reasonOf(error) };
      trouble(uri, one.obstacle);
    }
  };

  /** Merges what the file has with what is here. Everything happens at once, for the text as it is now. */
  const takeFrom = (one: Kept, content: string | null): void => {
    const text = one.document.getText();
    const stored = parseStore(content ?? '', text);
    const file = one.place?.file ?? '';
    if (!stored.writable) one.obstacle = { code: 'newer-schema', file };
    if (stored.problems.length > 0 && content !== one.onDisk)
      trouble(one.document.uri, one.obstacle ?? { code: 'damaged-lines', file, problems: stored.problems });
    // Quotes and contexts of all three as the text has them now, so that only decisions count as differences.
    const [base, ours, theirs] = [
      parseStore(one.onDisk ?? '', text).annotations,
      one.annotations,
      stored.annotations,
    ].map((side) => refreshAnchors(side, text)) as [Annotation[], Annotation[], Annotation[]];
    const merged = mergeAnnotations(base, ours, theirs);
    one.annotations = merged.annotations;
    one.unreadable = stored.unreadable;
    one.onDisk = content;
    one.revision++;
  };

  const write = async (one: Kept): Promise<KeepingTrouble | null> => {
    const { place } = one;
    if (!place) return null;
    if (place.file === null) return { code: 'unsaved-article' };
    if (one.obstacle) return one.obstacle;
    try {
      const content = await readText(files, place.file);
      if (content !== one.onDisk) takeFrom(one, content);
      // takeFrom may have found that the file must not be written.
      const found = one.obstacle as KeepingTrouble | null;
      if (found) return found;
      const text = one.document.getText();
      const annotations = refreshAnchors(one.annotations, text);
      if (annotations.length + one.unreadable.length === 0 && content === null) {
        one.unsaved = false;
        return null;
      }
      const next = serialiseStore(text, place.source, tool, annotations, one.unreadable);
      const written = one.annotations;
      if (next !== content) await files.writeAtomically(place.file, encodeText(next));
      one.onDisk = next;
      // What was changed while the file was being written is written by the next in the queue.
      if (one.annotations === written) one.unsaved = false;
      return null;
    } catch (error) {
      return { code: 'unwritable', file: place.file, reason: reasonOf(error) };
    }
  };

  const flush = (one: Kept): Promise<KeepingTrouble | null> =>
    queued(one, async () => {
      const result = await write(one);
      const failure = one.unsaved ? result : null;
      const isNews = JSON.stringify(failure) !== JSON.stringify(one.failure);
      one.failure = failure;
      const { uri } = one.document;
      if (isNews && kept.get(uri) === one) unsavedChanged(uri);
      return result;
    });

  /** Goes over to the place where the annotations belong by now, unless those that are here would be lost by it. */
  const move = async (
    uri: string,
    one: Kept,
  ): Promise<{ readonly isMoved: boolean; readonly trouble: KeepingTrouble | null }> => {
    const place = await placeOf(uri);
    one.isStranded = false;
    if (place.file === one.place?.file && place.annotator === one.place?.annotator)
      return { isMoved: false, trouble: null };
    const failure = await flush(one);
    if (failure && one.unsaved) {
      one.isStranded = true;
      return { isMoved: false, trouble: failure };
    }
    Object.assign(one, {
      annotations: [],
      unreadable: [],
      onDisk: null,
      unsaved: false,
      failure: null,
      steps: [],
    });
    one.ready = readAgain(one);
    await one.ready;
    return { isMoved: true, trouble: null };
  };

  /** Never rejects, so that nobody who waits for it is let down. */
  const readAgain = (one: Kept): Promise<void> =>
    queued(one, () => read(one)).catch((error: unknown) => {
      one.obstacle = {
        code: 'unreadable',
        file: one.place?.file ?? one.document.uri,
        reason: reasonOf(error),
      };
      trouble(one.document.uri, one.obstacle);
    });

  return {
    open(document) {
      const left = leftOver.get(document.uri);
      leftOver.delete(document.uri);
      const one: Kept = {
        document,
        place: null,
        annotations: left ? reanchorAnnotations(left.annotations, document.getText()) : [],
        unreadable: left?.unreadable ?? [],
        onDisk: left?.onDisk ?? null,
        unsaved: left !== undefined,
        failure: left?.failure ?? null,
        isStranded: false,
        obstacle: null,
        steps: [],
        revision: 0,
        ready: Promise.resolve(),
        queue: Promise.resolve(),
      };
      kept.set(document.uri, one);
      one.ready = readAgain(one);
    },

    edit(edits, after) {
      const one = kept.get(after.uri);
      if (!one) return;
      const text = after.getText();
      one.document = after;
      one.annotations = carryAnnotations(one.annotations, edits, text);
      one.steps = one.steps.map((step) => ({
        before: carryAnnotations(step.before, edits, text),
        after: carryAnnotations(step.after, edits, text),
      }));
    },

    async close(uri) {
      const one = kept.get(uri);
      if (!one) return;
      kept.delete(uri);
      // At once, so that an article that is opened again before the write has ended finds it.
      if (one.unsaved) leftOver.set(uri, one);
      await one.queue;
      if (!one.unsaved) {
        if (leftOver.get(uri) === one) leftOver.delete(uri);
        return;
      }
      const failure = await flush(one);
      if (failure) trouble(uri, failure);
      else if (leftOver.get(uri) === one) leftOver.delete(uri);
    },

    loaded: async (uri) => {
      await kept.get(uri)?.ready;
    },

    of: (uri) => {
      const one = kept.get(uri);
      if (!one) return undefined;
      const { annotations, place, revision, failure } = one;
      return { annotations, annotator: place?.annotator ?? '', revision, unsaved: failure };
    },

    async replace(uri, annotations) {
      const one = kept.get(uri);
      if (!one) return null;
      one.steps = [...one.steps, difference(one.annotations, annotations)].slice(-MOST_STEPS);
      one.annotations = annotations;
      one.unsaved = true;
      one.revision++;
      return flush(one);
    },

    async undo(uri) {
      const one = kept.get(uri);
      const step = one?.steps.at(-1);
      if (!one || !step) return false;
      one.steps = one.steps.slice(0, -1);
      const text = one.document.getText();
      const [before, after, now] = [step.before, step.after, one.annotations].map((side) =>
        refreshAnchors(side, text),
      ) as [Annotation[], Annotation[], Annotation[]];
      one.annotations = mergeAnnotations(after, now, before).annotations;
      one.unsaved = true;
      one.revision++;
      return (await flush(one)) ?? true;
    },

    async obstacle(uri) {
      const one = kept.get(uri);
      if (!one) return null;
      await one.queue;
      if (one.isStranded) {
        const { trouble: stranding } = await move(uri, one);
        if (stranding) return stranding;
      }
      if (one.obstacle) await readAgain(one);
      if (one.place?.file === null) await readAgain(one);
      return one.place?.file === null ? { code: 'unsaved-article' } : one.obstacle;
    },

    async flush(uri) {
      const one = kept.get(uri);
      return one && (one.unsaved || one.annotations.length > 0) ? flush(one) : null;
    },

    async filesChanged(changed) {
      const names = new Set(changed.map(sameSpelling));
      const concerned = [...kept].filter(([, { place }]) => place?.file && names.has(place.file));
      const before = concerned.map(([, one]) => one.revision);
      await Promise.all(concerned.map(([, one]) => queued(one, () => refresh(one))));
      return concerned.filter(([, one], i) => one.revision !== before[i]).map(([uri]) => uri);
    },

    async placesChanged() {
      const moved: string[] = [];
      await Promise.all(
        [...kept].map(async ([uri, one]) => {
          const { isMoved, trouble: stranding } = await move(uri, one);
          if (isMoved) moved.push(uri);
          if (stranding) trouble(uri, stranding);
        }),
      );
      return moved;
    },
  };

  async function refresh(one: Kept): Promise<void> {
    const file = one.place?.file;
    if (!file) return;
    try {
      const content = await readText(files, file);
      if (content === one.onDisk) return;
      one.obstacle = null;
      takeFrom(one, content);
    } catch (error) {
      one.obstacle = { code: 'unreadable', file, reason: reasonOf(error) };
      trouble(one.document.uri, one.obstacle);
    }
  }
}

/** Of two versions of the annotations those that differ, by id. */
function difference(before: readonly Annotation[], after: readonly Annotation[]): Step {
  const [was, is] = [new Map(before.map((a) => [a.id, a])), new Map(after.map((a) => [a.id, a]))];
  return {
    before: before.filter((annotation) => is.get(annotation.id) !== annotation),
    after: after.filter((annotation) => was.get(annotation.id) !== annotation),
  };
}

async function readText(files: FileAccess, uri: string): Promise<string | null> {
  const bytes = await files.read(uri);
  return bytes && decodeUtf8(bytes);
}

const encodeText = (text: string): Uint8Array => new TextEncoder().encode(text);
