import { Uri } from 'vscode';
import { SCHEME_REQUEST, type Scheme } from '../../server/protocol.ts';
import type { App } from '../app.ts';
import { ownColour } from '../own-colour.ts';
import { coloursOf } from '../styles.ts';
import type { ShownLabel } from './shown-label.ts';

/**
 * A theme's colour as CSS. Of the name of a colour a webview gets the first dot as a hyphen, the others as they are;
 * the workbench has hyphens for all, and so may webviews one day.
 */
export const themeColour = (id: string): string =>
  `var(--vscode-${id.replace('.', '-').replaceAll('.', '\\.')}, var(--vscode-${id.replaceAll('.', '-')}))`;

/** The labels of the folder's project, each with the colour that it has in the text. */
export async function requestLabels({ client }: App, folder: Uri): Promise<ShownLabel[]> {
  const uri = client.code2ProtocolConverter.asUri(Uri.joinPath(folder, '-'));
  const { labels } = await client.sendRequest<Scheme>(SCHEME_REQUEST, { uri });
  return labels.map(({ family, id, title, colour }) => ({
    family,
    id,
    title,
    colour: colour ? ownColour(colour) : themeColour(coloursOf(family, id).line),
  }));
}
