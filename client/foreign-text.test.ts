import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { asLabel, asMessage } from './foreign-text.ts';

/** What VS Code takes for an icon in a label, and for a link in a notification (its iconLabels.ts and linkedText.ts). */
const ICON = /\$\([a-z\d-]+(?:~[a-z]+)?\)/i;
const LINK = /\]\((?:https?:\/\/|command:|file:)/i;

describe('text that is not ours', () => {
  it.each(['$(trash)', 'قال $(sync~spin) ثم', '$$(x)'])('is no icon in a label: %s', (text) => {
    expect(text).toMatch(ICON);
    expect(asLabel(text)).not.toMatch(ICON);
    expect(asLabel(text).replaceAll('\u200b', '')).toBe(text);
  });

  it.each([
    '[اضغط هنا](command:workbench.action.quit)',
    'a.txt [x](https://example.org "title") b',
    '[[x](file:///etc/passwd)](command:y)',
  ])('is no link in a message: %s', (text) => {
    expect(text).toMatch(LINK);
    expect(asMessage(text)).not.toMatch(LINK);
    expect(asMessage(text).replaceAll('\u2060', '')).toBe(text);
  });

  it('comes into notifications by client/notices.ts alone, which disarms it', () => {
    const files = readdirSync('client', { recursive: true, encoding: 'utf8' }).filter((file) =>
      /(?<!\.test)\.ts$/.test(file),
    );
    const others = files.filter(
      (file) =>
        file !== 'notices.ts' &&
        /\.show(?:Information|Warning|Error)Message\b/.test(readFileSync(path.join('client', file), 'utf8')),
    );
    expect(files.length).toBeGreaterThan(100);
    expect(others, 'import showInformation, showWarning and showError from client/notices.ts').toEqual([]);
  });
});
