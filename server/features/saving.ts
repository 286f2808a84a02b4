/** hashiya/save: writes annotations that could not be written before, once whatever stood in the way is mended. */
import { SAVE_REQUEST } from '../protocol.ts';
import type { SaveResult } from '../protocol.ts';
import { reasonOf } from '../files.ts';
import { logError } from '../server-context.ts';
import type { Feature } from '../server-context.ts';

/** The request to try again. */
export const saving: Feature = {
  capabilities: () => ({}),
  register(server) {
    const { connection, keeper } = server;
    connection.onRequest(SAVE_REQUEST, async ({ uri }: { uri: string }): Promise<SaveResult> => {
      try {
        // The obstacle first: it is looked at anew, and writing would only repeat it.
        const trouble = (await keeper.obstacle(uri)) ?? (await keeper.flush(uri));
        return { unsaved: trouble && server.messages().trouble(trouble) };
      } catch (error) {
        logError(connection, 'save', error);
        return { unsaved: server.messages().failed(reasonOf(error)) };
      }
    });
  },
};
