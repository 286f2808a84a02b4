/** hashiya/scheme: the labels to choose from, and who annotates. */
import type { Bilingual } from '../../core/labels/problems.ts';
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
        const [{ annotator }, { labels, attributes, relations, articleAttributes, file, folder, project }] =
          await Promise.all([server.placeOf(uri), server.projects.of(uri)]);
        /** In the editor's language. */
        const told = <T extends { readonly title: Bilingual; readonly description: Bilingual }>(part: T) => ({
          ...part,
          title: said(part.title, server.messages()),
          description: said(part.description, server.messages()),
        });
        const own = new Map(project.labels.add.map(({ id, colour }) => [id, colour]));
        const colourOf = (id: string) => project.labels.colours[id] ?? own.get(id);
        return {
          labels: labels.map(({ family, id, title, description, key }) => {
            const colour = colourOf(id);
            return { family, id, key, ...told({ title, description }), ...(colour ? { colour } : {}) };
          }),
          attributes: attributes.map(told),
          relations: relations.map(told),
          articleAttributes: articleAttributes.map(told),
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
