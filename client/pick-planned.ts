import {
  l10n,
  QuickPickItemKind,
  ThemeIcon,
  window,
  type QuickPickItem,
  type QuickInputButton,
} from 'vscode';
import type { LabelChoice, Plan, PlannedPlace } from '../server/protocol.ts';
import { rangeOf } from './act.ts';
import type { App } from './app.ts';
import { asLabel } from './foreign-text.ts';
import { besides } from './language.ts';
import { afterTicking, byArticle, inContext, MOST_PLACES } from './plan-places.ts';

type Entry = QuickPickItem & { readonly path?: string; readonly place?: PlannedPlace };

/**
 * Shows the places that a change would touch, all ticked, and lets the person untick some. Many places are shown by
 * article first; a button changes between the two ways, another shows the place that is highlighted.
 * @returns ids of the places that are left; undefined where the person gave up
 */
export async function pickPlanned(
  app: App,
  plan: Plan,
  title: string,
  labels: readonly LabelChoice[],
): Promise<readonly string[] | undefined> {
  const articles = byArticle(plan.places);
  let chosen: ReadonlySet<string> = new Set(plan.places.map(({ id }) => id));
  let isByArticle = plan.places.length > MOST_PLACES && articles.length > 1;

  const titleOf = (id: string) => labels.find((label) => label.id === id)?.title ?? id;
  const placeEntry = (place: PlannedPlace): Entry => ({
    label: asLabel(inContext(place)),
    description: besides(titleOf(place.label), l10n.t('line {0}', place.range.start.line + 1)),
    place,
  });
  const entries = (): Entry[] =>
    articles.flatMap(({ path, places }): Entry[] =>
      isByArticle
        ? [
            {
              label: asLabel(path),
              description: besides(l10n.t('{0} places', places.length)),
              detail: asLabel(places.slice(0, 3).map(inContext).join(' · ')),
              path,
            },
          ]
        : [{ label: asLabel(path), kind: QuickPickItemKind.Separator }, ...places.map(placeEntry)],
    );
  const isTicked = ({ path, place }: Entry) =>
    place ? chosen.has(place.id) : articlesWith(chosen).has(path ?? '');
  const placeOf = (entry: Entry | undefined) =>
    entry?.place ?? articles.find(({ path }) => path === entry?.path)?.places[0];
  const articlesWith = (ids: ReadonlySet<string>) =>
    new Set(articles.filter(({ places }) => places.some(({ id }) => ids.has(id))).map(({ path }) => path));

  const pick = window.createQuickPick<Entry>();
  const [look, change] = buttons();
  const showEntries = () => {
    pick.items = entries();
    pick.selectedItems = pick.items.filter((entry) => isTicked(entry));
    pick.buttons = articles.length > 1 ? [look, change] : [look];
  };
  pick.canSelectMany = true;
  pick.ignoreFocusOut = true;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.placeholder = l10n.t('Untick what is to stay as it is; Enter does the rest');
  const tell = () =>
    (pick.title = `${title} · ${l10n.t('{0} of {1} places', chosen.size, plan.places.length)}`);
  showEntries();
  tell();
  const picked = await new Promise<readonly string[] | undefined>((resolve) => {
    pick.onDidChangeSelection((ticked) => {
      chosen = isByArticle
        ? afterTicking(articles, chosen, new Set(ticked.map(({ path = '' }) => path)))
        : new Set(ticked.flatMap(({ place }) => (place ? [place.id] : [])));
      tell();
    });
    pick.onDidTriggerButton((button) => {
      if (button === look) return void showPlace(app, placeOf(pick.activeItems[0]));
      isByArticle = !isByArticle;
      showEntries();
    });
    pick.onDidAccept(() => {
      resolve([...chosen]);
      pick.hide();
    });
    pick.onDidHide(() => resolve(undefined));
    pick.show();
  });
  pick.dispose();
  return picked;
}

const buttons = (): [look: QuickInputButton, change: QuickInputButton] => [
  { iconPath: new ThemeIcon('go-to-file'), tooltip: l10n.t('Show the highlighted place') },
  { iconPath: new ThemeIcon('list-tree'), tooltip: l10n.t('By article, or place by place') },
];

/** Opens a place, and leaves the keyboard in the list. */
async function showPlace({ client }: App, place: PlannedPlace | undefined): Promise<void> {
  if (!place) return;
  const uri = client.protocol2CodeConverter.asUri(place.uri);
  await window.showTextDocument(uri, { selection: rangeOf(place.range), preview: true, preserveFocus: true });
}
