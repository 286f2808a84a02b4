// Runs the tests of this folder: the server in a web worker of a real browser, from the bundles in dist/.
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import { inRepository } from '../../scripts/lib/places.mjs';
import { main } from '../../scripts/lib/steps.mjs';

await main(async () => {
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, slow: 10_000 });
  const folder = inRepository('test/web');
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
  return failures > 0 ? 1 : 0;
});
