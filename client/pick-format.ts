import { window } from 'vscode';
import { FORMATS_REQUEST, type FormatChoice } from '../server/protocol.ts';
import type { App } from './app.ts';

/** Asks for a dataset format; undefined where the person gave up. */
export async function pickFormat({ client }: App, placeHolder: string): Promise<FormatChoice | undefined> {
  const formats = await client.sendRequest<FormatChoice[]>(FORMATS_REQUEST);
  const items = formats.map((format) => ({
    label: format.title,
    description: format.suffix,
    detail: format.description,
    format,
  }));
  const picked = await window.showQuickPick(items, { placeHolder, matchOnDetail: true });
  return picked?.format;
}
