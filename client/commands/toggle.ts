import { l10n } from 'vscode';
import { say } from '../act.ts';
import type { Bilingual } from '../settings.ts';
import type { Layer } from '../visibility.ts';
import type { Command } from './command.ts';

const toggle = (layer: Layer, title: Bilingual, key: string): Command => ({
  id: `toggle.${layer}`,
  title,
  icon: 'eye',
  key: `alt+a alt+${key}`,
  async run({ visibility }) {
    await visibility.toggle(layer);
    say(visibility.shows(layer) ? l10n.t('Shown.') : l10n.t('Hidden.'));
  },
});

export const toggleEntities = toggle(
  'entity',
  { en: 'Show or Hide Entities', ar: 'إظهار الكيانات أو إخفاؤها' },
  'e',
);

export const toggleQuotations = toggle(
  'quotation',
  { en: 'Show or Hide Quotations', ar: 'إظهار الاقتباسات أو إخفاؤها' },
  'q',
);

export const toggleBoilerplate = toggle(
  'boilerplate',
  { en: 'Show or Hide Boilerplate', ar: 'إظهار الحواشي الآلية أو إخفاؤها' },
  'b',
);

export const toggleRejected = toggle(
  'rejected',
  { en: 'Show or Hide Rejected Marks', ar: 'إظهار العلامات المرفوضة أو إخفاؤها' },
  'h',
);
