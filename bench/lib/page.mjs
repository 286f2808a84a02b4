import { readFileSync, writeFileSync } from 'node:fs';
import prettier from 'prettier';
import { inRepository } from '../../scripts/lib/places.mjs';
import { Explained } from '../../scripts/lib/steps.mjs';

const PAGE = inRepository('docs/benchmarks.md');

const opening = (/** @type {string} */ part) => `<!-- measured: ${part} -->`;
const CLOSING = '<!-- /measured -->';

/**
 * Renews what docs/benchmarks.md says of some parts of the bench, each between its two marks.
 * @param {ReadonlyMap<string, string>} sections Markdown by name of the part
 * @throws {Explained} where the page has no place for a part
 */
export async function writeSections(sections) {
  let page = readFileSync(PAGE, 'utf8');
  for (const [part, section] of sections) {
    const start = page.indexOf(opening(part));
    const end = page.indexOf(CLOSING, start);
    if (start < 0 || end < 0)
      throw new Explained(
        `docs/benchmarks.md has no place for «${part}». Write ${opening(part)} and ${CLOSING} where its tables are to stand.`,
      );
    page = `${page.slice(0, start)}${opening(part)}\n\n${section}\n\n${page.slice(end)}`;
  }
  writeFileSync(
    PAGE,
    await prettier.format(page, { ...(await prettier.resolveConfig(PAGE)), filepath: PAGE }),
  );
}
