/** Articles of a project, open or not, as actions see them. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '../core/analysis/analysis.ts';
import type { ArticleState } from '../core/annotations/actions/action.ts';
import { NO_FACTS } from '../core/annotations/annotation.ts';
import { markId } from '../core/annotations/mark-identity.ts';
import { parseStore } from '../core/annotations/store.ts';
import type { ArticleVersion } from '../core/annotations/steps.ts';
import { decodeUtf8 } from './files.ts';
import type { Work } from './long-work.ts';
import { analysisOf, textOf } from './project-articles.ts';
import type { ProjectArticle } from './project-articles.ts';
import type { Server } from './server-context.ts';
import { sameSpelling } from './uris.ts';

/** An article that is about to be looked at or changed. */
export interface StatedArticle {
  /** As the editor spells it where it is open. */
  readonly document: TextDocument;
  readonly isOpen: boolean;
  readonly annotator: string;
  /** The article with what was decided on it. */
  readonly state: ArticleState;
  /** The same with something else decided. */
  readonly stateWith: (version: ArticleVersion) => ArticleState;
}

/** Which marks an article is asked for with: none where they do not matter, which saves analysing it. */
export type WantedMarks = 'none' | 'sure' | 'all';

/** @param pointedAt the id of a mark that is among them even if the engine is not sure of it */
const marksOf = (
  { entities, weak, quotations, boilerplate }: Analysis,
  wanted: WantedMarks,
  pointedAt: string | null,
): ArticleState['marks'] => [
  ...entities,
  ...weak.filter((mark) => wanted === 'all' || markId(mark) === pointedAt),
  ...quotations,
  ...boilerplate,
];

/** The URI of an article as the editor that has it open spells it. */
export const openUri = (server: Server, uri: string): string | undefined =>
  server.articles.uris().find((open) => sameSpelling(open) === sameSpelling(uri));

/**
 * An article as it is now: in the editor, else on disk. Rejects files that cannot be read.
 * @throws ResponseError if the work was cancelled
 */
export async function statedArticle(
  server: Server,
  article: ProjectArticle,
  annotator: string,
  marks: WantedMarks,
  pointedAt: string | null,
  work: Work,
): Promise<StatedArticle> {
  for (;;) {
    const open = openUri(server, article.uri);
    if (open === undefined) break;
    const current = await server.articles.current(open, work.token);
    if (current) {
      const found = marks === 'none' ? [] : marksOf(current.analysis, marks, pointedAt);
      return stated(current.document, true, current.annotator, current.analysis.article, found, current);
    }
    // Somebody types in it: as it is then.
    if (work.token.isCancellationRequested) throw work.cancelled();
  }
  const text = await textOf(server, article.uri);
  const document = TextDocument.create(sameSpelling(article.uri), 'article', 0, text);
  const analysis = marks === 'none' ? null : await analysisOf(server, document.uri, text, work);
  const store = article.stores.get(annotator);
  const bytes = store === undefined ? null : await server.runtime.files.read(store);
  const { annotations, header } = parseStore(bytes ? decodeUtf8(bytes) : '', text);
  const facts = header?.facts ?? NO_FACTS;
  const found = analysis ? marksOf(analysis, marks, pointedAt) : [];
  const read = analysis?.article ?? { text, lines: [] };
  return stated(document, false, annotator, read, found, { annotations, facts });
}

function stated(
  document: TextDocument,
  isOpen: boolean,
  annotator: string,
  article: ArticleState['article'],
  marks: ArticleState['marks'],
  version: ArticleVersion,
): StatedArticle {
  const stateWith = ({ annotations, facts }: ArticleVersion): ArticleState => ({
    article,
    marks,
    annotations,
    facts,
  });
  return { document, isOpen, annotator, state: stateWith(version), stateWith };
}
