/** The imported marks of the open articles: read when an article opens or its file changes, carried along its edits. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Annotation } from '../core/annotations/annotation.ts';
import { carryAnnotations } from '../core/annotations/carry.ts';
import type { TextEdit } from '../core/annotations/carry.ts';
import { marksPath, parseStore } from '../core/annotations/store.ts';
import { decodeUtf8, reasonOf } from './files.ts';
import type { FileAccess } from './files.ts';
import { hasFolder, pathWithin, sameSpelling, within } from './uris.ts';

export interface ImportedMarks {
  /** Begins to read the marks of an article that was opened. */
  readonly open: (document: TextDocument) => void;
  readonly edit: (edits: readonly TextEdit[], after: TextDocument) => void;
  readonly close: (uri: string) => void;
  /** Resolves when the marks of an open article have been read. Never rejects. */
  readonly loaded: (uri: string) => Promise<void>;
  /** The marks of an open article, by position in its text as it is now. The same list until it changes. */
  readonly of: (uri: string) => readonly Annotation[];
  /** The marks of an article that no editor has open. Never rejects. */
  readonly ofText: (uri: string, text: string) => Promise<readonly Annotation[]>;
  /** Files have changed: reads those again that are ours. Resolves to the articles concerned. */
  readonly filesChanged: (files: readonly string[]) => Promise<readonly string[]>;
}

interface Kept {
  document: TextDocument;
  file: string | null;
  marks: readonly Annotation[];
  ready: Promise<void>;
}

const NONE: readonly Annotation[] = [];

/**
 * @param folderOf the folder of the project that an article belongs to
 * @param warn hears of files that cannot be read
 */
export function createImportedMarks(
  files: FileAccess,
  folderOf: (uri: string) => Promise<string>,
  warn: (message: string) => void,
): ImportedMarks {
  const kept = new Map<string, Kept>();

  const fileOf = async (uri: string): Promise<string | null> => {
    const folder = await folderOf(uri);
    const path = pathWithin(folder, uri);
    return path === null || !hasFolder(uri) ? null : within(folder, marksPath(path));
  };

  const parse = async (file: string | null, text: () => string): Promise<readonly Annotation[]> => {
    try {
      const bytes = file === null ? null : await files.read(file);
      return bytes ? parseStore(decodeUtf8(bytes), text()).annotations : NONE;
    } catch (error) {
      warn(`${file ?? ''}: ${reasonOf(error)}`);
      return NONE;
    }
  };

  const read = async (one: Kept): Promise<void> => {
    one.file = await fileOf(one.document.uri);
    // Placed in the text as it is once the file has been read: edits may have come meanwhile.
    one.marks = await parse(one.file, () => one.document.getText());
  };

  return {
    open(document) {
      const one: Kept = { document, file: null, marks: NONE, ready: Promise.resolve() };
      kept.set(document.uri, one);
      one.ready = read(one);
    },
    edit(edits, after) {
      const one = kept.get(after.uri);
      if (!one) return;
      one.document = after;
      if (one.marks.length > 0) one.marks = carryAnnotations(one.marks, edits, after.getText());
    },
    close: (uri) => void kept.delete(uri),
    loaded: (uri) => kept.get(uri)?.ready ?? Promise.resolve(),
    of: (uri) => kept.get(uri)?.marks ?? NONE,
    ofText: async (uri, text) => parse(await fileOf(uri), () => text),
    async filesChanged(changed) {
      const names = new Set(changed.map(sameSpelling));
      const ours = [...kept.values()].filter(({ file }) => file !== null && names.has(sameSpelling(file)));
      await Promise.all(ours.map((one) => (one.ready = read(one))));
      return ours.map(({ document }) => document.uri);
    },
  };
}
