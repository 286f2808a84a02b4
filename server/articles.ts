/** The open articles as every feature sees them: text, analysis and annotations of one version, together. */
import type { CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../core/analysis/analysis.ts';
import { NO_FACTS } from '../core/annotations/annotation.ts';
import type { Annotation, ArticleFacts } from '../core/annotations/annotation.ts';
import { markLabel } from '../core/annotations/mark-identity.ts';
import { NO_NAMES } from '../core/annotations/project-names/names.ts';
import type { ProjectNames } from '../core/annotations/project-names/names.ts';
import type { ProblemContext } from '../core/annotations/problems/problem.ts';
import { withProjectMarks } from '../core/annotations/project-marks.ts';
import { visibleMarks } from '../core/annotations/visible.ts';
import type { BoilerplateMark, EntityMark, Mark, QuotationMark } from '../core/labels/marks.ts';
import { familyLookup } from '../core/labels/project-labels.ts';
import type { ProjectLabel } from '../core/labels/project-labels.ts';
import type { Analyses } from './analyses.ts';
import type { AnnotationKeeper } from './annotation-keeper.ts';
import type { ImportedMarks } from './imported-marks.ts';
import type { ProjectNamesKeeper } from './project-names.ts';
import type { Projects } from './projects.ts';

/** One version of an article with all that is known of it. Never changes. Offsets are UTF-16 code units. */
export interface OpenArticle {
  readonly document: TextDocument;
  readonly analysis: Analysis;
  readonly annotations: readonly Annotation[];
  /** What the annotator says of it as a whole. */
  readonly facts: ArticleFacts;
  readonly annotator: string;
  /** The labels of its project. */
  readonly labels: readonly ProjectLabel[];
  /** What its project's scheme says of annotations. */
  readonly scheme: ProblemContext['scheme'];
  /** What was decided in the project that holds in it too. */
  readonly names: ProjectNames;
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

const NOTHING_KEPT = { annotations: [], facts: NO_FACTS, annotator: '' };

/** Puts document, analysis and annotations together. */
export function createArticles(
  documents: { get(uri: string): TextDocument | undefined; keys(): string[] },
  opened: (uri: string) => number,
  analyses: Analyses,
  imported: ImportedMarks,
  keeper: AnnotationKeeper,
  projects: Projects,
  projectNames: ProjectNamesKeeper,
): Articles {
  // Many requests follow each other on one state of an article.
  const latest = new Map<string, { article: OpenArticle; found: Analysis; marks: readonly Annotation[] }>();
  return {
    document: (uri) => documents.get(uri),
    uris: () => documents.keys(),
    opened,
    forget: (uri) => void latest.delete(uri),
    async current(uri, token) {
      const document = documents.get(uri);
      if (!document) return null;
      const [found, project] = await Promise.all([
        analyses.of(document, token),
        projects.of(uri),
        keeper.loaded(uri),
        imported.loaded(uri),
      ]);
      if (!found || documents.get(uri) !== document) return null;
      const kept = keeper.of(uri);
      const { annotations, facts, annotator } = kept ?? NOTHING_KEPT;
      const marks = imported.of(uri);
      const of = { folder: project.folder, annotator };
      // Before the names are asked for: what was just decided here holds for the rest of the article too.
      if (kept) projectNames.tell(of, uri, annotations, kept.revision);
      const names = kept ? projectNames.of(of) : NO_NAMES;
      const known = latest.get(uri);
      if (
        known?.found === found &&
        known.marks === marks &&
        known.article.annotations === annotations &&
        known.article.facts === facts &&
        known.article.annotator === annotator &&
        known.article.names === names &&
        known.article.labels === project.labels
      )
        return known.article;
      const familyOf = familyLookup(project.project);
      const analysis = withProjectMarks(found, { names, imported: marks, familyOf });
      const article = openArticle(document, analysis, { annotations, facts, annotator, names }, project);
      latest.set(uri, { article, found, marks });
      return article;
    },
  };
}

/** Whether a mark has one of these labels. */
export function usesLabel(labels: readonly ProjectLabel[]): (mark: Mark) => boolean {
  // Asked of every mark of an article: no text is put together for an answer.
  const idsOf = (family: Mark['family']): ReadonlySet<string> =>
    new Set(labels.filter((label) => label.family === family).map(({ id }) => id));
  const ids = { entity: idsOf('entity'), quotation: idsOf('quotation'), boilerplate: idsOf('boilerplate') };
  return (mark) => ids[mark.family].has(markLabel(mark));
}

/** An article from its parts. Marks with labels that the project does not use are left out. */
function openArticle(
  document: TextDocument,
  analysis: Analysis,
  {
    annotations,
    facts,
    annotator,
    names,
  }: Pick<OpenArticle, 'annotations' | 'facts' | 'annotator' | 'names'>,
  { labels, attributes, relations, project }: Awaited<ReturnType<Projects['of']>>,
): OpenArticle {
  const undecided = <M extends Mark>(marks: readonly M[]): M[] =>
    visibleMarks(marks, annotations, project.labels.overlap).filter(usesLabel(labels));
  return {
    document,
    analysis,
    annotations,
    facts,
    annotator,
    labels,
    scheme: {
      familyOf: familyLookup(project),
      labels,
      attributes,
      relations,
      overlap: project.labels.overlap,
    },
    names,
    entities: undecided(analysis.entities),
    weak: undecided(analysis.weak),
    quotations: undecided(analysis.quotations),
    boilerplate: undecided(analysis.boilerplate),
  };
}
