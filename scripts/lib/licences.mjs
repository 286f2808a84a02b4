/** The licences of what is bundled: each package asks to be named wherever it goes. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The licences of the packages that bundles are made of, as one text: name, version and licence of each, then what it
 * says of itself.
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @param {string} root the folder that the metafiles' paths start from
 * @throws if a package has no licence
 */
export function licencesOf(metafiles, root) {
  const folders = new Set(
    metafiles
      .flatMap(({ inputs }) => Object.keys(inputs))
      .flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0] ?? []),
  );
  const packages = [...folders].map((folder) => {
    const { name, version, license } = JSON.parse(
      readFileSync(path.join(root, folder, 'package.json'), 'utf8'),
    );
    if (!license) throw new Error(`${name} ${version} does not say under which licence it is.`);
    const texts = readdirSync(path.join(root, folder))
      .filter((file) => /^(?:licen[cs]e|notice|copying)(?:\.|$)/i.test(file))
      .sort()
      .map((file) => readFileSync(path.join(root, folder, file), 'utf8').trim());
    return { title: `${name} ${version} (${license})`, texts };
  });
  const within = WITHIN.filter(({ of }) => packages.some(({ title }) => title.startsWith(`${of} `)));
  const unique = new Map([...packages, ...within].map((one) => [one.title, one.texts]));
  const parts = [...unique]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([title, texts]) => [title, ...texts].join('\n\n'));
  return `${[HEAD, ...parts].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/** Packages that others have in their own bundles, where no package.json tells of them. */
const WITHIN = [
  {
    of: 'vscode-uri',
    title: 'path-browserify (MIT), within vscode-uri',
    texts: [
      `MIT License

Copyright (c) 2013 James Halliday

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
    ],
  },
];

const HEAD = `Hashiya contains these packages. The sources of its lists and of its weights are named in NOTICE.`;
