import { l10n, QuickPickItemKind, window, type QuickPickItem } from 'vscode';
import type { LabelChoice } from '../../server/protocol.ts';
import { besides } from '../language.ts';
import { labelKey, SHOWN_STATES, TRAITS, type ItemFilter, type Trait } from './filter-items.ts';
import { stateTitle } from './item-rows.ts';
import { asLabel } from '../foreign-text.ts';

const traitTitle = (trait: Trait): string =>
  ({ problem: l10n.t('With a problem'), note: l10n.t('With a note') })[trait];

const keyOf = ({ family, id }: LabelChoice): string => labelKey({ family, label: id });

/** Lets a person tick what a list shows; undefined where they think better of it. */
export async function pickFilter(
  filter: ItemFilter,
  labels: readonly LabelChoice[],
): Promise<ItemFilter | undefined> {
  type Entry = QuickPickItem & { readonly part?: keyof ItemFilter; readonly value?: string };
  const separator = (label: string): Entry => ({ label, kind: QuickPickItemKind.Separator });
  const entry = (part: keyof ItemFilter, value: string, label: string, description = ''): Entry => ({
    part,
    value,
    label,
    description,
    picked: (filter[part] as readonly string[]).includes(value),
  });
  const entries = [
    separator(l10n.t('State')),
    ...SHOWN_STATES.map((state) => entry('states', state, stateTitle(state))),
    separator(l10n.t('Only those')),
    ...TRAITS.map((trait) => entry('traits', trait, traitTitle(trait))),
    separator(l10n.t('Only these labels; none ticked: all')),
    ...labels.map((label) => entry('labels', keyOf(label), asLabel(label.title), besides(label.id))),
  ];
  const picked = await window.showQuickPick(entries, {
    canPickMany: true,
    matchOnDescription: true,
    placeHolder: l10n.t('What the list shows'),
  });
  if (!picked) return undefined;
  const valuesOf = (part: keyof ItemFilter) =>
    picked.flatMap((one) => (one.part === part && one.value !== undefined ? [one.value] : []));
  const states = SHOWN_STATES.filter((state) => valuesOf('states').includes(state));
  return {
    // No state at all would show nothing: then all are meant.
    states: states.length > 0 ? states : SHOWN_STATES,
    traits: TRAITS.filter((trait) => valuesOf('traits').includes(trait)),
    labels: valuesOf('labels'),
  };
}

/** A filter in words. */
export const describeFilter = (
  { states, traits, labels }: ItemFilter,
  choices: readonly LabelChoice[],
): string =>
  l10n.t(
    'Filter: {0}',
    [
      ...states.map(stateTitle),
      ...traits.map(traitTitle),
      ...labels.map((label) => choices.find((choice) => keyOf(choice) === label)?.title ?? label),
    ].join(' · '),
  );
