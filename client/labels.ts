import { l10n, QuickPickItemKind, window, type QuickPickItem, type TextDocument } from 'vscode';
import type { LabelChoice } from '../server/protocol.ts';
import type { App } from './app.ts';
import type { Family } from './items.ts';
import { besides } from './language.ts';
import { orderFamilies, orderLabels } from './label-order.ts';
import { asLabel } from './foreign-text.ts';
import { keepingKeyboard } from './reader/keyboard.ts';

/** The labels picked last, the newest first; kept for the workspace. */
const RECENT = 'recentLabels';
const REMEMBERED = 5;

const ICONS: Readonly<Record<Family, string>> = {
  entity: 'tag',
  quotation: 'quote',
  boilerplate: 'list-flat',
};

/** What a family is called in lists. */
export const familyTitle = (family: Family): string =>
  ({
    entity: l10n.t('Entities'),
    quotation: l10n.t('Quotations'),
    boilerplate: l10n.t('Lines'),
  })[family];

/**
 * Lets the person pick a label.
 * @param likely the family that stands first
 * @param current the label that is to be replaced by another of its family: the other families are left out then
 * @param first a label that stands before those picked lately
 */
export async function pickLabel(
  app: App,
  document: TextDocument,
  placeHolder: string,
  likely: Family,
  { current, first }: { readonly current?: string; readonly first?: string } = {},
): Promise<LabelChoice | undefined> {
  const { labels } = await app.schemes.of(document);
  const recent = app.context.workspaceState.get<readonly string[]>(RECENT, []);
  const families = current === undefined ? orderFamilies(likely) : [likely];
  const items = families.flatMap((family) => [
    { label: familyTitle(family), kind: QuickPickItemKind.Separator, choice: undefined },
    ...orderLabels(labels, family, first === undefined ? recent : [first, ...recent], current).map((choice) =>
      itemOf(choice, choice.id === current),
    ),
  ]);
  const picked = await keepingKeyboard(app, () =>
    window.showQuickPick(items, { placeHolder, matchOnDescription: true }),
  );
  if (!picked?.choice) return undefined;
  const { id } = picked.choice;
  const remembered = [id, ...recent.filter((other) => other !== id)].slice(0, REMEMBERED);
  await app.context.workspaceState.update(RECENT, remembered);
  return picked.choice;
}

const itemOf = (choice: LabelChoice, isCurrent: boolean): QuickPickItem & { choice: LabelChoice } => ({
  label: `$(${isCurrent ? 'check' : ICONS[choice.family]}) ${asLabel(choice.title)}`,
  description: besides(
    choice.id,
    ...(choice.key ? [l10n.t('key {0}', choice.key)] : []),
    ...(isCurrent ? [l10n.t('the label now')] : []),
  ),
  choice,
});
