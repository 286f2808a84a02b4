// Runs the suite of this folder inside the extension host of a real VS Code, against the extension's folder or,
// with --vsix, against its package, installed. The package must be in the out folder then.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runInExtensionHost } from '../../scripts/lib/extension-host.mjs';
import { packExtension } from '../../scripts/lib/extension-package.mjs';
import { inOut, inRepository } from '../../scripts/lib/places.mjs';
import { main } from '../../scripts/lib/steps.mjs';
import { copySamples } from '../copy-samples.mjs';

await main(async () => {
  const { values } = parseArgs({ options: { vsix: { type: 'boolean', default: false } } });
  const folder = inRepository('test/host/suite');
  const files = readdirSync(folder).filter((file) => file === 'index.ts' || file.endsWith('.test.ts'));
  return runInExtensionHost({
    name: 'host',
    entryPoints: files.map((file) => path.join(folder, file)),
    workspace: copySamples(inOut('host/workspace')),
    // With dialogs of the workbench's own, the suite can answer them on a desktop too.
    settings: { 'files.autoSave': 'off', 'files.simpleDialog.enable': true },
    vsix: values.vsix ? await packExtension() : undefined,
  });
});
