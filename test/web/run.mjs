// Runs the tests of this folder: the server in a web worker of a real browser, from the bundles in dist/.
import { main } from '../../scripts/lib/steps.mjs';
import { runMocha } from '../run-mocha.mjs';

await main(async () => ((await runMocha('test/web', 60_000)) > 0 ? 1 : 0));
