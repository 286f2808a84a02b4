/** Builds the extension and packs it: `npm run package` prints where the .vsix lies, for "Install from VSIX…". */
import { build } from './build.mjs';
import { packExtension } from './lib/extension-package.mjs';

await build();
console.log(await packExtension());
