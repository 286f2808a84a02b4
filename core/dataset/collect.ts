import type { Analysis } from '../analysis/analysis.ts';
import type { Annotation, ArticleFacts } from '../annotations/annotation.ts';
import { buildDocument } from './build-document.ts';
import type { BuiltDocument } from './build-document.ts';
import { ownSentences } from './near-duplicates/own-sentences.ts';
import type { ComparedArticle } from './near-duplicates/own-sentences.ts';
import { takesOf } from './selection.ts';
import type { Selection } from './selection.ts';
import { intoSentences } from './sentences.ts';
import { outletOf } from './splits/outlet.ts';
import type { SplitArticles } from './splits/split-articles.ts';
import type { SplitArticle } from './splits/splits.ts';

/** What the articles of a project give for a dataset, in the order of the articles. */
export interface CollectedArticles {
  readonly built: readonly BuiltDocument[];
  /** What splits are decided by. */
  readonly toSplit: readonly SplitArticle[];
  readonly compared: readonly ComparedArticle[];
}

/** What one article gives for a dataset. */
export interface CollectedArticle {
  readonly built: BuiltDocument;
  readonly toSplit: SplitArticle;
  readonly compared: ComparedArticle;
}

/**
 * Takes an article in as a selection says.
 * @param marks whether what nobody decided on is filled in here, as silver
 * @param overlap whether the project’s entities may overlap and nest
 */
export function collectArticle(
  file: string,
  analysis: Analysis,
  { annotations, facts }: { readonly annotations: readonly Annotation[]; readonly facts: ArticleFacts },
  marks: boolean,
  selection: Pick<Selection, 'boilerplate' | 'families' | 'labels'>,
  overlap: boolean,
): CollectedArticle {
  const { boilerplate } = selection;
  return {
    built: buildDocument(file, analysis, annotations, {
      marks,
      boilerplate,
      takes: takesOf(selection),
      attributes: facts.attributes,
      overlap,
    }),
    toSplit: { file, published: analysis.published, outlet: outletOf(analysis, file) },
    compared: { file, sentences: ownSentences(analysis) },
  };
}

/** The documents as they are written: in their splits, and cut into sentences where that is asked for. */
export function documentsOf(
  built: readonly BuiltDocument[],
  split: SplitArticles | null,
  sentences: boolean,
): readonly BuiltDocument[] {
  const inSplits = built.map((one) => ({
    ...one,
    document: { ...one.document, split: split?.splits.get(one.document.file) ?? null },
  }));
  return sentences ? inSplits.flatMap(intoSentences) : inSplits;
}
