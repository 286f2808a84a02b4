/**
 * The annotations of the open articles: read when an article opens, carried along its edits, written at each action.
 * What cannot be written stays in memory and is tried again; what others wrote meanwhile is merged, never overwritten.
 */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { carryAnnotations } from '../core/annotations/carry.ts';
import type { TextEdit } from '../core/annotations/carry.ts';
import type { ArticleVersion } from '../core/annotations/steps.ts';
import { readChanges } from './keeping/annotation-file.ts';
import type { Keeping } from './keeping/annotation-file.ts';
import { beginGroup, keepClosed, reverseGroup } from './keeping/groups.ts';
import type { Group } from './keeping/groups.ts';
import { historyItems } from './keeping/history-items.ts';
import type { HistoryItem } from './keeping/history-items.ts';
import { appendDue, carryJournal, readJournal } from './keeping/journal.ts';
import { emptied, newlyKept, queued } from './keeping/kept.ts';
import type { AnnotationPlace, Kept, KeepingTrouble } from './keeping/kept.ts';
import { reverse } from './keeping/reverse.ts';
import type { Direction } from './keeping/reverse.ts';
import { flush, readAgain, replace } from './keeping/saving.ts';
import type { Runtime } from './runtime.ts';
import { sameSpelling } from './uris.ts';

export type { ArticleVersion } from '../core/annotations/steps.ts';
export type { AnnotationPlace, KeepingTrouble } from './keeping/kept.ts';

interface KeptAnnotations extends ArticleVersion {
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
  /**
   * Puts a new version in the place of the old and writes it. Resolves to what went wrong, null if nothing.
   * @param action what was done: the kind of an action, for the history
   * @param group names the action in several articles that this is a part of
   */
  readonly replace: (
    uri: string,
    next: ArticleVersion,
    action: string,
    group?: string | null,
  ) => Promise<KeepingTrouble | null>;
  /**
   * The same of an article that no editor has open: reads its annotations, has them changed and writes them.
   * @param change at once, what it is to be from now on; null where nothing is to be done
   */
  readonly replaceClosed: (
    document: TextDocument,
    action: string,
    group: string,
    change: (version: ArticleVersion & { readonly annotator: string }) => ArticleVersion | null,
  ) => Promise<KeepingTrouble | null>;
  /** Writes down the articles of a group before the first of them is changed; `uri` is any of them. */
  readonly beginGroup: (uri: string, group: Group) => Promise<void>;
  /** Takes back the last step, of a group in all its articles; false if there is none. Later changes of other annotations stay. */
  readonly undo: (uri: string) => Promise<KeepingTrouble | boolean>;
  /** Does again what was taken back last; false if there is nothing, or something else was done since. */
  readonly redo: (uri: string) => Promise<KeepingTrouble | boolean>;
  /** What was done to an open article, by anybody who works under the annotator's name, the latest first. */
  readonly history: (uri: string) => Promise<readonly HistoryItem[]>;
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

/**
 * Keeps annotations by the files of this runtime. `placeOf` tells where those of an article lie; `tool` names the
 * program's version. Who hears of what is said at Keeping.
 */
export function createAnnotationKeeper(
  { files, now, newId }: Pick<Runtime, 'files' | 'now' | 'newId'>,
  placeOf: (uri: string) => Promise<AnnotationPlace>,
  tool: string,
  trouble: Keeping['trouble'],
  changed: Keeping['changed'],
  stored: Keeping['stored'],
): AnnotationKeeper {
  const keeping: Keeping = { files, now, newId, placeOf, tool, trouble, changed, stored };
  const kept = new Map<string, Kept>();
  /** Articles that were closed before their annotations could be written. */
  const leftOver = new Map<string, Kept>();

  /** Goes over to the place where the annotations belong by now, unless those that are here would be lost by it. */
  const move = async (
    uri: string,
    one: Kept,
  ): Promise<{ readonly isMoved: boolean; readonly trouble: KeepingTrouble | null }> => {
    const place = await placeOf(uri);
    one.isStranded = false;
    if (place.file === one.place?.file && place.annotator === one.place?.annotator)
      return { isMoved: false, trouble: null };
    const failure = await flush(keeping, one);
    if (failure && one.unsaved) {
      one.isStranded = true;
      return { isMoved: false, trouble: failure };
    }
    emptied(one);
    one.ready = readAgain(keeping, one);
    await one.ready;
    return { isMoved: true, trouble: null };
  };

  const openOf = (uri: string): Kept | undefined =>
    kept.get(uri) ??
    [...kept.values()].find(({ document }) => sameSpelling(document.uri) === sameSpelling(uri));

  const turn = async (uri: string, kind: Direction): Promise<KeepingTrouble | boolean> => {
    const one = kept.get(uri);
    if (!one) return false;
    const { step, trouble: own } = await reverse(keeping, one, kind);
    if (!step) return own ?? false;
    const others = step.group === null ? null : await reverseGroup(keeping, one, step.group, kind, openOf);
    return own ?? others ?? true;
  };

  return {
    open(document) {
      const one = newlyKept(document, leftOver.get(document.uri));
      leftOver.delete(document.uri);
      kept.set(document.uri, one);
      one.ready = readAgain(keeping, one);
    },

    edit(edits, after) {
      const one = kept.get(after.uri);
      if (!one) return;
      one.document = after;
      // A long text is put together only where something lies in it.
      if (one.annotations.length === 0 && one.journal.live.size === 0) return;
      const text = after.getText();
      one.annotations = carryAnnotations(one.annotations, edits, text);
      carryJournal(one, edits, text);
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
        // What the history could not take before.
        await queued(one, () => appendDue(keeping, one));
        return;
      }
      const failure = await flush(keeping, one);
      if (failure) trouble(uri, failure);
      else if (leftOver.get(uri) === one) leftOver.delete(uri);
    },

    loaded: async (uri) => {
      await kept.get(uri)?.ready;
    },

    of: (uri) => {
      const one = kept.get(uri);
      if (!one) return undefined;
      const { annotations, facts, place, revision, failure } = one;
      return { annotations, facts, annotator: place?.annotator ?? '', revision, unsaved: failure };
    },

    async replace(uri, next, action, group = null) {
      const one = kept.get(uri);
      return one ? replace(keeping, one, next, action, group) : null;
    },

    async replaceClosed(document, action, group, change) {
      const troubles: KeepingTrouble[] = [];
      const quiet: Keeping = { ...keeping, trouble: (_, trouble) => void troubles.push(trouble) };
      const left = leftOver.get(document.uri);
      const one = await keepClosed(quiet, document, left);
      if (one.obstacle) return one.obstacle;
      const next = change({
        annotations: one.annotations,
        facts: one.facts,
        annotator: one.place?.annotator ?? '',
      });
      if (!next) return null;
      const failure = await replace(quiet, one, next, action, group);
      if (!failure) leftOver.delete(document.uri);
      if (one.place?.file) keeping.stored([one.place.file]);
      return failure ?? troubles[0] ?? null;
    },

    beginGroup: async (uri, group) => beginGroup(keeping, await placeOf(uri), group),

    undo: (uri) => turn(uri, 'undo'),
    redo: (uri) => turn(uri, 'redo'),

    async history(uri) {
      const one = kept.get(uri);
      if (!one) return [];
      await one.ready;
      // One that cannot be read has at least what was done since the article was opened.
      await queued(one, () => readJournal(keeping, one));
      return historyItems(one);
    },

    async obstacle(uri) {
      const one = kept.get(uri);
      if (!one) return null;
      await one.queue;
      if (one.isStranded) {
        const { trouble: stranding } = await move(uri, one);
        if (stranding) return stranding;
      }
      if (one.obstacle) await readAgain(keeping, one);
      if (one.place?.file === null) await readAgain(keeping, one);
      return one.place?.file === null ? { code: 'unsaved-article' } : one.obstacle;
    },

    async flush(uri) {
      const one = kept.get(uri);
      return one && (one.unsaved || one.annotations.length > 0) ? flush(keeping, one) : null;
    },

    async filesChanged(uris) {
      const names = new Set(uris.map(sameSpelling));
      const concerned = [...kept].filter(([, { place }]) => place?.file && names.has(place.file));
      const before = concerned.map(([, one]) => one.revision);
      await Promise.all(concerned.map(([, one]) => queued(one, () => readChanges(keeping, one))));
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
}
