/**
 * What every message of a client passes before it is served: whether it comes in its time (after `initialize`, before
 * `shutdown`) and its parameters are what the protocol says. What does not is answered with an error that says why, or,
 * where nobody waits for an answer, left alone and told in the log, so that no handler has to reckon with it.
 */
import { ErrorCodes, Message, ResponseError } from 'vscode-languageserver';
import type { Connection, MessageStrategy, NotificationMessage, RequestMessage } from 'vscode-languageserver';
import { faultInParams } from './params.ts';

/** In place of the method of a message that is refused. A client that sends it itself is refused likewise. */
const REFUSED = 'hashiya/refused';

interface Refusal {
  readonly code: number;
  readonly reason: string;
}

/** A gate for one connection, to be handed to `createConnection`; `answerRefused` belongs to it. */
export function createGate(): MessageStrategy {
  let phase: 'new' | 'serving' | 'shut down' = 'new';
  const refusalOf = (method: string, params: unknown): Refusal | null => {
    const refuse = (code: number, reason: string): Refusal => ({ code, reason });
    if (method === 'exit') return null;
    if (phase === 'new' && method !== 'initialize')
      return refuse(ErrorCodes.ServerNotInitialized, `${method}: the server waits for “initialize” first.`);
    if (phase === 'shut down')
      return refuse(ErrorCodes.InvalidRequest, `${method}: the server has been shut down.`);
    if (phase === 'serving' && method === 'initialize')
      return refuse(ErrorCodes.InvalidRequest, 'initialize: the server has been initialized before.');
    const fault = faultInParams(method, params);
    return fault === null ? null : refuse(ErrorCodes.InvalidParams, fault);
  };
  return {
    handleMessage(message, next) {
      if (!isCall(message)) return next(message);
      const { method, params } = message;
      const refusal = refusalOf(method, params);
      if (refusal) {
        const refused: Call = { ...message, method: REFUSED, params: refusal };
        return next(refused);
      }
      if (method === 'initialize') phase = 'serving';
      if (method === 'shutdown') phase = 'shut down';
      return next(message);
    },
  };
}

type Call = RequestMessage | NotificationMessage;

const isCall = (message: Message): message is Call =>
  Message.isRequest(message) || Message.isNotification(message);

/** Answers what the gate refused. */
export function answerRefused(connection: Connection): void {
  connection.onRequest(REFUSED, ({ code, reason }: Refusal) => {
    throw new ResponseError(code, reason);
  });
  connection.onNotification(REFUSED, ({ reason }: Refusal) => connection.console.warn(reason));
}
