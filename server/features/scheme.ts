/** hashiya/scheme: the labels to choose from, and who annotates. */
import { articleFilter } from '../../core/labels/project-files.ts';
import { SCHEME_REQUEST } from '../protocol.ts';
import type { Scheme } from '../protocol.ts';
import { said } from '../messages/messages.ts';
import { logError } from '../server-context.ts';
import type { Feature } from '../server-context.ts';
import { pathWithin } from '../uris.ts';

/** The labels of an article's project, its annotator and its project file. */
export const scheme: Feature = {
  capabilities: () => ({}),
  register(server) {
    server.connection.onRequest(SCHEME_REQUEST, async ({ uri }: { uri: string }): Promise<Scheme> => {
      try {
        const [{ annotator }, { labels, file, folder, project }] = await Promise.all([
          server.placeOf(uri),
          server.projects.of(uri),
        ]);
        return {
          labels: labels.map(({ family, id, title, description, key }) => ({
            family,
            id,
            title: said(title, server.messages()),
            description: said(description, server.messages()),
            key,
            ...(project.labels.colours[id] ? { colour: project.labels.colours[id] } : {}),
          })),
          annotator,
          project: file,
          included: file !== null && articleFilter(project)(pathWithin(folder, uri) ?? ''),
        };
      } catch (error) {
        logError(server.connection, 'scheme', error);
        throw error;
      }
    });
  },
};
