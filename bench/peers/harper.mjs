import { packageOf } from './package-of.mjs';

export async function open() {
  const [{ LocalLinter }, { binary }] = await Promise.all([
    packageOf('harper.js'),
    packageOf('harper.js/binary'),
  ]);
  const linter = new LocalLinter({ binary });
  await linter.setup();
  return (/** @type {string} */ text) => linter.lint(text, { language: 'plaintext' });
}
