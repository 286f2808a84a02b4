/** hashiya/article and hashiya/articleChanged: all that a client draws for an article. */
import { CancellationToken } from 'vscode-languageserver';
import type { Annotation } from '../../core/annotations/annotation.ts';
import { markId, markLabel, markName } from '../../core/annotations/mark-identity.ts';
import type { Mark } from '../../core/labels/marks.ts';
import type { Span } from '../../core/text/span.ts';
import type { OpenArticle } from '../articles.ts';
import { rangeOf } from '../positions.ts';
import { ARTICLE_CHANGED, ARTICLE_REQUEST } from '../protocol.ts';
import type { ArticleItem, ArticleState } from '../protocol.ts';
import { guarded } from '../server-context.ts';
import type { Feature } from '../server-context.ts';

/**
 * An article as the client shows it: marks that nobody decided on and annotations, ordered by start.
 * @param weakFrom weak suggestions are in it that are at least so sure
 * @param unsaved why annotations of it are not on disk, in words; null where all are
 */
function articleState(article: OpenArticle, weakFrom: number, unsaved: string | null): ArticleState {
  const { document } = article;
  const rangeOrNull = (span: Span | null | undefined) => (span ? rangeOf(document, span) : null);
  const ofMark = (mark: Mark): readonly [number, ArticleItem] => [
    mark.start,
    {
      id: markId(mark),
      family: mark.family,
      label: markLabel(mark),
      state: 'mark',
      range: rangeOf(document, mark),
      canonical: markName(mark),
      speaker: rangeOrNull(mark.family === 'quotation' ? mark.speaker : null),
    },
  ];
  const ofAnnotation = (annotation: Annotation): readonly [number, ArticleItem] => {
    const span = annotation.anchor.span ?? { start: 0, end: 0 };
    return [
      span.start,
      {
        id: annotation.id,
        family: annotation.family,
        label: annotation.label,
        state: annotation.anchor.span ? annotation.decision : 'orphan',
        range: rangeOf(document, span),
        canonical: annotation.canonical,
        speaker: rangeOrNull(annotation.speaker?.span),
        ...(annotation.anchor.span ? {} : { lost: annotation.anchor.exact }),
      },
    ];
  };
  const ofWeak = (mark: Mark): readonly [number, ArticleItem] => {
    const [start, item] = ofMark(mark);
    return [start, { ...item, weak: true }];
  };
  const items = [
    ...article.entities.map(ofMark),
    ...article.weak.filter(({ confidence }) => confidence >= weakFrom).map(ofWeak),
    ...article.quotations.map(ofMark),
    ...article.boilerplate.map(ofMark),
    ...article.annotations.map(ofAnnotation),
  ].sort(([a], [b]) => a - b);
  return {
    uri: document.uri,
    version: document.version,
    items: items.map(([, item]) => item),
    problems: article.analysis.problems.length,
    annotator: article.annotator,
    unsaved,
  };
}

/** The request for an article's state, and the notification that it has changed. */
export const article: Feature = {
  capabilities: () => ({}),
  register(server) {
    const { connection } = server;
    const state = guarded(server, 'article', null, async ({ uri }: { uri: string }, token) => {
      const [current, settings] = await Promise.all([
        server.articles.current(uri, token),
        server.settings.of(uri),
      ]);
      const unsaved = server.keeper.of(uri)?.unsaved;
      const trouble = unsaved ? server.messages().trouble(unsaved) : null;
      return current && articleState(current, settings.weakFrom, trouble);
    });
    connection.onRequest(ARTICLE_REQUEST, state);
    server.onArticleChanged(async (uri) => {
      // A client that did not introduce itself as the extension knows no such notification.
      if (!server.isExtension()) return;
      const changed = await state({ uri }, CancellationToken.None);
      if (changed) await connection.sendNotification(ARTICLE_CHANGED, changed);
    });
  },
};
