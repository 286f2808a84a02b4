/** The outline of an article: its headline with quotations by speaker and entities by label, then the boilerplate. */
import { SymbolKind } from 'vscode-languageserver';
import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver';
import { FAMILY_TITLES } from '../../core/labels/scheme.ts';
import type { Span } from '../../core/text/span.ts';
import { endsStep } from '../../core/text/steps.ts';
import type { Steps } from '../../core/text/steps.ts';
import type { OpenArticle } from '../articles.ts';
import { isBoilerplate, lineClassesOf, mentionsOf, quotationsOf, runsOfLines } from '../mentions.ts';
import { said } from '../messages/messages.ts';
import type { Messages } from '../messages/messages.ts';
import { rangeOf } from '../positions.ts';
import { shorten } from '../quoting.ts';
import { inSlices } from '../runtime.ts';
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

/** The outline of an article. In steps. */
function* outlineOf(article: OpenArticle, messages: Messages): Steps<DocumentSymbol[]> {
  const { lines } = article.analysis.article;
  const classes = lineClassesOf(article);
  const entries: Entry[] = [];
  const own = lines.filter((_, i) => {
    const lineClass = classes[i];
    return lineClass !== null && lineClass !== undefined && !isBoilerplate(lineClass);
  });
  const title = lines[classes.indexOf('headline')] ?? own[0];
  yield;
  const speakers = yield* speakersOf(article, messages);
  yield;
  const children = [...speakers, ...(yield* entitiesOf(article, messages))];
  yield;
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
  const symbols: DocumentSymbol[] = [];
  for (const entry of entries) symbols.push(yield* toSymbol(article, entry));
  return symbols;
}

function* speakersOf(article: OpenArticle, messages: Messages): Steps<Entry[]> {
  const text = article.document.getText();
  const bySpeaker = new Map<string, Entry[]>();
  for (const [i, quotation] of quotationsOf(article).entries()) {
    if (endsStep(i)) yield;
    if (quotation.kind === 'term') continue;
    const entry = {
      name: shorten(text.slice(quotation.start, quotation.end), LONGEST),
      kind: SymbolKind.String,
      span: quotation,
      at: quotation,
    };
    const speaker = quotation.name ?? messages.unknownSpeaker;
    const own = bySpeaker.get(speaker);
    if (own) own.push(entry);
    else bySpeaker.set(speaker, [entry]);
  }
  const speakers = [...bySpeaker].map(([name, quotations]) => group(name, SymbolKind.Class, quotations));
  return speakers.length > 0
    ? [group(said(FAMILY_TITLES.quotation, messages), SymbolKind.Namespace, speakers)]
    : [];
}

function* entitiesOf(article: OpenArticle, messages: Messages): Steps<Entry[]> {
  const byLabel = new Map<string, Map<string, Span[]>>();
  for (const [i, { label, name, start, end }] of mentionsOf(article).entries()) {
    if (endsStep(i)) yield;
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
  let { start, end } = first.span;
  for (const { span } of children) {
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  return {
    name: shorten(name, LONGEST),
    detail: counted(children.length),
    kind,
    span: { start, end },
    at: first.at,
    children,
  };
}

function* toSymbol(
  article: OpenArticle,
  { name, detail, kind, span, at, children }: Entry,
): Steps<DocumentSymbol> {
  const own: DocumentSymbol[] = [];
  for (const [i, child] of (children ?? []).entries()) {
    if (endsStep(i)) yield;
    own.push(yield* toSymbol(article, child));
  }
  return {
    // The protocol forbids names of blanks alone.
    name: name.trim() === '' ? '…' : name,
    ...(detail ? { detail } : {}),
    kind,
    range: rangeOf(article.document, span),
    selectionRange: rangeOf(article.document, at),
    ...(children ? { children: own } : {}),
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
        const isStill = (): boolean =>
          !token.isCancellationRequested && server.articles.document(uri) === article.document;
        const outline = await inSlices(server.runtime, outlineOf(article, server.messages()), isStill);
        if (!outline) return null;
        const hierarchical = server.client().textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport;
        return hierarchical ? outline : flat(uri, outline);
      }),
    );
  },
};
