import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { findProgram } from './commands.mjs';

/**
 * The command line of a desktop VS Code, where one is on the PATH and has a screen to open on.
 * @returns {string | undefined} absolute path of `code`
 */
export function desktopCommand() {
  const hasScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  return hasScreen ? findProgram('code', 'code-insiders', 'codium') : undefined;
}

/**
 * The program of a desktop VS Code itself, which a test run can wait for; the command line only starts it.
 * @returns {string | undefined} absolute path: VSCODE_PATH where it is set, else what lies beside the `code` of
 *   the PATH
 */
export function desktopProgram() {
  if (process.env.VSCODE_PATH) return process.env.VSCODE_PATH;
  const command = desktopCommand();
  if (!command) return undefined;
  const folder = path.dirname(realpathSync(command));
  const name = path.basename(command).replace(/\.cmd$/, '');
  return [
    path.join(folder, '..', name),
    path.join(folder, '..', 'Code.exe'),
    path.join(folder, '../../../MacOS/Code'),
    path.join(folder, '../../../MacOS/Electron'),
  ].find((file) => existsSync(file));
}
