/** The open articles as every feature sees them: text, analysis and annotations of one version, together. */
import type { CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../core/analysis/analysis.ts';
import type { Annotation } from '../core/annotations/annotation.ts';
import { markLabel } from '../core/annotations/mark-identity.ts';
import { visibleMarks } from '../core/annotations/visible.ts';
import type { BoilerplateMark, EntityMark, Mark, QuotationMark } from '../core/labels/marks.ts';
import type { ProjectLabel } from '../core/labels/project-labels.ts';
import { codeOf } from '../core/labels/scheme.ts';
import type { Analyses } from './analyses.ts';
import type { AnnotationKeeper } from './annotation-keeper.ts';
import type { Projects } from './projects.ts';

/** One version of an article with all that is known of it. Never changes. Offsets are UTF-16 code units. */
export interface OpenArticle {
  readonly document: TextDocument;
  readonly analysis: Analysis;
  readonly annotations: readonly Annotation[];
  readonly annotator: string;
  /** The labels of its project. */
  readonly labels: readonly ProjectLabel[];
  /** The marks that nobody has decided on. */
  readonly entities: readonly EntityMark[];
  /** Entities that the engine is less sure of, likewise. */
  readonly weak: readonly EntityMark[];
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
  /** It has been closed. */
  readonly forget: (uri: string) => void;
}

const NOTHING_KEPT = { annotations: [], annotator: '' };

/** Puts document, analysis and annotations together. */
export function createArticles(
  documents: { get(uri: string): TextDocument | undefined; keys(): string[] },
  opened: (uri: string) => number,
  analyses: Analyses,
  keeper: AnnotationKeeper,
  projects: Projects,
): Articles {
  // Many requests follow each other on one state of an article.
  const latest = new Map<string, OpenArticle>();
  return {
    document: (uri) => documents.get(uri),
    uris: () => documents.keys(),
    opened,
    forget: (uri) => void latest.delete(uri),
    async current(uri, token) {
      const document = documents.get(uri);
      if (!document) return null;
      const [analysis, project] = await Promise.all([
        analyses.of(document, token),
        projects.of(uri),
        keeper.loaded(uri),
      ]);
      if (!analysis || documents.get(uri) !== document) return null;
      const kept = keeper.of(uri);
      const { annotations, annotator } = kept ?? NOTHING_KEPT;
      const known = latest.get(uri);
      if (
        known?.analysis === analysis &&
        known.annotations === annotations &&
        known.annotator === annotator &&
        known.labels === project.labels
      )
        return known;
      const article = openArticle(document, analysis, annotations, annotator, project.labels);
      latest.set(uri, article);
      return article;
    },
  };
}

/** An article from its parts. Marks with labels that the project does not use are left out. */
function openArticle(
  document: TextDocument,
  analysis: Analysis,
  annotations: readonly Annotation[],
  annotator: string,
  labels: readonly ProjectLabel[],
): OpenArticle {
  const used = new Set(labels.map(({ family, id }) => codeOf(family, id)));
  const undecided = <M extends Mark>(marks: readonly M[]): M[] =>
    visibleMarks(marks, annotations).filter((mark) => used.has(codeOf(mark.family, markLabel(mark))));
  return {
    document,
    analysis,
    annotations,
    annotator,
    labels,
    entities: undecided(analysis.entities),
    weak: undecided(analysis.weak),
    quotations: undecided(analysis.quotations),
    boilerplate: undecided(analysis.boilerplate),
  };
}
