import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';

/**
 * Called by VS Code in its extension host: runs every `*.test.cjs` that is bundled beside this file.
 * Its totals go to the file that HASHIYA_TEST_TOTALS names.
 * @throws when a test fails
 */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  // The bar tells the suite's lines from those that VS Code writes beside them.
  Mocha.reporters.Base.consoleLog = (...line: unknown[]) => console.log(`│ ${format(...line)}`);
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, slow: 2_000 });
  for (const file of readdirSync(__dirname).sort()) {
    if (file.endsWith('.test.cjs')) mocha.addFile(path.join(__dirname, file));
  }
  await new Promise<void>((resolve, reject) => {
    const titles: string[] = [];
    const runner = mocha.run((failures) => {
      const totals = process.env['HASHIYA_TEST_TOTALS'];
      if (totals) writeFileSync(totals, JSON.stringify({ ...runner.stats, titles }));
      if (failures > 0) reject(new Error(`${failures} of the tests in the extension host failed.`));
      else resolve();
    });
    runner.on('fail', (test) => titles.push(test.fullTitle()));
  });
}
