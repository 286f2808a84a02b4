/**
 * What a person does to the annotations: the request hashiya/act, and the command "hashiya.act" with the same
 * argument, for code actions and for editors that know no requests of ours.
 */
import { MessageType, Range } from 'vscode-languageserver';
import type { CancellationToken } from 'vscode-languageserver';
import { act } from '../../core/annotations/actions/act.ts';
import type { AnnotationAction, Outcome } from '../../core/annotations/actions/action.ts';
import type { Annotation } from '../../core/annotations/annotation.ts';
import { markId } from '../../core/annotations/mark-identity.ts';
import { familyLookup } from '../../core/labels/project-labels.ts';
import type { Span } from '../../core/text/span.ts';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { KeepingTrouble } from '../annotation-keeper.ts';
import type { OpenArticle } from '../articles.ts';
import { rangeOf, spanOf } from '../positions.ts';
import { ACT_REQUEST } from '../protocol.ts';
import type { Action, ActParams, ActResult } from '../protocol.ts';
import { reasonOf } from '../files.ts';
import { logError, say } from '../server-context.ts';
import type { Feature, Server } from '../server-context.ts';

/** The command that does an action; its one argument is ActParams. */
export const ACT_COMMAND = 'hashiya.act';

type Fields = Readonly<Record<string, unknown>>;

const isText = (value: unknown): boolean => typeof value === 'string';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

/** Whether the fields of an action from the wire are what its kind takes. A record, so that the compiler misses none. */
const IS_WHOLE: Readonly<Record<Action['kind'], (fields: Fields) => boolean>> = {
  tag: ({ ranges, label }) => Array.isArray(ranges) && ranges.every(Range.is) && isText(label),
  accept: ({ ids }) => isTexts(ids),
  reject: ({ ids }) => isTexts(ids),
  remove: ({ ids }) => isTexts(ids),
  acceptEverywhere: ({ id }) => isText(id),
  relabel: ({ id, label }) => isText(id) && isText(label),
  resize: ({ id, end, by }) =>
    isText(id) && (end === 'start' || end === 'end') && (by === 'wider' || by === 'narrower'),
  setSpeaker: ({ id, range }) => isText(id) && (range === null || Range.is(range)),
  undo: () => true,
};

/** Whether a value from the wire is what the request takes. */
function isActParams(value: unknown): value is ActParams {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, version, action } = value as Fields;
  if (typeof uri !== 'string' || typeof version !== 'number') return false;
  if (typeof action !== 'object' || action === null) return false;
  const { kind } = action as Fields;
  return (
    typeof kind === 'string' &&
    Object.hasOwn(IS_WHOLE, kind) &&
    IS_WHOLE[kind as Action['kind']](action as Fields)
  );
}

/** An action in the editor's ranges as one in offsets. */
function actionInOffsets(
  action: Exclude<Action, { kind: 'undo' }>,
  document: TextDocument,
): AnnotationAction {
  switch (action.kind) {
    case 'tag':
      return { ...action, spans: action.ranges.map((range) => spanOf(document, range)) };
    case 'setSpeaker':
      return { ...action, span: action.range && spanOf(document, action.range) };
    default:
      return action;
  }
}

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
  if (action.kind === 'undo') return undone(server, uri);
  if (articles.document(uri)?.version !== version) return answer(false, messages.outdated);
  const [article, project] = await Promise.all([articles.current(uri, token), server.projects.of(uri)]);
  if (!article || articles.document(uri) !== article.document) return answer(false, messages.outdated);
  // From here to the replacement nothing may wait, or another action could come between.
  const outcome = outcomeOf(
    server,
    article,
    actionInOffsets(action, article.document),
    familyLookup(project.project),
  );
  if (!outcome.done) return answer(false, messages.refusal(outcome.refusal));
  const trouble = await replace(server, uri, outcome.annotations);
  const several = action.kind === 'acceptEverywhere' || outcome.changed > 1;
  const message = trouble ? messages.trouble(trouble) : several ? messages.changed(outcome.changed) : null;
  return answer(true, message, rangeNow(server, article, outcome.span), trouble !== null);
}

function outcomeOf(
  server: Server,
  article: OpenArticle,
  action: AnnotationAction,
  familyOf: ReturnType<typeof familyLookup>,
): Outcome {
  const { analysis } = article;
  const annotations = server.keeper.of(article.document.uri)?.annotations ?? article.annotations;
  // What is accepted everywhere is what the engine is sure of; a weak suggestion is accepted where it is asked for.
  const weak =
    action.kind === 'acceptEverywhere'
      ? analysis.weak.filter((mark) => markId(mark) === action.id)
      : analysis.weak;
  return act(
    action,
    {
      article: analysis.article,
      marks: [...analysis.entities, ...weak, ...analysis.quotations, ...analysis.boilerplate],
      annotations,
    },
    {
      annotator: article.annotator,
      now: server.runtime.now().toISOString(),
      newId: server.runtime.newId,
      familyOf,
    },
  );
}

function replace(
  server: Server,
  uri: string,
  annotations: readonly Annotation[],
): Promise<KeepingTrouble | null> {
  const written = server.keeper.replace(uri, annotations);
  // The editor shows what was done before the disk has it.
  server.articleChanged(uri);
  return written;
}

async function undone(server: Server, uri: string): Promise<ActResult> {
  const messages = server.messages();
  const result = server.keeper.undo(uri);
  server.articleChanged(uri);
  const outcome = await result;
  if (outcome === false) return answer(false, messages.nothingToUndo);
  const trouble = outcome === true ? null : messages.trouble(outcome);
  return answer(true, trouble ?? messages.undone, null, trouble !== null);
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
