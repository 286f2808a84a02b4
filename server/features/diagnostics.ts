/** Marks and problems as diagnostics: pulled where the client can, pushed where it cannot. */
import {
  CancellationToken,
  DiagnosticSeverity,
  DiagnosticTag,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import type {
  Diagnostic,
  DiagnosticRelatedInformation,
  DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { markId } from '../../core/annotations/mark-identity.ts';
import { codeOf, labelByCode } from '../../core/labels/scheme.ts';
import type { BoilerplateMark, EntityMark, Mark, QuotationMark } from '../../core/labels/marks.ts';
import type { Problem } from '../../core/labels/problems.ts';
import { isBlank } from '../../core/text/lines.ts';
import type { Span } from '../../core/text/span.ts';
import type { OpenArticle } from '../articles.ts';
import { said } from '../messages/messages.ts';
import type { Messages } from '../messages/messages.ts';
import { rangeOf } from '../positions.ts';
import type { Settings, SeveritySetting } from '../protocol.ts';
import { quote, shorten } from '../quoting.ts';
import { guarded, logError } from '../server-context.ts';
import type { Feature, Server } from '../server-context.ts';
import type { DiagnosticData } from './diagnostic-data.ts';

/** VS Code keeps at most this many diagnostics of a file. */
export const MOST_DIAGNOSTICS = 1000;

const SOURCE = 'Hashiya';

const SEVERITIES: Readonly<Record<Exclude<SeveritySetting, 'off'>, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** How diagnostics are to be written. */
export interface DiagnosticStyle {
  readonly severity: Settings['severity'];
  readonly docs: string;
  readonly messages: Messages;
}

/**
 * The diagnostics of an article: its problems, and the marks that nobody has decided on. The most important first
 * and at most 1000: problems, boilerplate, quotations, then entities by how unsure they are to be wrong.
 */
export function diagnosticsOf(article: OpenArticle, style: DiagnosticStyle): Diagnostic[] {
  const { analysis } = article;
  const on = (family: keyof Settings['severity']): boolean => style.severity[family] !== 'off';
  const found: Diagnostic[] = [];
  if (on('problem')) for (const p of analysis.problems) found.push(ofProblem(p, article, style));
  if (on('boilerplate')) for (const run of runsOf(article)) found.push(ofRun(run, article, style));
  if (on('quotation')) for (const mark of article.quotations) found.push(ofQuotation(mark, article, style));
  if (on('entity') && found.length < MOST_DIAGNOSTICS) {
    const mentions = mentioned(article);
    const room = MOST_DIAGNOSTICS - found.length;
    const surest =
      article.entities.length <= room
        ? article.entities
        : [...article.entities].sort((a, b) => b.confidence - a.confidence).slice(0, room);
    for (const mark of surest) found.push(ofEntity(mark, mentions, article, style));
  }
  return found.slice(0, MOST_DIAGNOSTICS);
}

function diagnostic(
  span: Span,
  family: keyof Settings['severity'],
  id: string,
  message: string,
  data: Omit<DiagnosticData, 'version' | 'code'>,
  article: OpenArticle,
  style: DiagnosticStyle,
): Diagnostic {
  const code = codeOf(family, id);
  const severity = style.severity[family];
  const full: DiagnosticData = { version: article.document.version, code, ...data };
  return {
    range: rangeOf(article.document, span),
    severity: severity === 'off' ? DiagnosticSeverity.Hint : SEVERITIES[severity],
    code,
    ...(labelByCode(code) ? { codeDescription: { href: `${style.docs}${family}.md#${id}` } } : {}),
    source: SOURCE,
    message,
    data: full,
  };
}

function ofProblem(problem: Problem, article: OpenArticle, style: DiagnosticStyle): Diagnostic {
  const { document } = article;
  const fixes = problem.fixes.map((fix) => ({
    title: said(fix.title, style.messages),
    edits: fix.edits.map((edit) => ({ range: rangeOf(document, edit), newText: edit.replacement })),
  }));
  const message = said(problem.message, style.messages);
  return {
    ...diagnostic(problem, 'problem', problem.code, message, { ids: [], fixes }, article, style),
    ...related(article, [[problem.related, style.messages.partner]]),
  };
}

function ofEntity(
  mark: EntityMark,
  mentions: ReadonlyMap<string, Mentioned>,
  article: OpenArticle,
  style: DiagnosticStyle,
): Diagnostic {
  const words = article.document.getText().slice(mark.start, mark.end);
  const title = titleOf(mark, style);
  const name = mark.canonical && mark.canonical !== words ? ` = ${quote(mark.canonical)}` : '';
  const known = mentions.get(entityKey(mark));
  const message = `${title} ${quote(words)}${name}`;
  const data = {
    ids: [markId(mark)],
    mark: { title, words: shorten(words, 80), name: mark.canonical, mentions: known?.undecided ?? 1 },
  };
  return {
    ...diagnostic(mark, 'entity', mark.label, message, data, article, style),
    ...related(article, [
      [known && known.first.start < mark.start ? known.first : null, style.messages.firstMention],
    ]),
  };
}

function ofQuotation(mark: QuotationMark, article: OpenArticle, style: DiagnosticStyle): Diagnostic {
  const title = titleOf(mark, style);
  const { messages } = style;
  const text = article.document.getText();
  const name = mark.canonical ?? (mark.speaker && text.slice(mark.speaker.start, mark.speaker.end));
  const who =
    mark.kind === 'term' ? '' : ` · ${messages.speaker}: ${name ? quote(name) : messages.noSpeaker}`;
  const words = shorten(text.slice(mark.start, mark.end), 80);
  const data = { ids: [markId(mark)], mark: { title, words, name: mark.canonical, mentions: 1 } };
  return {
    ...diagnostic(mark, 'quotation', mark.kind, title + who, data, article, style),
    ...related(article, [
      [mark.speaker, messages.speaker],
      [mark.cue, messages.cue],
    ]),
  };
}

/** Boilerplate of one class that nothing but blank lines interrupts. */
export interface BoilerplateRun extends Span {
  readonly marks: readonly BoilerplateMark[];
}

/** The undecided boilerplate of an article, whole lines of one class that follow each other put together. */
export function runsOf(article: OpenArticle): BoilerplateRun[] {
  const text = article.document.getText();
  const runs: { start: number; end: number; marks: BoilerplateMark[] }[] = [];
  let open: (typeof runs)[number] | undefined;
  for (const mark of article.boilerplate) {
    if (mark.inline) {
      runs.push({ start: mark.start, end: mark.end, marks: [mark] });
      continue;
    }
    if (open && open.marks[0]?.class === mark.class && isBlank(text.slice(open.end, mark.start))) {
      open.end = Math.max(open.end, mark.end);
      open.marks.push(mark);
    } else {
      open = { start: mark.start, end: mark.end, marks: [mark] };
      runs.push(open);
    }
  }
  return runs;
}

function ofRun(run: BoilerplateRun, article: OpenArticle, style: DiagnosticStyle): Diagnostic {
  const mark = run.marks[0] as BoilerplateMark;
  const title = titleOf(mark, style);
  const message = `${title} · ${style.messages.lines(run.marks.length)}`;
  const words = shorten(article.document.getText().slice(run.start, run.end), 80);
  const data = { ids: run.marks.map(markId), mark: { title, words, name: null, mentions: 1 } };
  return {
    ...diagnostic(run, 'boilerplate', mark.class, message, data, article, style),
    // Fading splits the text of a line into spans, which would part its words; over a whole line it parts nothing.
    ...(mark.inline ? {} : { tags: [DiagnosticTag.Unnecessary] }),
  };
}

function related(
  article: OpenArticle,
  places: readonly (readonly [Span | null | undefined, string])[],
): { relatedInformation?: DiagnosticRelatedInformation[] } {
  const { document } = article;
  const known = places.flatMap(([span, why]) => {
    if (!span) return [];
    const message = `${why} ${quote(document.getText().slice(span.start, span.end))}`;
    return [{ location: { uri: document.uri, range: rangeOf(document, span) }, message }];
  });
  return known.length > 0 ? { relatedInformation: known } : {};
}

const entityKey = (mark: EntityMark): string => `${mark.label} ${mark.canonical}`;

/** Of an entity: its first mention, decided on or not, and how many mentions nobody decided on. */
interface Mentioned {
  readonly first: EntityMark;
  undecided: number;
}

function mentioned(article: OpenArticle): ReadonlyMap<string, Mentioned> {
  const mentions = new Map<string, Mentioned>();
  for (const mark of article.analysis.entities)
    if (!mentions.has(entityKey(mark))) mentions.set(entityKey(mark), { first: mark, undecided: 0 });
  for (const mark of article.entities) {
    const known = mentions.get(entityKey(mark));
    if (known) known.undecided++;
  }
  return mentions;
}

function titleOf(mark: Mark, style: DiagnosticStyle): string {
  const id = mark.family === 'entity' ? mark.label : mark.family === 'quotation' ? mark.kind : mark.class;
  const label = labelByCode(codeOf(mark.family, id));
  return label ? said(label.title, style.messages) : id;
}

const pulls = (server: Server): boolean => server.client().textDocument?.diagnostic !== undefined;

async function diagnosticsNow(
  server: Server,
  uri: string,
  token: CancellationToken,
): Promise<Diagnostic[] | null> {
  const [article, settings] = await Promise.all([
    server.articles.current(uri, token),
    server.settings.of(uri),
  ]);
  if (!article) return null;
  const { docs } = server.options();
  return diagnosticsOf(article, { severity: settings.severity, docs, messages: server.messages() });
}

/** What the diagnostics of a document depend on, in a word that no other state of this session has. */
const resultId = (server: Server, uri: string): string =>
  [server.articles.opened(uri), server.articles.document(uri)?.version, server.keeper.of(uri)?.revision ?? 0]
    .concat(server.settings.revision())
    .join('.');

async function pulled(
  server: Server,
  uri: string,
  previous: string | undefined,
  token: CancellationToken,
): Promise<DocumentDiagnosticReport> {
  if (!server.articles.document(uri)) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
  await server.keeper.loaded(uri);
  const before = resultId(server, uri);
  if (previous === before) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: before };
  const items = await diagnosticsNow(server, uri, token);
  if (items && resultId(server, uri) === before)
    return { kind: DocumentDiagnosticReportKind.Full, resultId: before, items };
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
  if (items) return { kind: DocumentDiagnosticReportKind.Full, items };
  throw new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed.');
}

/** textDocument/diagnostic, workspace/diagnostic/refresh and textDocument/publishDiagnostics. */
export const diagnostics: Feature = {
  capabilities: (client) =>
    client.textDocument?.diagnostic
      ? {
          diagnosticProvider: {
            identifier: 'hashiya',
            interFileDependencies: false,
            workspaceDiagnostics: false,
          },
        }
      : {},
  register(server) {
    const { connection } = server;
    connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
      try {
        return await pulled(server, textDocument.uri, previousResultId, token);
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        logError(connection, 'diagnostics', error);
        return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      }
    });
    server.onArticleChanged(async (uri) => {
      if (pulls(server)) return;
      const version = server.articles.document(uri)?.version;
      const push = guarded(server, 'diagnostics', null, (of: string, token) =>
        diagnosticsNow(server, of, token),
      );
      const items = await push(uri, CancellationToken.None);
      if (items && version !== undefined)
        await connection.sendDiagnostics({ uri, version, diagnostics: items });
    });
    server.onClosed(async (uri) => {
      if (!pulls(server)) await connection.sendDiagnostics({ uri, diagnostics: [] });
    });
    server.onRefresh(() => {
      if (pulls(server) && server.client().workspace?.diagnostics?.refreshSupport)
        connection.languages.diagnostics.refresh().catch((error: unknown) => {
          logError(connection, 'refresh of diagnostics', error);
        });
    });
  },
};
