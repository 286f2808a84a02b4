import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { AnnotationProblem } from '../../core/annotations/problems/problem.ts';
import { said } from '../messages/messages.ts';
import type { Messages } from '../messages/messages.ts';
import { rangeOf } from '../positions.ts';
import type { Action } from '../protocol.ts';

/** A fix as a diagnostic carries it: an action of hashiya.act, or a command of the client. */
export type CarriedFix = { readonly title: string } & (
  { readonly action: Action } | { readonly command: string }
);

/** What the extension asks in the editor. */
const COMMANDS = { speaker: 'hashiya.setSpeaker', attribute: 'hashiya.setAttribute' } as const;

/**
 * The fixes of a problem in the editor's ranges.
 * @param isExtension whether the client has the extension's commands
 */
export const fixesOf = (
  problem: AnnotationProblem,
  document: TextDocument,
  messages: Messages,
  isExtension: boolean,
): CarriedFix[] =>
  problem.fixes.flatMap(({ title, action }): CarriedFix[] => {
    const own = { title: said(title, messages) };
    if (action.kind === 'ask') return isExtension ? [{ ...own, command: COMMANDS[action.for] }] : [];
    const inRanges = actionInRanges(action, document);
    return inRanges ? [{ ...own, action: inRanges }] : [];
  });

type Offered = Exclude<AnnotationProblem['fixes'][number]['action'], { readonly kind: 'ask' }>;

/** An action in offsets as one in the editor's ranges; null for a kind that no fix has. */
function actionInRanges(action: Offered, document: TextDocument): Action | null {
  switch (action.kind) {
    case 'tag':
      return {
        kind: action.kind,
        ranges: action.spans.map((span) => rangeOf(document, span)),
        label: action.label,
      };
    case 'setSpeaker':
      return { kind: action.kind, id: action.id, range: action.span && rangeOf(document, action.span) };
    case 'remove':
    case 'merge':
    case 'tidy':
    case 'unrelate':
    case 'setAttribute':
      return action;
    default:
      return null;
  }
}
