import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { run } from './commands.mjs';
import { inOut } from './places.mjs';
import { step } from './steps.mjs';

/**
 * Packs the built extension.
 * @returns {Promise<string>} path of the .vsix in the out folder
 */
export async function packExtension() {
  const file = inOut('hashiya.vsix');
  const vsce = fileURLToPath(import.meta.resolve('@vscode/vsce/vsce'));
  // Everything is bundled, so no package folders are looked at.
  const args = [
    vsce,
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    '--out',
    file,
  ];
  await step('Pack the extension', () => {
    rmSync(file, { force: true });
    return run(process.execPath, args, { log: 'pack' });
  });
  return file;
}
