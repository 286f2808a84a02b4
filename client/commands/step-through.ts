import { l10n, window } from 'vscode';
import { say } from '../act.ts';
import { besides } from '../language.ts';
import { STEP_FILTERS, type StepFilter } from '../step-filter.ts';
import type { Command } from './command.ts';

/** What a filter is called, in the list and in the status bar. */
export const filterName = (filter: StepFilter): string =>
  ({
    all: l10n.t('All marks'),
    sure: l10n.t('All but weak suggestions'),
    entity: l10n.t('Entities'),
    quotation: l10n.t('Quotations'),
    boilerplate: l10n.t('Lines'),
    problems: l10n.t('Problems'),
    annotations: l10n.t('Annotations, to check them'),
  })[filter];

/** Lets the person pick what the step keys go through. */
export const stepThrough: Command = {
  id: 'stepThrough',
  title: { en: 'Choose What F9 Goes Through…', ar: 'اختيار ما يمر عليه F9…' },
  icon: 'filter',
  key: 'alt+a f9',
  async run({ stepping }) {
    const items = STEP_FILTERS.map((filter) => ({
      label: `$(${filter === stepping.filter ? 'check' : 'blank'}) ${filterName(filter)}`,
      ...(filter === stepping.filter && { description: besides(l10n.t('chosen now')) }),
      filter,
    }));
    const picked = await window.showQuickPick(items, { placeHolder: l10n.t('What F9 goes through') });
    if (!picked) return;
    await stepping.set(picked.filter);
    say(l10n.t('F9 goes through: {0}', filterName(picked.filter)));
  },
};
