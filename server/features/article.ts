/** hashiya/article, hashiya/articleChanged and hashiya/articleEdited: all that a client draws for an article. */
import { CancellationToken } from 'vscode-languageserver';
import { statusWith } from '../../core/annotations/status.ts';
import { atOnce } from '../../core/text/steps.ts';
import type { Steps } from '../../core/text/steps.ts';
import { annotationProblemsOf, textProblemsOf } from '../article-problems.ts';
import { usesLabel } from '../articles.ts';
import type { OpenArticle } from '../articles.ts';
import { ARTICLE_CHANGED, ARTICLE_EDITED, ARTICLE_REQUEST } from '../protocol.ts';
import type { ArticleEdit, ArticleState } from '../protocol.ts';
import { breathe, inSlices } from '../runtime.ts';
import { guarded } from '../server-context.ts';
import type { Feature, Server } from '../server-context.ts';
import { followedBy } from '../shown/followed-edits.ts';
import { itemsOf } from '../shown/items.ts';
import { changedLines, linesOf } from '../shown/lines.ts';
import type { ShownLines } from '../shown/lines.ts';
import { rereadLines } from '../shown/reread.ts';
import type { EditedDocument } from '../shown/reread.ts';

/** What a state says of an article beside its items. */
type Head = Omit<ArticleState, 'items' | 'serial' | 'version'>;

/** What the client was told of an article last. */
interface Told {
  readonly serial: number;
  readonly document: OpenArticle['document'];
  readonly head: Head;
  readonly lines: ShownLines;
}

/** An article as the client shows it, but for its items. @param unsaved why annotations of it are not on disk, in words */
const headOf = (article: OpenArticle, unsaved: string | null): Head => ({
  uri: article.document.uri,
  problems: textProblemsOf(article).length + annotationProblemsOf(article).length,
  annotator: article.annotator,
  unsaved,
  status: statusWith(article.facts, article.annotations),
  attributes: article.facts.attributes,
});

/** An article, and from which confidence on its weak suggestions show. */
interface Looked {
  readonly current: OpenArticle;
  readonly weakFrom: number;
}

/** The items of an article, for the extension by line too. */
interface Shown {
  readonly items: ArticleState['items'];
  readonly lines: ShownLines;
}

function* shownIn({ current, weakFrom }: Looked, byLine: boolean): Steps<Shown> {
  const items = yield* itemsOf(current, weakFrom);
  return { items, lines: byLine ? yield* linesOf(current.document, items) : [] };
}

/** The request for an article's state, and the notifications that it has changed. */
export const article: Feature = {
  capabilities: () => ({}),
  register(server) {
    const { connection } = server;
    const told = new Map<string, Told>();
    const edited = new Map<string, EditedDocument>();
    let serials = 0;

    const look = async (uri: string, token: CancellationToken): Promise<Looked | null> => {
      const [current, { weakFrom }] = await Promise.all([
        server.articles.current(uri, token),
        server.settings.of(uri),
      ]);
      return current && { current, weakFrom };
    };
    /** The state of an article, which the client is about to be told, and how it differs from the one before. */
    const tell = (current: OpenArticle, { items, lines }: Shown) => {
      const { document } = current;
      const { uri, version } = document;
      const unsaved = server.keeper.of(uri)?.unsaved;
      const head = headOf(current, unsaved ? server.messages().trouble(unsaved) : null);
      const state: ArticleState = { ...head, serial: ++serials, version, items };
      if (!server.isExtension()) return { state, edit: null };
      const before = told.get(uri);
      told.set(uri, { serial: state.serial, document, head, lines });
      const changes = before?.document === document ? changedLines(before.lines, lines, document) : null;
      const edit: ArticleEdit | null = changes && {
        ...head,
        serial: state.serial,
        version,
        base: before?.serial ?? 0,
        changes,
        provisional: false,
      };
      return { state, edit };
    };

    connection.onRequest(
      ARTICLE_REQUEST,
      guarded(server, 'article', null, async ({ uri }: { uri: string }, token) => {
        const found = await look(uri, token);
        return found && tell(found.current, atOnce(shownIn(found, server.isExtension()))).state;
      }),
    );

    server.onArticleChanged(async (uri) => {
      // A client that did not introduce itself as the extension knows no such notification.
      if (!server.isExtension()) return;
      const found = await look(uri, CancellationToken.None);
      // An answer that is on its way goes out before.
      await breathe(server.runtime);
      const isStill = (): boolean => server.articles.document(uri) === found?.current.document;
      if (!found || !isStill()) return;
      const shown = await inSlices(server.runtime, shownIn(found, true), isStill);
      // Who types meanwhile is told when that rests; an action may have come without a change of the text.
      const now = shown && isStill() ? await look(uri, CancellationToken.None) : null;
      if (!shown || !now || !isStill()) return;
      const isSame = now.current === found.current && now.weakFrom === found.weakFrom;
      const { state, edit } = tell(now.current, isSame ? shown : atOnce(shownIn(now, true)));
      await (edit
        ? connection.sendNotification(ARTICLE_EDITED, edit)
        : connection.sendNotification(ARTICLE_CHANGED, state));
    });

    /** Tells at once what the lines that were edited have by themselves. */
    const reread = async (uri: string): Promise<void> => {
      const by = await shownBy(server, uri);
      const before = told.get(uri);
      const edit = edited.get(uri);
      edited.delete(uri);
      const read = server.analyses.part();
      if (!by || !edit || !read || before?.document !== edit.before) return;
      const found = rereadLines(before.lines, edit, by, read);
      if (!found) return;
      const [serial, document] = [++serials, edit.after];
      told.set(uri, { ...before, serial, document, lines: found.lines });
      const changes = [found.change];
      const { version } = document;
      const news: ArticleEdit = {
        ...before.head,
        serial,
        version,
        base: before.serial,
        changes,
        provisional: true,
      };
      await connection.sendNotification(ARTICLE_EDITED, news);
    };
    server.onEdited((before, edits, after) => {
      if (!server.isExtension()) return;
      const { uri } = after;
      const waiting = edited.get(uri);
      edited.set(uri, followedBy(waiting, before, edits, after));
      // Several edits that have come already are read together.
      if (!waiting)
        server.runtime.after(
          0,
          () => void guarded(server, 'edit', undefined, reread)(uri, CancellationToken.None),
        );
    });
    server.onClosed((uri) => {
      told.delete(uri);
      edited.delete(uri);
    });
  },
};

/** What decides which marks of an article show; null where it is not open. */
async function shownBy(server: Server, uri: string) {
  const [{ weakFrom }, { project, labels }] = await Promise.all([
    server.settings.of(uri),
    server.projects.of(uri),
  ]);
  const kept = server.keeper.of(uri);
  if (!kept) return null;
  return {
    annotations: kept.annotations,
    weakFrom,
    uses: usesLabel(labels),
    overlap: project.labels.overlap,
  };
}
