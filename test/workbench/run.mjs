// Runs the tests of this folder: a VS Code with the extension's package installed, served to a browser without a
// window, and used through keys and mouse alone. With --docs the pictures for README are renewed.
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';
import { inOut, inRepository } from '../../scripts/lib/places.mjs';
import { main } from '../../scripts/lib/steps.mjs';

/** The pictures that README shows. */
const shownInReadme = ['light', 'dark', 'high-contrast-dark', 'hover', 'labels', 'problems'];

await main(async () => {
  const { values } = parseArgs({ options: { docs: { type: 'boolean' } } });
  rmSync(inOut('screenshots'), { recursive: true, force: true });
  const mocha = new Mocha({ ui: 'bdd', timeout: 120_000, slow: 10_000 });
  const folder = inRepository('test/workbench');
  for (const file of readdirSync(folder))
    if (file.endsWith('.test.mjs')) mocha.addFile(path.join(folder, file));
  await mocha.loadFilesAsync();
  const failures = await /** @type {Promise<number>} */ (
    new Promise((resolve) => {
      const runner = mocha.run((count) => {
        const totals = process.env.HASHIYA_TEST_TOTALS;
        if (totals) writeFileSync(totals, JSON.stringify(runner.stats));
        resolve(count);
      });
    })
  );
  if (values.docs && failures === 0) {
    mkdirSync(inRepository('docs/images'), { recursive: true });
    for (const name of shownInReadme) {
      copyFileSync(inOut('screenshots', `${name}.png`), inRepository('docs/images', `${name}.png`));
    }
  }
  return failures > 0 ? 1 : 0;
});
