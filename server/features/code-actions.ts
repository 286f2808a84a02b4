/** Code actions: decisions on marks and annotations as commands, mending of problems as edits of the text. */
import { CodeActionKind } from 'vscode-languageserver';
import type {
  ClientCapabilities,
  CodeAction,
  CodeActionContext,
  Command,
  Diagnostic,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Annotation } from '../../core/annotations/annotation.ts';
import type { ProjectLabel } from '../../core/labels/project-labels.ts';
import { overlaps } from '../../core/text/span.ts';
import type { Span } from '../../core/text/span.ts';
import { annotationProblemsOf } from '../article-problems.ts';
import type { OpenArticle } from '../articles.ts';
import { said } from '../messages/messages.ts';
import type { Messages } from '../messages/messages.ts';
import { spanOf } from '../positions.ts';
import type { Action } from '../protocol.ts';
import { quote } from '../quoting.ts';
import { guarded } from '../server-context.ts';
import type { Feature } from '../server-context.ts';
import { ACT_COMMAND } from './act.ts';
import { readDiagnosticData } from './diagnostic-data.ts';
import type { DiagnosticData } from './diagnostic-data.ts';

/** What code actions are made from. */
interface ActionMaterial {
  readonly document: TextDocument;
  readonly diagnostics: readonly Diagnostic[];
  readonly annotations: readonly Annotation[];
  readonly labels: readonly ProjectLabel[];
  readonly messages: Messages;
  readonly client: ClientCapabilities;
}

/** Kinds of ours, below the protocol's, so that a key can be bound to each. */
const KINDS = {
  decide: `${CodeActionKind.QuickFix}.hashiya.decide`,
  mend: `${CodeActionKind.QuickFix}.hashiya.mend`,
  relabel: `${CodeActionKind.RefactorRewrite}.hashiya.relabel`,
  tidyAll: `${CodeActionKind.SourceFixAll}.hashiya`,
};

/**
 * The actions for diagnostics that came back from the client and for the annotations at a place. Diagnostics of
 * another version of the text give none: their ids and edits would miss their aim.
 */
function codeActionsFor(material: ActionMaterial, at: Span): CodeAction[] {
  const actions: CodeAction[] = [];
  for (const diagnostic of material.diagnostics) {
    const data = readDiagnosticData(diagnostic.data);
    if (data?.version !== material.document.version) continue;
    actions.push(...mending(material, diagnostic, data), ...deciding(material, diagnostic, data));
  }
  for (const annotation of material.annotations) {
    const { span } = annotation.anchor;
    if (
      span &&
      (overlaps(span, at) || (at.start === at.end && span.start <= at.start && at.start <= span.end))
    )
      actions.push(...changing(material, annotation));
  }
  return actions;
}

function mending(material: ActionMaterial, diagnostic: Diagnostic, data: DiagnosticData): CodeAction[] {
  const fixes = data.fixes ?? [];
  const acts = data.acts ?? [];
  const common = { kind: KINDS.mend, diagnostics: [diagnostic] };
  return [
    ...fixes.map((fix) => ({
      ...common,
      title: fix.title,
      isPreferred: fixes.length === 1,
      edit: editOf(material, fix.edits),
    })),
    ...acts.map((fix) =>
      'action' in fix
        ? {
            ...commandAction(material, fix.title, KINDS.mend, fix.action),
            ...common,
            isPreferred: fix.action.kind === 'tidy',
          }
        : { ...common, title: fix.title, command: { title: fix.title, command: fix.command } },
    ),
  ];
}

function editOf({ document, client }: ActionMaterial, edits: readonly TextEdit[]): WorkspaceEdit {
  const { uri, version } = document;
  return client.workspace?.workspaceEdit?.documentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits: [...edits] }] }
    : { changes: { [uri]: [...edits] } };
}

function deciding(material: ActionMaterial, diagnostic: Diagnostic, data: DiagnosticData): CodeAction[] {
  const { messages } = material;
  const [first] = data.ids;
  if (first === undefined || !data.mark) return [];
  const [family, label = ''] = data.code.split('/');
  const { title, words, name, mentions } = data.mark;
  const on = (actionTitle: string, kind: string, action: Action): CodeAction => ({
    ...commandAction(material, actionTitle, kind, action),
    diagnostics: [diagnostic],
  });
  const accept =
    family === 'boilerplate'
      ? messages.acceptLines(title, data.ids.length)
      : messages.accept(title, quote(words, 40));
  return [
    { ...on(accept, KINDS.decide, { kind: 'accept', ids: data.ids }), isPreferred: true },
    on(messages.reject(title), KINDS.decide, { kind: 'reject', ids: data.ids }),
    ...(family === 'entity' && name !== null && mentions > 1
      ? [
          on(messages.acceptEverywhere(quote(name, 40)), KINDS.decide, {
            kind: 'acceptEverywhere',
            id: first,
          }),
        ]
      : []),
    ...(data.ids.length === 1
      ? otherLabels(material, family, label).map((other) =>
          on(messages.relabel(said(other.title, messages)), KINDS.relabel, {
            kind: 'relabel',
            id: first,
            label: other.id,
          }),
        )
      : []),
  ];
}

function changing(material: ActionMaterial, { id, family, label, decision }: Annotation): CodeAction[] {
  const { messages, labels } = material;
  const known = labels.find((candidate) => candidate.family === family && candidate.id === label);
  const title = known ? said(known.title, messages) : label;
  const remove = messages.remove(title, decision === 'rejected');
  return [
    commandAction(material, remove, KINDS.decide, { kind: 'remove', ids: [id] }),
    ...(decision === 'accepted'
      ? otherLabels(material, family, label).map((other) =>
          commandAction(material, messages.relabel(said(other.title, messages)), KINDS.relabel, {
            kind: 'relabel',
            id,
            label: other.id,
          }),
        )
      : []),
  ];
}

const otherLabels = (material: ActionMaterial, family: string | undefined, label: string): ProjectLabel[] =>
  material.labels.filter((other) => other.family === family && other.id !== label);

function commandAction(
  { document }: ActionMaterial,
  title: string,
  kind: string,
  action: Action,
): CodeAction {
  const argument = { uri: document.uri, version: document.version, action };
  return { title, kind, command: { title, command: ACT_COMMAND, arguments: [argument] } };
}

/** Trims every annotation at whose edge something stands that does not belong to it: what that does is never in doubt. */
function tidyingAll(material: ActionMaterial, article: OpenArticle | null): CodeAction[] {
  if (article?.document !== material.document) return [];
  const ids = annotationProblemsOf(article)
    .filter(({ code, fixes }) => code === 'stray-edge' && fixes.some(({ action }) => action.kind === 'tidy'))
    .flatMap((problem) => problem.ids);
  return ids.length === 0
    ? []
    : [commandAction(material, material.messages.tidyAll, KINDS.tidyAll, { kind: 'tidy', ids })];
}

/** Whether a kind of code action is another one or below it. */
const isWithin = (kind: string, outer: string): boolean =>
  outer === '' || kind === outer || kind.startsWith(`${outer}.`);

/** What of the actions the editor asked for, in the form that it understands. */
function fitting(
  actions: readonly CodeAction[],
  { only }: CodeActionContext,
  client: ClientCapabilities,
): (CodeAction | Command)[] {
  const wanted = actions.filter(({ kind = '' }) => !only || only.some((asked) => isWithin(kind, asked)));
  if (client.textDocument?.codeAction?.codeActionLiteralSupport) return wanted;
  return wanted.flatMap(({ command }) => (command ? [command] : []));
}

/** textDocument/codeAction. But for source.fixAll nothing is analysed for it. */
export const codeActions: Feature = {
  capabilities: () => ({
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, KINDS.tidyAll],
    },
  }),
  register(server) {
    server.connection.onCodeAction(
      guarded(server, 'code actions', null, async ({ textDocument, range, context }, token) => {
        const { uri } = textDocument;
        if (!server.articles.document(uri)) return null;
        const [{ labels }] = await Promise.all([server.projects.of(uri), server.keeper.loaded(uri)]);
        const document = server.articles.document(uri);
        if (!document) return null;
        const material: ActionMaterial = {
          document,
          diagnostics: context.diagnostics,
          annotations: server.keeper.of(uri)?.annotations ?? [],
          labels,
          messages: server.messages(),
          client: server.client(),
        };
        const actions = [
          ...codeActionsFor(material, spanOf(document, range)),
          // Only for those who ask: it is about the whole article, and needs its problems.
          ...(context.only?.some((kind) => isWithin(KINDS.tidyAll, kind))
            ? tidyingAll(material, await server.articles.current(uri, token))
            : []),
        ];
        return fitting(actions, context, server.client());
      }),
    );
  },
};
