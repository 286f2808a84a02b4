// Runs the suite of this folder inside the extension host of a real VS Code, against the extension's folder or,
// with --vsix, against its package, installed. The package must be in the out folder then.
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { resolveCliArgsFromVSCodeExecutablePath, runTests, TestRunFailedError } from '@vscode/test-electron';
import esbuild from 'esbuild';
import { run } from '../../scripts/lib/commands.mjs';
import { desktopProgram } from '../../scripts/lib/desktop.mjs';
import { packExtension } from '../../scripts/lib/extension-package.mjs';
import { inOut, inRepository, repository } from '../../scripts/lib/places.mjs';
import { newProfileIn, profileArguments } from '../../scripts/lib/profile.mjs';
import { installExtension } from '../../scripts/lib/served-vscode.mjs';
import { main } from '../../scripts/lib/steps.mjs';
import { copySamples } from '../copy-samples.mjs';

/** With dialogs of the workbench's own, the suite can answer them on a desktop too. */
const settings = { 'files.autoSave': 'off', 'files.simpleDialog.enable': true };

await main(async () => {
  const { values } = parseArgs({ options: { vsix: { type: 'boolean' } } });
  const desktop = desktopProgram();
  const workspace = copySamples(inOut('host/workspace'));
  const profile = newProfileIn(inOut('host/profile'), settings);
  await bundleSuite();
  if (values.vsix) await installPackage(desktop, profile, await packExtension());
  try {
    return await runTests({
      vscodeExecutablePath: desktop ?? inRepository('test/host/code-in-browser.mjs'),
      launchArgs: [workspace, ...profileArguments(profile)],
      extensionDevelopmentPath: values.vsix ? inRepository('test/host/empty-extension') : repository,
      extensionTestsPath: inOut('host/suite/index.cjs'),
    });
  } catch (error) {
    // The suite has already said what failed.
    if (error instanceof TestRunFailedError) return 1;
    throw error;
  }
});

/** Bundles the suite's entry and each of its test files for the extension host. */
async function bundleSuite() {
  const outdir = inOut('host/suite');
  rmSync(outdir, { recursive: true, force: true });
  const folder = inRepository('test/host/suite');
  const entryPoints = readdirSync(folder).filter((file) => file === 'index.ts' || file.endsWith('.test.ts'));
  await esbuild.build({
    entryPoints: entryPoints.map((file) => path.join(folder, file)),
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
 * @param {import('../../scripts/lib/profile.mjs').Profile} profile
 * @param {string} vsix
 */
async function installPackage(desktop, profile, vsix) {
  if (!desktop) return installExtension(profile, vsix);
  const [cli = '', ...args] = resolveCliArgsFromVSCodeExecutablePath(desktop, { reuseMachineInstall: true });
  await run(cli, [...args, ...profileArguments(profile), `--install-extension=${vsix}`, '--force'], {
    log: 'install',
  });
}
