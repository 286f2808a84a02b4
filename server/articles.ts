/** The open articles as every feature sees them: text, analysis and annotations of one version, together. */
import type { CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../core/analysis/analysis.ts';
import type { Annotation } from '../core/annotations/annotation.ts';
import { visibleMarks } from '../core/annotations/visible.ts';
import type { BoilerplateMark, EntityMark, QuotationMark } from '../core/labels/marks.ts';
import type { Analyses } from './analyses.ts';
import type { AnnotationKeeper } from './annotation-keeper.ts';

/** One version of an article with all that is known of it. Never changes. Offsets are UTF-16 code units. */
export interface OpenArticle {
  readonly document: TextDocument;
  readonly analysis: Analysis;
  readonly annotations: readonly Annotation[];
  readonly annotator: string;
  /** The marks that nobody has decided on. */
  readonly entities: readonly EntityMark[];
  readonly quotations: readonly QuotationMark[];
  readonly boilerplate: readonly BoilerplateMark[];
}

/** The open articles. */
export interface Articles {
  /** The document's text as it is now, if it is open. */
  readonly document: (uri: string) => TextDocument | undefined;
  readonly uris: () => readonly string[];
  /** A number that each opening of a document has for itself, since versions start again with each. */
  readonly opened: (uri: string) => number;
  /** The article as it is now; null where it is not open, the request was cancelled or overtaken by an edit. */
  readonly current: (uri: string, token: CancellationToken) => Promise<OpenArticle | null>;
}

/** Puts document, analysis and annotations together. */
export function createArticles(
  documents: { get(uri: string): TextDocument | undefined; keys(): string[] },
  opened: (uri: string) => number,
  analyses: Analyses,
  keeper: AnnotationKeeper,
): Articles {
  return {
    document: (uri) => documents.get(uri),
    uris: () => documents.keys(),
    opened,
    async current(uri, token) {
      const document = documents.get(uri);
      if (!document) return null;
      const [analysis] = await Promise.all([analyses.of(document, token), keeper.loaded(uri)]);
      if (!analysis || documents.get(uri) !== document) return null;
      const kept = keeper.of(uri);
      return openArticle(document, analysis, kept?.annotations ?? [], kept?.annotator ?? '');
    },
  };
}

/** An article from its parts. */
export const openArticle = (
  document: TextDocument,
  analysis: Analysis,
  annotations: readonly Annotation[],
  annotator: string,
): OpenArticle => ({
  document,
  analysis,
  annotations,
  annotator,
  entities: visibleMarks(analysis.entities, annotations),
  quotations: visibleMarks(analysis.quotations, annotations),
  boilerplate: visibleMarks(analysis.boilerplate, annotations),
});
