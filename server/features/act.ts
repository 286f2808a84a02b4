/**
 * What a person does to the annotations: the request hashiya/act, and the command "hashiya.act" with the same
 * argument, for code actions and for editors that know no requests of ours.
 */
import { MessageType } from 'vscode-languageserver';
import type { CancellationToken } from 'vscode-languageserver';
import { act } from '../../core/annotations/actions/act.ts';
import type { AnnotationAction, Outcome } from '../../core/annotations/actions/action.ts';
import { markId } from '../../core/annotations/mark-identity.ts';
import type { Mark } from '../../core/labels/marks.ts';
import type { Span } from '../../core/text/span.ts';
import type { ArticleVersion, KeepingTrouble } from '../annotation-keeper.ts';
import type { OpenArticle } from '../articles.ts';
import { actionContext } from '../action-context.ts';
import { reasonOf } from '../files.ts';
import { rangeOf } from '../positions.ts';
import { ACT_REQUEST } from '../protocol.ts';
import type { Action, ActParams, ActResult } from '../protocol.ts';
import { logError, say } from '../server-context.ts';
import type { Feature, Server } from '../server-context.ts';
import { actionInOffsets, isActParams } from './act-params.ts';

/** The command that does an action; its one argument is ActParams. */
export const ACT_COMMAND = 'hashiya.act';

/** Actions that reach beyond the place pointed at, and so tell how many places they reached. */
const BULK: ReadonlySet<Action['kind']> = new Set([
  'acceptEverywhere',
  'rejectEverywhere',
  'tagEverywhere',
  'rename',
]);

/** Actions that accept marks which nobody pointed at. */
const ACCEPTS_OTHERS: ReadonlySet<Action['kind']> = new Set([
  'acceptEverywhere',
  'tagEverywhere',
  'rename',
  'relate',
]);

type Reversal = Extract<Action, { readonly kind: 'undo' | 'redo' }>;

const isReversal = (action: Action): action is Reversal => action.kind === 'undo' || action.kind === 'redo';

const answer = (
  done: boolean,
  message: string | null,
  range: ActResult['range'] = null,
  trouble = false,
): ActResult => ({ done, message, range, trouble });

async function perform(server: Server, params: ActParams, token: CancellationToken): Promise<ActResult> {
  const { uri, version, action } = params;
  const { keeper, articles } = server;
  const messages = server.messages();
  const document = articles.document(uri);
  if (!document) return answer(false, messages.notOpen);
  const obstacle = await keeper.obstacle(uri);
  if (obstacle) return answer(false, messages.trouble(obstacle), null, true);
  if (isReversal(action)) return reversed(server, uri, action.kind);
  if (articles.document(uri)?.version !== version) return answer(false, messages.outdated);
  const [article, project] = await Promise.all([articles.current(uri, token), server.projects.of(uri)]);
  if (!article || articles.document(uri) !== article.document) return answer(false, messages.outdated);
  // From here to the replacement nothing may wait, or another action could come between.
  const outcome = outcomeOf(server, article, actionInOffsets(action, article.document), project);
  if (!outcome.done) return answer(false, messages.refusal(outcome.refusal));
  const trouble = await replace(server, uri, outcome, action.kind);
  const isTold = BULK.has(action.kind) ? outcome.changed > 0 : outcome.changed > 1;
  const message = trouble ? messages.trouble(trouble) : isTold ? messages.changed(outcome.changed) : null;
  return answer(true, message, rangeNow(server, article, outcome.span), trouble !== null);
}

function outcomeOf(
  server: Server,
  article: OpenArticle,
  action: AnnotationAction,
  project: Awaited<ReturnType<Server['projects']['of']>>,
): Outcome {
  const { analysis } = article;
  const { annotations, facts } = server.keeper.of(article.document.uri) ?? article;
  // What is accepted everywhere is what the engine is sure of; a weak suggestion is accepted where it is asked for.
  const weak = ACCEPTS_OTHERS.has(action.kind)
    ? analysis.weak.filter((mark) => isPointedAt(mark, action))
    : analysis.weak;
  return act(
    action,
    {
      article: analysis.article,
      marks: [...analysis.entities, ...weak, ...analysis.quotations, ...analysis.boilerplate],
      annotations,
      facts,
    },
    actionContext(project, article.annotator, server.runtime),
  );
}

/** Whether an action names a mark, or its caret or selection touches it. */
function isPointedAt(mark: Mark, action: AnnotationAction): boolean {
  const id = markId(mark);
  switch (action.kind) {
    case 'tagEverywhere':
      return mark.start <= action.span.end && action.span.start <= mark.end;
    case 'relate':
      return action.from === id || action.to === id;
    default:
      return 'id' in action && action.id === id;
  }
}

function replace(
  server: Server,
  uri: string,
  next: ArticleVersion,
  action: string,
): Promise<KeepingTrouble | null> {
  const written = server.keeper.replace(uri, next, action);
  // The editor shows what was done before the disk has it.
  server.articleChanged(uri);
  return written;
}

async function reversed(server: Server, uri: string, kind: Reversal['kind']): Promise<ActResult> {
  const { nothingToUndo, undone, nothingToRedo, redone, trouble } = server.messages();
  const result = server.keeper[kind](uri);
  server.articleChanged(uri);
  const outcome = await result;
  if (outcome === false) return answer(false, kind === 'undo' ? nothingToUndo : nothingToRedo);
  const words = outcome === true ? null : trouble(outcome);
  return answer(true, words ?? (kind === 'undo' ? undone : redone), null, words !== null);
}

/** The range of a span of the article, in the text as it is now; null where an edit came in between. */
const rangeNow = (server: Server, article: OpenArticle, span: Span | null): ActResult['range'] =>
  span && server.articles.document(article.document.uri) === article.document
    ? rangeOf(article.document, span)
    : null;

/** hashiya/act and workspace/executeCommand. */
export const acting: Feature = {
  capabilities: () => ({ executeCommandProvider: { commands: [ACT_COMMAND] } }),
  register(server) {
    const { connection } = server;
    const handle = async (params: unknown, token: CancellationToken): Promise<ActResult> => {
      if (!isActParams(params)) return answer(false, server.messages().failed('no such action'));
      try {
        return await perform(server, params, token);
      } catch (error) {
        logError(connection, 'act', error);
        return answer(false, server.messages().failed(reasonOf(error)));
      }
    };
    connection.onRequest(ACT_REQUEST, handle);
    connection.onExecuteCommand(async ({ command, arguments: given }, token) => {
      const params = given?.[0] as unknown;
      const result =
        command === ACT_COMMAND
          ? await handle(params, token)
          : answer(false, server.messages().failed(command));
      if (result.message)
        say(
          connection,
          result.done && !result.trouble ? MessageType.Info : MessageType.Warning,
          result.message,
        );
      return result;
    });
  },
};
