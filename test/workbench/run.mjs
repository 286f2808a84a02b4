// Runs the tests of this folder: a VS Code with the extension's package installed, served to a browser without a
// window, and used through keys and mouse alone. With --docs the pictures for README are renewed.
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inOut, inRepository } from '../../scripts/lib/places.mjs';
import { main } from '../../scripts/lib/steps.mjs';
import { runMocha } from '../run-mocha.mjs';

/** The pictures that README and the docs show. */
const shownInReadme = [
  'light',
  'dark',
  'high-contrast-dark',
  'hover',
  'labels',
  'problems',
  'dashboard-light',
  'dashboard-dark',
  'adjudication',
  'reader-light',
  'reader-beside',
  'views-light',
];

await main(async () => {
  const { values } = parseArgs({ options: { docs: { type: 'boolean' } } });
  rmSync(inOut('screenshots'), { recursive: true, force: true });
  const failures = await runMocha('test/workbench', 180_000);
  if (values.docs && failures === 0) {
    mkdirSync(inRepository('docs/images'), { recursive: true });
    for (const name of shownInReadme) {
      copyFileSync(inOut('screenshots', `${name}.png`), inRepository('docs/images', `${name}.png`));
    }
  }
  return failures > 0 ? 1 : 0;
});
