import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Package {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

const read = (name: string): string => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, Package> };
const manifest = JSON.parse(read('package.json')) as {
  dependencies?: object;
  devDependencies: Record<string, string>;
};
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

/** Packages with a script that npm would run when it installs them, and why none is needed: `npm ci --ignore-scripts` does. */
const INSTALL_SCRIPTS: Readonly<Record<string, string>> = {
  'node_modules/esbuild':
    'looks whether its program for this machine is there, which is a package of its own',
  'node_modules/@vscode/vsce-sign': 'fetches a program that signs extensions, which nobody asks for here',
  'node_modules/keytar': 'builds access to the keyring, for publishing alone; optional',
};

describe('the packages that are installed', () => {
  it('are pinned: exact versions, each by the hash of its content', () => {
    for (const [name, version] of Object.entries(manifest.devDependencies))
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
    expect(packages.length).toBeGreaterThan(100);
    expect(
      packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path),
    ).toEqual([]);
  });

  it('come from the registry of npm and nowhere else', () => {
    const elsewhere = packages.filter(
      ([, { resolved }]) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'),
    );
    expect(elsewhere).toEqual([]);
  });

  it('are none at run time: everything that ships is bundled', () => {
    expect(manifest.dependencies ?? {}).toEqual({});
    expect(packages.filter(([, { dev, devOptional }]) => !dev && !devOptional).map(([path]) => path)).toEqual(
      [],
    );
  });

  it('run nothing when they are installed that is not explained here', () => {
    const scripted = packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
    expect(scripted.sort()).toEqual(Object.keys(INSTALL_SCRIPTS).sort());
  });

  it('are each said in ARCHITECTURE.md to be for something, as far as we ask for them', () => {
    const [, table = ''] = read('ARCHITECTURE.md').split(/\n(?=\| package)/);
    const patterns = table
      .split('\n')
      .filter((row) => row.startsWith('|'))
      .flatMap((row) => (row.split('|')[1] ?? '').split(/[,;]/))
      .map((name) => name.trim());
    const isNamed = (name: string): boolean =>
      name.startsWith('@types/') ||
      patterns.some(
        (pattern) =>
          pattern === name ||
          (pattern.startsWith('-') && name === `vscode-language${pattern.slice(1)}`) ||
          (pattern.startsWith('-') && name === `vscode-languageserver${pattern}`) ||
          (pattern === 'cldr-*-full' && /^cldr-\w+-full$/.test(name)),
      );
    const unsaid = Object.keys(manifest.devDependencies).filter((name) => !isNamed(name));
    expect(unsaid).toEqual(EXPLAINED_ELSEWHERE);
  });
});

/** Tools that stand for themselves. */
const EXPLAINED_ELSEWHERE = ['@vscode/vsce', 'eslint', 'typescript'];

describe('dist/, as it is built for these tests', () => {
  const licences = (): string => read('dist/THIRD-PARTY-LICENCES.txt');
  const built = (): string[] => readdirSync(new URL('../dist', import.meta.url));

  it('names the licence of every package that a bundle has in it', () => {
    const maps = built().filter((name) => /\.[cm]?js\.map$/.test(name));
    expect(maps.length).toBeGreaterThan(5);
    for (const name of maps) {
      const { sources } = JSON.parse(read(`dist/${name}`)) as { sources: string[] };
      const bundled = new Set(
        sources.flatMap(
          (source) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(source)?.[1] ?? [],
        ),
      );
      for (const one of bundled) expect(licences(), `${one} in ${name}`).toContain(`\n${one} `);
    }
    expect(licences()).toContain('@fontsource/noto-naskh-arabic');
  });

  it('fetches nothing: no bundle has a call that could', () => {
    const bundles = built().filter((name) => /\.[cm]?js$/.test(name));
    expect(bundles.length).toBeGreaterThan(5);
    for (const name of bundles) {
      const code = read(`dist/${name}`);
      for (const call of FETCHING) expect(code.match(call)?.[0], `${name}: ${String(call)}`).toBeUndefined();
    }
  });
});

/** What would be needed to reach the net from Node or from a page. */
const FETCHING: readonly RegExp[] = [
  /(?<![\w.$])fetch\(/,
  /\bnew XMLHttpRequest\b/,
  /\bnew WebSocket\b/,
  /\bnew EventSource\b/,
  /\bsendBeacon\(/,
  /\bimportScripts\(/,
  /(?:require|import|from) ?\(?["'](?:node:)?(?:https?|http2|dgram|tls|dns)["']/,
];
