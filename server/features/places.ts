/** From one place of an article to others: every mention of an entity, a quotation's speaker. */
import { DocumentHighlightKind } from 'vscode-languageserver';
import type { Location } from 'vscode-languageserver';
import type { Span } from '../../core/text/span.ts';
import type { OpenArticle } from '../articles.ts';
import { mentionAt, mentionsLike, mentionsOf, quotationAt } from '../mentions.ts';
import { offsetAt, rangeOf } from '../positions.ts';
import { guarded } from '../server-context.ts';
import type { Feature, Server } from '../server-context.ts';

/**
 * Where an entity is introduced: its first mention by its full name, else its first mention. Of a quotation, where
 * no mention is at the place: its speaker.
 */
function definitionAt(article: OpenArticle, offset: number): Span | null {
  const mention = mentionAt(article, offset);
  if (!mention) return quotationAt(article, offset)?.speaker ?? null;
  const all = mentionsLike(article, mention);
  const text = article.document.getText();
  return all.find(({ start, end, name }) => text.slice(start, end) === name) ?? all[0] ?? null;
}

/** Every mention of the entity at a place; of a quotation, where no mention is at the place: of its speaker. */
function mentionsFrom(article: OpenArticle, offset: number): Span[] {
  const mention = mentionAt(article, offset);
  if (mention) return mentionsLike(article, mention);
  const speaker = quotationAt(article, offset)?.speaker;
  if (!speaker) return [];
  const named = mentionsOf(article).find(({ start, end }) => start <= speaker.start && speaker.end <= end);
  return named ? mentionsLike(article, named) : [speaker];
}

/**
 * What belongs together at a place: mentions of one entity; of a quotation its speaker and cue. The quotation itself is
 * left out: a whole paragraph gone grey under the caret tells nobody anything.
 */
function highlightsAt(article: OpenArticle, offset: number): Span[] {
  const mention = mentionAt(article, offset);
  if (mention) return mentionsLike(article, mention);
  const quotation = quotationAt(article, offset);
  return quotation ? [quotation.speaker, quotation.cue].filter((span) => span !== null) : [];
}

async function spansFrom(
  server: Server,
  { textDocument, position }: { textDocument: { uri: string }; position: Location['range']['start'] },
  find: (article: OpenArticle, offset: number) => readonly (Span | null)[],
  token: Parameters<Server['articles']['current']>[1],
): Promise<Location[] | null> {
  const article = await server.articles.current(textDocument.uri, token);
  if (!article) return null;
  const { document } = article;
  return find(article, offsetAt(document, position)).flatMap((span) =>
    span ? [{ uri: document.uri, range: rangeOf(document, span) }] : [],
  );
}

/** textDocument/definition. */
export const definition: Feature = {
  capabilities: () => ({ definitionProvider: true }),
  register(server) {
    server.connection.onDefinition(
      guarded(server, 'definition', null, (params, token) =>
        spansFrom(server, params, (article, offset) => [definitionAt(article, offset)], token),
      ),
    );
  },
};

/** textDocument/references. */
export const references: Feature = {
  capabilities: () => ({ referencesProvider: true }),
  register(server) {
    server.connection.onReferences(
      guarded(server, 'references', null, (params, token) =>
        spansFrom(
          server,
          params,
          (article, offset) => {
            const all = mentionsFrom(article, offset);
            if (params.context.includeDeclaration) return all;
            const introduced = definitionAt(article, offset);
            return all.filter(({ start }) => start !== introduced?.start);
          },
          token,
        ),
      ),
    );
  },
};

/** textDocument/documentHighlight. */
export const highlights: Feature = {
  capabilities: () => ({ documentHighlightProvider: true }),
  register(server) {
    server.connection.onDocumentHighlight(
      guarded(server, 'highlights', null, async (params, token) => {
        const places = await spansFrom(server, params, highlightsAt, token);
        return places && places.map(({ range }) => ({ range, kind: DocumentHighlightKind.Text }));
      }),
    );
  },
};
