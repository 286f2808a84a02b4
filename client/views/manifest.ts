import type { Bilingual } from '../settings.ts';
import { VIEWS } from './index.ts';
import { CONTAINER, viewId, type View, type ViewCommand } from './view.ts';

/** The parts of package.json that are made from the list of side views. */

const welcomeKey = (view: View, id: string): string => `view.${view.id}.${id}`;

/** Every command of the views, each once. */
const VIEW_COMMANDS: readonly ViewCommand[] = [
  ...new Map(VIEWS.flatMap(({ commands }) => commands).map((command) => [command.id, command])).values(),
];

export const viewsContainers = {
  activitybar: [{ id: CONTAINER, title: 'Hashiya', icon: 'media/views.svg' }],
};

export const views = {
  [CONTAINER]: VIEWS.map(({ id, icon, collapsed }) => ({
    id: viewId(id),
    name: `%view.${id}%`,
    icon: `$(${icon})`,
    ...(collapsed && { visibility: 'collapsed' }),
  })),
};

export const viewsWelcome = VIEWS.flatMap((view) =>
  view.welcomes.map(({ id, when }) => ({
    view: viewId(view.id),
    contents: `%${welcomeKey(view, id)}%`,
    when,
  })),
);

export const viewCommands = VIEW_COMMANDS.map(({ id, icon }) => ({
  command: viewId(id),
  title: `%command.views.${id}%`,
  category: 'Hashiya',
  icon: `$(${icon})`,
}));

const inTitles = VIEWS.flatMap((view) =>
  view.commands
    .filter(({ places }) => places.includes('title'))
    .map(({ id, when }, index) => ({
      command: viewId(id),
      when: [`view == ${viewId(view.id)}`, when].filter(Boolean).join(' && '),
      group: `navigation@${index + 1}`,
    })),
);

const onRows = VIEWS.flatMap((view) =>
  view.commands.flatMap(({ id, places, rows }, index) =>
    places
      .filter((place) => place !== 'title')
      .map((place) => ({
        command: viewId(id),
        when: `view == ${viewId(view.id)} && viewItem =~ /${rows}/`,
        group: `${place === 'inline' ? 'inline' : '1_row'}@${index + 1}`,
      })),
  ),
);

export const viewMenus = {
  'view/title': inTitles,
  'view/item/context': onRows,
  /** They need rows, or stand for something of their view. */
  commandPalette: VIEW_COMMANDS.map(({ id }) => ({ command: viewId(id), when: 'false' })),
};

/** The texts of the views by their keys in package.nls.json. */
export const viewTexts: Readonly<Record<string, Bilingual>> = {
  ...Object.fromEntries(VIEWS.map(({ id, title }) => [`view.${id}`, title])),
  ...Object.fromEntries(
    VIEWS.flatMap((view) => view.welcomes.map(({ id, text }) => [welcomeKey(view, id), text])),
  ),
  ...Object.fromEntries(VIEW_COMMANDS.map(({ id, title }) => [`command.views.${id}`, title])),
};
