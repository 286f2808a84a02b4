import { showDashboard } from '../dashboard/panel.ts';
import { pickFolder } from '../pick-folder.ts';
import type { Command } from './command.ts';

/** Shows what a project holds and how far the work on it is. */
export const dashboard: Command = {
  id: 'dashboard',
  title: { en: 'Show Dashboard', ar: 'عرض لوحة الإحصاءات' },
  icon: 'graph',
  key: 'alt+a alt+d',
  anywhere: true,
  async run(app) {
    const folder = await pickFolder(app);
    if (folder) showDashboard(app, folder);
  },
};
