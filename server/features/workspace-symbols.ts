/** Search for entities by name over the open articles and those of the workspace's projects. */
import type { CancellationToken, SymbolInformation } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { articleFilter } from '../../core/labels/project-files.ts';
import { fold } from '../../core/text/fold.ts';
import { decodeArticle } from '../files.ts';
import { mentionsOf } from '../mentions.ts';
import type { Mention } from '../mentions.ts';
import { said } from '../messages/messages.ts';
import { rangeOf } from '../positions.ts';
import { guarded, logError } from '../server-context.ts';
import type { Feature, Server } from '../server-context.ts';
import { pathWithin, sameSpelling } from '../uris.ts';
import { symbolKindOf } from './symbol-kinds.ts';

/** How many files that nobody has open are looked into, and how large they may be in bytes. */
const MOST_FILES = 300;
const LARGEST_FILE = 1_000_000;
/** How many symbols are answered with. */
const MOST_SYMBOLS = 500;

/** An article that nobody has open, with its entities. */
interface ReadArticle {
  readonly document: TextDocument;
  readonly mentions: readonly Mention[];
}

/** The entities of an article whose name holds what was asked for, each once, at its first mention. */
function* matching(
  { document, mentions }: ReadArticle,
  query: string,
  titleOf: (label: string) => string,
): Generator<SymbolInformation> {
  const seen = new Set<string>();
  for (const mention of mentions) {
    const key = `${mention.label} ${mention.name}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (!fold(mention.name).includes(query)) continue;
    yield {
      name: mention.name,
      kind: symbolKindOf(mention.label),
      location: { uri: document.uri, range: rangeOf(document, mention) },
      containerName: titleOf(mention.label),
    };
  }
}

/** Reads articles of the workspace that are not open, one after the other, and remembers what it found in them. */
function createReader(server: Server): (token: CancellationToken) => AsyncGenerator<ReadArticle> {
  const known = new Map<string, ReadArticle>();
  const read = async (uri: string, token: CancellationToken): Promise<ReadArticle | null> => {
    const bytes = await server.runtime.files.read(uri);
    if (!bytes || bytes.length > LARGEST_FILE) return null;
    const text = decodeArticle(bytes);
    const before = known.get(uri);
    if (before?.document.getText() === text) return before;
    const analysis = await server.analyses.ofText(text, token);
    if (!analysis) return null;
    const mentions = analysis.entities.map(({ start, end, label, canonical }) => ({
      start,
      end,
      label,
      name: canonical,
    }));
    const article = { document: TextDocument.create(uri, 'article', 0, text), mentions };
    known.set(uri, article);
    return article;
  };
  return async function* (token) {
    let left = MOST_FILES;
    const open = new Set(server.articles.uris().map(sameSpelling));
    for (const folder of server.folders()) {
      const { project, folder: root } = await server.projects.ofFolder(folder);
      const isArticle = articleFilter(project);
      for (const uri of await server.runtime.files.list(folder)) {
        if (token.isCancellationRequested || left === 0) return;
        const path = pathWithin(root, uri);
        if (path === null || !isArticle(path) || open.has(sameSpelling(uri))) continue;
        left--;
        // A file that cannot be read, or is no UTF-8, has no symbols.
        const article = await read(uri, token).catch(() => null);
        if (article) yield article;
      }
    }
  };
}

/** workspace/symbol. */
export const workspaceSymbols: Feature = {
  capabilities: () => ({ workspaceSymbolProvider: true }),
  register(server) {
    const readClosed = createReader(server);
    server.connection.onWorkspaceSymbol(
      guarded(server, 'workspace symbols', null, async ({ query }, token) => {
        const wanted = fold(query.trim());
        const found: SymbolInformation[] = [];
        const collect = (article: ReadArticle, titleOf: (label: string) => string): boolean => {
          for (const symbol of matching(article, wanted, titleOf)) {
            if (found.length >= MOST_SYMBOLS) return false;
            found.push(symbol);
          }
          return !token.isCancellationRequested;
        };
        for (const uri of server.articles.uris()) {
          const article = await server.articles.current(uri, token);
          if (!article) continue;
          const titles = new Map(article.labels.map(({ id, title }) => [id, said(title, server.messages())]));
          const open = { document: article.document, mentions: mentionsOf(article) };
          if (!collect(open, (label) => titles.get(label) ?? label)) return found;
        }
        try {
          for await (const article of readClosed(token)) if (!collect(article, (label) => label)) break;
        } catch (error) {
          logError(server.connection, 'workspace symbols', error);
        }
        return found;
      }),
    );
  },
};
