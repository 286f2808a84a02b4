/** What a project's annotators decided on names, for its open articles: read in the background, then kept up to date. */
import type { Annotation } from '../core/annotations/annotation.ts';
import { GOLD_ANNOTATOR } from '../core/annotations/gold.ts';
import type { NameDecision } from '../core/annotations/project-names/decision.ts';
import { createNameCounts } from '../core/annotations/project-names/name-counts.ts';
import type { NameCounts } from '../core/annotations/project-names/name-counts.ts';
import { NO_NAMES } from '../core/annotations/project-names/names.ts';
import type { ProjectNames } from '../core/annotations/project-names/names.ts';
import { decisionsOf, readDecisions } from '../core/annotations/project-names/read-decisions.ts';
import { folderName, storePath } from '../core/annotations/store.ts';
import { decodeUtf8, reasonOf } from './files.ts';
import { breathe } from './runtime.ts';
import type { Runtime } from './runtime.ts';
import { hasFolder, pathWithin, sameSpelling, within } from './uris.ts';

/** Whose names count: those of a project's folder that an annotator decided on, and the gold layer. */
export interface NamesOf {
  /** URI of the project's folder. */
  readonly folder: string;
  readonly annotator: string;
}

/**
 * The names of projects. What other annotators decided does not count: whoever annotates an article that others
 * annotate too is to decide for themselves.
 */
export interface ProjectNamesKeeper {
  /** What is known: nothing until the files have been read, which begins with the first question. */
  readonly of: (of: NamesOf) => ProjectNames;
  /** Resolves when the files have been read. Never rejects. */
  readonly ready: (of: NamesOf) => Promise<void>;
  /**
   * Tells what an open article's annotations are: they count in the place of its file.
   * @param revision another one for other annotations (positions aside)
   */
  readonly tell: (of: NamesOf, uri: string, annotations: readonly Annotation[], revision: number) => void;
  /** The article is no longer open: its file counts again, and is read where it changed meanwhile. Never rejects. */
  readonly closed: (uri: string) => Promise<void>;
  /** Files have changed: reads those again that count. */
  readonly filesChanged: (files: readonly string[]) => Promise<void>;
}

/** What counts in the place of an annotation file. */
interface Told {
  readonly uri: string;
  readonly revision: number;
  /** The file's URI where it has changed since; what is told next may never come, if the article is closed. */
  changed: string | null;
}

interface Index {
  readonly of: NamesOf;
  readonly counts: NameCounts;
  /** The open articles that were told of, by annotation file. */
  readonly told: Map<string, Told>;
  isRead: boolean;
  read: Promise<void>;
}

/** How long the server works before it looks whether something else waits, in milliseconds. */
const SLICE = 10;

/**
 * @param changed hears on which folded words a project now decides otherwise; of the article by which it does, if any
 * @param warn hears of files that cannot be read
 */
export function createProjectNames(
  runtime: Runtime,
  changed: (of: NamesOf, words: ReadonlySet<string>, by: string | null) => void,
  warn: (message: string) => void,
): ProjectNamesKeeper {
  const indices = new Map<string, Index>();

  const readFile = async (file: string): Promise<readonly NameDecision[]> => {
    try {
      const bytes = await runtime.files.read(file);
      return bytes ? readDecisions(decodeUtf8(bytes)) : [];
    } catch (error) {
      warn(`${file}: ${reasonOf(error)}`);
      return [];
    }
  };

  const readAll = async (index: Index): Promise<void> => {
    let since = runtime.elapsed();
    let slices = 0;
    for (const root of rootsOf(index.of))
      for (const file of await runtime.files.list(root.folder)) {
        const name = sameSpelling(file);
        if (!file.endsWith('.jsonl') || index.told.has(name)) continue;
        const decisions = await readFile(file);
        // An article that was opened meanwhile knows better.
        if (!index.told.has(name)) index.counts.put(name, decisions, root.isGold);
        if (runtime.elapsed() - since < SLICE) continue;
        // Now and then, so that nobody who asks for them waits for the whole list to be made.
        if (++slices % 20 === 0) index.counts.names();
        await breathe(runtime);
        since = runtime.elapsed();
      }
  };

  const indexOf = (of: NamesOf): Index => {
    const key = `${of.folder}\n${of.annotator}`;
    let index = indices.get(key);
    if (index) return index;
    const made: Index = (index = {
      of,
      counts: createNameCounts(),
      told: new Map(),
      isRead: false,
      read: Promise.resolve(),
    });
    indices.set(key, made);
    // Not before whoever asks has what it asked for.
    made.read = breathe(runtime)
      .then(() => readAll(made))
      .catch((error: unknown) => {
        warn(`${of.folder}: ${reasonOf(error)}`);
      })
      .then(() => {
        made.isRead = true;
        const words = made.counts.words();
        if (words.size > 0) changed(of, words, null);
      });
    return made;
  };

  const fileChanged = async (index: Index, file: string): Promise<void> => {
    const root = rootsOf(index.of).find(({ folder }) => pathWithin(folder, file) !== null);
    if (!root) return;
    const name = sameSpelling(file);
    const isTold = (): boolean => {
      const known = index.told.get(name);
      if (known) known.changed = file;
      return known !== undefined;
    };
    if (isTold()) return;
    await index.read;
    const decisions = await readFile(file);
    if (isTold()) return;
    const words = index.counts.put(name, decisions, root.isGold);
    if (words.size > 0) changed(index.of, words, null);
  };

  return {
    of: (of) => {
      if (!hasFolder(of.folder)) return NO_NAMES;
      const index = indexOf(of);
      return index.isRead ? index.counts.names() : NO_NAMES;
    },
    ready: (of) => (hasFolder(of.folder) ? indexOf(of).read : Promise.resolve()),
    tell(of, uri, annotations, revision) {
      const path = hasFolder(uri) ? pathWithin(of.folder, uri) : null;
      if (path === null) return;
      const index = indexOf(of);
      const file = sameSpelling(within(of.folder, storePath(of.annotator, path)));
      const known = index.told.get(file);
      if (known?.uri === uri && known.revision === revision) return;
      index.told.set(file, { uri, revision, changed: known?.changed ?? null });
      const words = index.counts.put(file, decisionsOf(annotations), of.annotator === GOLD_ANNOTATOR);
      if (words.size > 0 && index.isRead) changed(of, words, uri);
    },
    async closed(uri) {
      const toRead: [Index, string][] = [];
      for (const index of indices.values())
        for (const [name, known] of index.told) {
          if (known.uri !== uri) continue;
          index.told.delete(name);
          if (known.changed !== null) toRead.push([index, known.changed]);
        }
      for (const [index, file] of toRead) await fileChanged(index, file);
    },
    async filesChanged(files) {
      for (const index of indices.values()) for (const file of files) await fileChanged(index, file);
    },
  };
}

/** Where the annotation files lie that count. */
const rootsOf = ({ folder, annotator }: NamesOf): { readonly folder: string; readonly isGold: boolean }[] =>
  [...new Set([annotator, GOLD_ANNOTATOR])].map((name) => ({
    folder: within(folder, `annotations/${folderName(name)}`),
    isGold: name === GOLD_ANNOTATOR,
  }));
