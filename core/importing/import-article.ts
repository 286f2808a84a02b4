import { NO_FACTS } from '../annotations/annotation.ts';
import type { Annotation } from '../annotations/annotation.ts';
import { parseStore, serialiseStore } from '../annotations/store.ts';
import type { ReadDocument } from '../formats/format.ts';
import { importDocument } from './import-document.ts';
import type { ImportLoss, ImportRules } from './import-document.ts';

/** What an import makes of an article's file of annotations or marks. */
export interface ImportedArticle {
  /** The file as it is to be written; null where nothing comes to it. */
  readonly content: string | null;
  readonly taken: number;
  /** How many spans were there already. */
  readonly known: number;
  readonly losses: readonly ImportLoss[];
}

/**
 * Takes the documents of one article into its file. As annotations they leave alone what the annotator has decided;
 * as marks they are added to those that are there.
 * @param content the file as it is, null for none
 * @param tool the program and its version
 * @returns null where the file has lines that cannot be read, or is of a newer version: it must be mended first
 */
export function importIntoArticle(
  documents: readonly ReadDocument[],
  article: { readonly path: string; readonly text: string },
  content: string | null,
  target: 'annotations' | 'marks',
  rules: ImportRules,
  tool: string,
): ImportedArticle | null {
  const stored = parseStore(content ?? '', article.text);
  if (content !== null && (!stored.writable || stored.problems.length > 0)) return null;
  let annotations = [...stored.annotations];
  let taken = 0;
  let known = 0;
  const losses: ImportLoss[] = [];
  for (const document of documents) {
    // What is suggested may overlap: marks decide on nothing.
    const decided = target === 'marks' ? [] : annotations;
    const imported = importDocument(document, article, decided, rules);
    const there = new Set(target === 'marks' ? annotations.map(placeOf) : []);
    const added = imported.annotations.filter((annotation) => !there.has(placeOf(annotation)));
    annotations = [...annotations, ...added];
    taken += added.length;
    known += imported.known + imported.annotations.length - added.length;
    losses.push(...imported.losses);
  }
  const facts = stored.header?.facts ?? NO_FACTS;
  return {
    content:
      taken === 0
        ? null
        : serialiseStore(article.text, article.path, tool, annotations, stored.unreadable, facts),
    taken,
    known,
    losses,
  };
}

const placeOf = ({ family, label, anchor }: Annotation): string =>
  JSON.stringify([family, label, anchor.span]);
