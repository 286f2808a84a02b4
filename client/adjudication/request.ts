import type { Uri } from 'vscode';
import {
  ADJUDICATION_REQUEST,
  type AdjudicationParams,
  type AdjudicationState,
} from '../../server/protocol.ts';
import type { App } from '../app.ts';

/** What annotators of an article disagree on; null where it lies in no project. */
export function requestAdjudication({ client }: App, article: Uri): Promise<AdjudicationState | null> {
  const params: AdjudicationParams = { uri: client.code2ProtocolConverter.asUri(article) };
  return client.sendRequest<AdjudicationState | null>(ADJUDICATION_REQUEST, params);
}
