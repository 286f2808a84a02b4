import { rmSync } from 'node:fs';
import { resolveCliArgsFromVSCodeExecutablePath, runTests, TestRunFailedError } from '@vscode/test-electron';
import esbuild from 'esbuild';
import { run } from './commands.mjs';
import { desktopProgram } from './desktop.mjs';
import { inOut, inRepository, repository } from './places.mjs';
import { newProfileIn, profileArguments } from './profile.mjs';
import { installExtension } from './served-vscode.mjs';

/**
 * Runs files inside the extension host of a real VS Code, a desktop one where there is one.
 * @param {object} options
 * @param {string} options.name of the folder in out/ that it is given
 * @param {readonly string[]} options.entryPoints the files, index.ts among them, whose `run` is called; each is bundled
 * @param {string} options.workspace the folder to open
 * @param {Record<string, unknown>} [options.settings] beside the quiet ones
 * @param {string | undefined} [options.vsix] the extension's package, to be installed instead of its folder
 * @returns {Promise<number>} 0 when `run` resolved; what it rejected with has been said then
 */
export async function runInExtensionHost({ name, entryPoints, workspace, settings, vsix }) {
  const desktop = desktopProgram();
  const profile = newProfileIn(inOut(name, 'profile'), settings);
  await bundle(entryPoints, inOut(name, 'suite'));
  if (vsix) await installPackage(desktop, profile, vsix);
  try {
    return await runTests({
      vscodeExecutablePath: desktop ?? inRepository('scripts/code-in-browser.mjs'),
      launchArgs: [workspace, ...profileArguments(profile)],
      extensionDevelopmentPath: vsix ? inRepository('scripts/empty-extension') : repository,
      extensionTestsPath: inOut(name, 'suite/index.cjs'),
    });
  } catch (error) {
    if (error instanceof TestRunFailedError) return 1;
    throw error;
  }
}

/** @param {readonly string[]} entryPoints @param {string} outdir */
async function bundle(entryPoints, outdir) {
  rmSync(outdir, { recursive: true, force: true });
  await esbuild.build({
    entryPoints: [...entryPoints],
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
  });
}

/**
 * @param {string | undefined} desktop
 * @param {import('./profile.mjs').Profile} profile
 * @param {string} vsix
 */
async function installPackage(desktop, profile, vsix) {
  if (!desktop) return installExtension(profile, vsix);
  const [cli = '', ...args] = resolveCliArgsFromVSCodeExecutablePath(desktop, { reuseMachineInstall: true });
  await run(cli, [...args, ...profileArguments(profile), `--install-extension=${vsix}`, '--force'], {
    log: 'install',
  });
}
