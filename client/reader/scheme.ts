import type { TextDocument } from 'vscode';
import type { App } from '../app.ts';
import { ownColour } from '../own-colour.ts';
import { coloursOf } from '../styles.ts';
import { themeColour } from '../webview/labels.ts';
import type { ReaderScheme } from './messages.ts';

/** What the article's project calls things, with the colours that labels have in the text. */
export async function requestReaderScheme(app: App, document: TextDocument): Promise<ReaderScheme> {
  const { labels, attributes, relations } = await app.schemes.of(document);
  const titles = (named: readonly { readonly name: string; readonly title: string }[]) =>
    Object.fromEntries(named.map(({ name, title }) => [name, title]));
  return {
    labels: labels.map(({ family, id, title, description, colour: given }) => {
      const colour = given && ownColour(given);
      const ids = coloursOf(family, id);
      // A project's own colour; how dense the grounds are depends on the theme.
      const own = (density: string) => colour && `color-mix(in srgb, ${colour} var(${density}), transparent)`;
      return {
        family,
        id,
        title,
        description,
        colour: colour ?? themeColour(ids.line),
        ground: own('--reader-mark-density') ?? themeColour(ids.ground),
        accepted: own('--reader-accepted-density') ?? themeColour(ids.accepted),
      };
    }),
    attributes: titles(attributes),
    relations: titles(relations),
  };
}
