// `node scripts/docs.mjs [--check]`: writes docs/codes, the pages that diagnostics link to, from the label scheme.
// With --check nothing is written; the exit status is 1 where a page differs, is missing or is of nothing.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import esbuild from 'esbuild';
import prettier from 'prettier';
import { inRepository } from './lib/places.mjs';
import { Explained, main } from './lib/steps.mjs';

const FOLDER = inRepository('docs/codes');

const TAGGING =
  'A diagnostic is a suggestion that nobody has decided on. Accept it, reject it or change its label with the actions at the light bulb or with the commands of the extension; then it is an annotation, and the diagnostic is gone.';

await main(async () => {
  const { values } = parseArgs({ options: { check: { type: 'boolean' } } });
  mkdirSync(FOLDER, { recursive: true });
  const pages = await codePages();
  const present = readdirSync(FOLDER);
  const differing = [...pages.keys()].filter(
    (file) => !present.includes(file) || readFileSync(path.join(FOLDER, file), 'utf8') !== pages.get(file),
  );
  const orphaned = present.filter((file) => !pages.has(file));
  const wrong = [...differing, ...orphaned];
  if (values.check) {
    if (wrong.length > 0)
      throw new Explained(
        `docs/codes: ${wrong.join(', ')}: not what the lists say. Run: node scripts/docs.mjs`,
      );
    return;
  }
  for (const file of differing) writeFileSync(path.join(FOLDER, file), pages.get(file) ?? '');
  for (const file of orphaned) rmSync(path.join(FOLDER, file));
  console.log(wrong.length > 0 ? `docs/codes: ${wrong.join(', ')}.` : 'Nothing differs.');
});

/** @returns {Promise<Map<string, string>>} the pages, by file name */
async function codePages() {
  const { SCHEME, FAMILY_TITLES, codeOf, DEFAULT_SETTINGS } = await lists();
  /** @type {Map<string, string>} */
  const pages = new Map();
  for (const family of /** @type {(keyof typeof FAMILY_TITLES)[]} */ (Object.keys(FAMILY_TITLES))) {
    const labels = SCHEME.filter((label) => label.family === family);
    const title = FAMILY_TITLES[family];
    const severity = DEFAULT_SETTINGS.severity[family];
    const page = [
      `# ${title.en} · ${title.ar}`,
      `Diagnostics with a code \`${family}/…\`. Their severity is set by \`hashiya.severity.${family}\`; where nothing is set it is \`${severity}\`.`,
      ...(family === 'problem' || family === 'annotation' ? [] : [TAGGING]),
      ...labels.flatMap((label) => [
        `<a id="${label.id}"></a>`,
        `## ${label.id}`,
        `**${label.title.en}** · \`${codeOf(label.family, label.id)}\`${label.key ? ` · key \`${label.key}\`` : ''}`,
        label.description.en,
        `<div dir="rtl" lang="ar">\n\n**${label.title.ar}**\n\n${label.description.ar}\n\n</div>`,
      ]),
    ].join('\n\n');
    pages.set(`${family}.md`, await formatted(`${family}.md`, page));
  }
  return pages;
}

/**
 * The lists that the pages are made from.
 * @returns {Promise<typeof import('../core/labels/scheme.ts') & typeof import('../server/settings.ts')>}
 */
async function lists() {
  const { outputFiles } = await esbuild.build({
    stdin: {
      contents: "export * from './core/labels/scheme.ts'; export * from './server/settings.ts';",
      resolveDir: inRepository(),
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]?.text ?? '').toString('base64')}`);
}

/**
 * @param {string} file
 * @param {string} content
 */
async function formatted(file, content) {
  const filepath = path.join(FOLDER, file);
  return prettier.format(content, { ...(await prettier.resolveConfig(filepath)), filepath });
}
