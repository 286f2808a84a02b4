/** hashiya/contested, /adjudication and /adjudicate: what annotators disagree on, settled into the gold layer. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import { NO_FACTS } from '../../core/annotations/annotation.ts';
import type { Anchor, Annotation } from '../../core/annotations/annotation.ts';
import { GOLD_ANNOTATOR } from '../../core/annotations/gold.ts';
import { parseStore, serialiseStore, storePath } from '../../core/annotations/store.ts';
import type { StoredAnnotations } from '../../core/annotations/store.ts';
import { adjudicationOf, settle, takeAgreed } from '../../core/dataset/agreement/adjudication.ts';
import type { Adjudication, Dispute } from '../../core/dataset/agreement/adjudication.ts';
import { splitLines } from '../../core/text/lines.ts';
import { decodeUtf8, mustStayIn, reasonOf } from '../files.ts';
import { said } from '../messages/messages.ts';
import { onLongRequest } from '../long-work.ts';
import type { Work } from '../long-work.ts';
import { articleOf, articlesOf, decisionsOf, textOf, unreadArticle } from '../project-articles.ts';
import type { ProjectArticle } from '../project-articles.ts';
import { ADJUDICATE_REQUEST, ADJUDICATION_REQUEST, CONTESTED_REQUEST } from '../protocol.ts';
import type {
  AdjudicateParams,
  AdjudicateResult,
  AdjudicationParams,
  AdjudicationState,
  ContestedArticle,
  ContestedParams,
  ContestedResult,
  ShownAnnotation,
  ShownDispute,
  ShownWords,
} from '../protocol.ts';
import { rangeOf } from '../positions.ts';
import type { Feature, Server } from '../server-context.ts';
import { within } from '../uris.ts';
import { TOOL } from '../version.ts';

/** An article with all that its annotators decided, and the file of the gold layer. */
interface Contested {
  readonly uri: string;
  readonly path: string;
  readonly text: string;
  readonly annotators: readonly string[];
  readonly adjudication: Adjudication;
  readonly goldFile: string;
  readonly gold: StoredAnnotations;
}

async function contestedAt(server: Server, uri: string): Promise<Contested | null> {
  const article = await articleOf(server, uri);
  return article && contestedOf(server, article);
}

/** The annotators of an article: the gold layer is nobody's own work. */
const annotatorsOf = ({ stores }: ProjectArticle): string[] =>
  [...stores.keys()].filter((name) => name !== GOLD_ANNOTATOR).sort();

async function contestedOf(server: Server, article: ProjectArticle): Promise<Contested> {
  const { uri } = article;
  const text = await textOf(server, uri);
  const names = annotatorsOf(article);
  const decisions = await Promise.all(names.map((name) => decisionsOf(server, article, text, name)));
  const versions = decisions.filter((one) => one !== null);
  const { folder } = await server.projects.of(uri);
  const goldFile = within(folder, storePath(GOLD_ANNOTATOR, article.path));
  // Whoever adjudicates under the name of the layer itself may have changes that are not on disk yet.
  await server.keeper.flush(uri);
  const bytes = await server.runtime.files.read(goldFile);
  const gold = parseStore(bytes ? decodeUtf8(bytes) : '', text);
  return {
    uri,
    path: article.path,
    text,
    annotators: versions.map(({ annotator }) => annotator),
    adjudication: adjudicationOf(text, versions, gold.annotations),
    goldFile,
    gold,
  };
}

async function stateOf(server: Server, contested: Contested): Promise<AdjudicationState> {
  const { uri, path, text, annotators, adjudication } = contested;
  const { labels } = await server.projects.of(uri);
  const titles = new Map(labels.map(({ id, title }) => [id, said(title, server.messages())]));
  const lines = splitLines(text);
  const document = TextDocument.create(uri, 'article', 0, text);
  const shown = ({ disagreement, settlement, canKeepAll }: Dispute): ShownDispute => {
    const { family, kinds, span, line } = disagreement;
    const own = lines.filter(({ start, end }) => start < span.end && span.start <= end);
    const start = own[0]?.start ?? span.start;
    const end = own[own.length - 1]?.end ?? span.end;
    return {
      id: idOf({ disagreement, settlement, canKeepAll }),
      family,
      kinds,
      line,
      range: rangeOf(document, span),
      context: text.slice(start, end),
      sides: disagreement.sides.map(({ annotator, annotations, rejections }) => ({
        annotator,
        annotations: annotations.map((one) => shownAnnotation(one, start, titles)),
        rejects: rejections.length > 0,
      })),
      taken: settlement === null || settlement === 'own' ? settlement : settlement.taken,
      canKeepAll,
    };
  };
  return {
    uri,
    path,
    annotators,
    disputes: adjudication.disputes.map(shown),
    agreed: adjudication.agreed.length,
    agreedLeft: adjudication.agreedLeft.length,
  };
}

function shownAnnotation(
  { label, anchor, speaker, cue, canonical }: Annotation,
  from: number,
  titles: ReadonlyMap<string, string>,
): ShownAnnotation {
  return {
    label,
    title: titles.get(label) ?? label,
    ...shownWords(anchor, from),
    speaker: speaker && shownWords(speaker, from),
    cue: cue && shownWords(cue, from),
    canonical,
  };
}

const shownWords = ({ span, exact }: Anchor, from: number): ShownWords => ({
  words: exact,
  start: (span?.start ?? from) - from,
  end: (span?.end ?? from) - from,
});

/** A name for a dispute that changes with what the sides say. */
const idOf = ({ disagreement: { family, span, sides } }: Dispute): string =>
  [
    family,
    span.start,
    span.end,
    ...sides.flatMap(({ annotations }) => annotations.map(({ id, label }) => `${id} ${label}`)),
  ].join(':');

async function adjudicate(server: Server, params: AdjudicateParams): Promise<AdjudicateResult> {
  const messages = server.messages();
  const contested = await contestedAt(server, params.uri);
  if (!contested) return { state: null, refused: messages.failed(params.uri) };
  const { text, path, annotators, adjudication, gold, goldFile } = contested;
  const refuse = async (refused: string): Promise<AdjudicateResult> => ({
    state: await stateOf(server, contested),
    refused,
  });
  if (!gold.writable || gold.problems.length > 0)
    return refuse(messages.damagedFile(storePath(GOLD_ANNOTATOR, path), gold.problems));
  const context = { now: server.runtime.now().toISOString(), newId: server.runtime.newId };
  let annotations = takeAgreed(adjudication, annotators, gold.annotations, context);
  if ('id' in params) {
    const dispute = adjudication.disputes.find((one) => idOf(one) === params.id);
    if (!dispute) return refuse(messages.disputeGone);
    annotations = settle(adjudication, dispute.disagreement, params.taken, annotations, context);
  }
  const facts = gold.header?.facts ?? NO_FACTS;
  const content = serialiseStore(text, path, TOOL, annotations, gold.unreadable, facts);
  try {
    const { folder } = await server.projects.of(params.uri);
    await mustStayIn(server.runtime.files, folder, goldFile);
    await server.runtime.files.writeAtomically(goldFile, new TextEncoder().encode(content));
  } catch (error) {
    return refuse(messages.trouble({ code: 'unwritable', file: goldFile, reason: reasonOf(error) }));
  }
  for (const uri of await server.keeper.filesChanged([goldFile])) server.articleChanged(uri);
  const after = await contestedAt(server, params.uri);
  return { state: after && (await stateOf(server, after)), refused: null };
}

/** The articles of a project's folder that more than one annotator has worked on. */
async function contestedIn(
  server: Server,
  { folder }: ContestedParams,
  work: Work,
): Promise<ContestedResult> {
  const articles = (await articlesOf(server, folder)).filter((article) => annotatorsOf(article).length > 1);
  const found: ContestedArticle[] = [];
  const troubles: string[] = [];
  for (const [i, article] of articles.entries()) {
    work.step(article.path, i, articles.length);
    try {
      const { uri, path, annotators, adjudication } = await contestedOf(server, article);
      const { disputes, agreedLeft } = adjudication;
      const open = disputes.filter(({ settlement }) => settlement === null).length;
      found.push({
        uri,
        path,
        annotators,
        disputes: disputes.length,
        open,
        agreedLeft: agreedLeft.length,
      });
    } catch (error) {
      troubles.push(unreadArticle(server, article.path, error));
    }
  }
  return { articles: found.sort((a, b) => (a.path < b.path ? -1 : 1)), troubles };
}

/** What annotators disagree on, and how it is settled. */
export const adjudicating: Feature = {
  capabilities: () => ({}),
  register(server) {
    const { connection } = server;
    onLongRequest(
      server,
      ADJUDICATION_REQUEST,
      () => '',
      async ({ uri }: AdjudicationParams) => {
        const contested = await contestedAt(server, uri);
        return contested && stateOf(server, contested);
      },
    );
    onLongRequest(
      server,
      CONTESTED_REQUEST,
      () => '',
      (params: ContestedParams, work) => contestedIn(server, params, work),
    );
    // One after the other: each reads the file that the one before it wrote.
    let last: Promise<unknown> = Promise.resolve();
    connection.onRequest(ADJUDICATE_REQUEST, (params: AdjudicateParams) => {
      const result = last.then(() => adjudicate(server, params));
      last = result.catch(() => undefined);
      return result;
    });
  },
};
