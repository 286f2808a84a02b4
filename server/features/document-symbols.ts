/** The outline of an article: its headline with quotations by speaker and entities by label, then the boilerplate. */
import { SymbolKind } from 'vscode-languageserver';
import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver';
import { FAMILY_TITLES } from '../../core/labels/scheme.ts';
import type { Span } from '../../core/text/span.ts';
import type { OpenArticle } from '../articles.ts';
import { isBoilerplate, lineClassesOf, mentionsOf, quotationsOf, runsOfLines } from '../mentions.ts';
import { said } from '../messages/messages.ts';
import type { Messages } from '../messages/messages.ts';
import { rangeOf } from '../positions.ts';
import { shorten } from '../quoting.ts';
import { guarded } from '../server-context.ts';
import type { Feature } from '../server-context.ts';
import { symbolKindOf } from './symbol-kinds.ts';

/** How much of a headline or a quotation an outline shows, in UTF-16 code units. */
const LONGEST = 100;

interface Entry {
  readonly name: string;
  readonly detail?: string;
  readonly kind: SymbolKind;
  readonly span: Span;
  readonly at: Span;
  readonly children?: readonly Entry[];
}

/** The outline of an article. */
function outlineOf(article: OpenArticle, messages: Messages): DocumentSymbol[] {
  const { lines } = article.analysis.article;
  const classes = lineClassesOf(article);
  const entries: Entry[] = [];
  const own = lines.filter((_, i) => {
    const lineClass = classes[i];
    return lineClass !== null && lineClass !== undefined && !isBoilerplate(lineClass);
  });
  const title = lines[classes.indexOf('headline')] ?? own[0];
  const children = [...speakersOf(article, messages), ...entitiesOf(article, messages)];
  const [first, last] = [own[0], own.at(-1)];
  if (title && first && last)
    entries.push({
      name: shorten(title.text, LONGEST),
      kind: SymbolKind.Module,
      span: { start: Math.min(first.start, title.start), end: Math.max(last.end, title.end) },
      at: title,
      children,
    });
  else entries.push(...children);
  for (const run of runsOfLines(classes, (lineClass) => (isBoilerplate(lineClass) ? lineClass : null))) {
    const [from, to] = [lines[run.first], lines[run.last]];
    if (!from || !to) continue;
    const label = article.labels.find(({ family, id }) => family === 'boilerplate' && id === run.class);
    entries.push({
      name: label ? said(label.title, messages) : run.class,
      detail: shorten(from.text, LONGEST),
      kind: SymbolKind.Package,
      span: { start: from.start, end: to.end },
      at: { start: from.start, end: from.end },
    });
  }
  return entries.map((entry) => toSymbol(article, entry));
}

function speakersOf(article: OpenArticle, messages: Messages): Entry[] {
  const text = article.document.getText();
  const bySpeaker = new Map<string, Entry[]>();
  for (const quotation of quotationsOf(article)) {
    if (quotation.kind === 'term') continue;
    const entry = {
      name: shorten(text.slice(quotation.start, quotation.end), LONGEST),
      kind: SymbolKind.String,
      span: quotation,
      at: quotation,
    };
    const speaker = quotation.name ?? messages.unknownSpeaker;
    bySpeaker.set(speaker, [...(bySpeaker.get(speaker) ?? []), entry]);
  }
  const speakers = [...bySpeaker].map(([name, quotations]) => group(name, SymbolKind.Class, quotations));
  return speakers.length > 0
    ? [group(said(FAMILY_TITLES.quotation, messages), SymbolKind.Namespace, speakers)]
    : [];
}

function entitiesOf(article: OpenArticle, messages: Messages): Entry[] {
  const byLabel = new Map<string, Map<string, Span[]>>();
  for (const { label, name, start, end } of mentionsOf(article)) {
    const names = byLabel.get(label) ?? new Map<string, Span[]>();
    const spans = names.get(name) ?? [];
    spans.push({ start, end });
    byLabel.set(label, names.set(name, spans));
  }
  return article.labels.flatMap(({ family, id, title }) => {
    const names = byLabel.get(id);
    if (family !== 'entity' || !names) return [];
    const entries = [...names].map(([name, [first, ...others]]) => ({
      name: shorten(name, LONGEST),
      detail: others.length > 0 ? counted(others.length + 1) : '',
      kind: symbolKindOf(id),
      span: first as Span,
      at: first as Span,
    }));
    return [group(said(title, messages), SymbolKind.Namespace, entries)];
  });
}

/** A number that stays behind its name: alone it would go before an Arabic one (UAX #9: weak, it joins what it follows). */
const counted = (count: number): string => `\u200e${count}`;

/** An entry for several; it stands where the first of them stands. */
function group(name: string, kind: SymbolKind, children: readonly Entry[]): Entry {
  const [first] = children as [Entry, ...Entry[]];
  const start = Math.min(...children.map(({ span }) => span.start));
  const end = Math.max(...children.map(({ span }) => span.end));
  return {
    name: shorten(name, LONGEST),
    detail: counted(children.length),
    kind,
    span: { start, end },
    at: first.at,
    children,
  };
}

function toSymbol(article: OpenArticle, { name, detail, kind, span, at, children }: Entry): DocumentSymbol {
  return {
    // The protocol forbids names of blanks alone.
    name: name.trim() === '' ? '…' : name,
    ...(detail ? { detail } : {}),
    kind,
    range: rangeOf(article.document, span),
    selectionRange: rangeOf(article.document, at),
    ...(children ? { children: children.map((child) => toSymbol(article, child)) } : {}),
  };
}

const flat = (uri: string, symbols: readonly DocumentSymbol[], containerName?: string): SymbolInformation[] =>
  symbols.flatMap(({ name, kind, selectionRange, children }) => [
    { name, kind, location: { uri, range: selectionRange }, ...(containerName ? { containerName } : {}) },
    ...flat(uri, children ?? [], name),
  ]);

/** textDocument/documentSymbol. */
export const documentSymbols: Feature = {
  capabilities: () => ({ documentSymbolProvider: true }),
  register(server) {
    server.connection.onDocumentSymbol(
      guarded(server, 'document symbols', null, async ({ textDocument: { uri } }, token) => {
        const article = await server.articles.current(uri, token);
        if (!article) return null;
        const outline = outlineOf(article, server.messages());
        const hierarchical = server.client().textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport;
        return hierarchical ? outline : flat(uri, outline);
      }),
    );
  },
};
