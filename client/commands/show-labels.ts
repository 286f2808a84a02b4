import { l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import { currentArticle, say } from '../act.ts';
import { FAMILIES } from '../items.ts';
import { familyTitle } from '../labels.ts';
import { asLabel } from '../foreign-text.ts';
import { besides } from '../language.ts';
import { labelCode } from '../visibility.ts';
import type { Command } from './command.ts';

/** Lets the person tick the labels that are drawn and stepped through; kept for the workspace. */
export const showLabels: Command = {
  id: 'showLabels',
  title: { en: 'Choose Labels to Show…', ar: 'اختيار الوسوم المعروضة…' },
  icon: 'eye',
  key: 'alt+a alt+k',
  async run(app) {
    const view = await currentArticle(app);
    if (!view) return;
    const { visibility } = app;
    const { labels } = await app.schemes.of(view.editor.document);
    const codeOf = ({ family, id }: (typeof labels)[number]) => labelCode({ family, label: id });
    const counts = new Map<string, number>();
    for (const item of view.state.items) counts.set(labelCode(item), (counts.get(labelCode(item)) ?? 0) + 1);
    const items: (QuickPickItem & { code?: string })[] = FAMILIES.flatMap((family) => [
      { label: familyTitle(family), kind: QuickPickItemKind.Separator },
      ...labels
        .filter((label) => label.family === family)
        .map((label) => ({
          label: asLabel(label.title),
          description: besides(label.id, l10n.t('{0} here', counts.get(codeOf(label)) ?? 0)),
          picked: !visibility.hiddenLabels.includes(codeOf(label)),
          code: codeOf(label),
        })),
    ]);
    const picked = await window.showQuickPick(items, {
      canPickMany: true,
      matchOnDescription: true,
      placeHolder: l10n.t('Labels to show; the others are neither drawn nor stepped through'),
    });
    if (!picked) return;
    const offered = labels.map(codeOf);
    const shown = new Set(picked.map(({ code }) => code));
    // What other projects' labels have hidden stays hidden there.
    const elsewhere = visibility.hiddenLabels.filter((code) => !offered.includes(code));
    const hidden = offered.filter((code) => !shown.has(code));
    await visibility.hideLabels([...elsewhere, ...hidden]);
    say(hidden.length === 0 ? l10n.t('Every label shows.') : l10n.t('Hidden labels: {0}', hidden.length));
  },
};
