/**
 * The walls of the house as lint rules: which folder may import from which. The road runs one way, from text to
 * dataset; core touches no machine; only the client knows the editor.
 */

/** Core's folders in the order of the road, each with what it may import: the folders before it, but for its peers. */
const CORE = /** @type {Record<string, readonly string[]>} */ ({
  text: [],
  labels: ['text'],
  lexicon: ['text', 'labels'],
  entities: ['text', 'labels', 'lexicon'],
  boilerplate: ['text', 'labels', 'lexicon', 'entities'],
  quotations: ['text', 'labels', 'lexicon', 'entities'],
  analysis: ['text', 'labels', 'lexicon', 'entities', 'boilerplate', 'quotations'],
  annotations: ['text', 'labels', 'lexicon', 'analysis'],
  dataset: ['text', 'labels', 'lexicon', 'analysis', 'annotations'],
  formats: ['text', 'labels', 'lexicon', 'analysis', 'annotations', 'dataset'],
  importing: ['text', 'labels', 'annotations', 'dataset', 'formats'],
});

/** Packages that core may use, or the entries of theirs that know no machine: each is pure as core is. */
const CORE_PACKAGES = [
  '@noble/hashes',
  'approx-string-match',
  'hyparquet-writer/src',
  'hyparquet/src',
  'jsonc-parser',
  'picomatch',
  'saxes',
];

/** @typedef {{ regex: string, message: string }} Pattern */

/**
 * @param {readonly string[]} names
 * @returns {string} a regular expression that matches relative imports which climb into one of the folders
 */
const climbsInto = (names) => `^(\\.\\./)+(${names.join('|')})/`;

/** @type {Pattern} */
const NO_EDITOR = { regex: '^vscode$', message: 'Only client/ knows the editor.' };

/** @type {Pattern} */
const CORE_IS_PURE = {
  regex: `^(?!\\.)(?!(${CORE_PACKAGES.join('|')})(/|$))`,
  message: 'core/ is pure: no node:, no vscode, no LSP, no package but those named in scripts/walls.mjs.',
};

/** @type {Pattern} */
const CORE_STANDS_ALONE = {
  regex: climbsInto(['server', 'client', 'cli', 'scripts', 'test', 'bench', 'training']),
  message: 'core/ imports from core/ alone.',
};

/**
 * @param {string[]} files
 * @param {Pattern[]} patterns
 * @param {import('eslint').Linter.RulesRecord} [rules]
 * @returns {import('eslint').Linter.Config}
 */
const wall = (files, patterns, rules = {}) => ({
  files,
  ignores: ['**/*.test.ts'],
  rules: { 'no-restricted-imports': ['error', { patterns }], ...rules },
});

/**
 * Dynamic imports, the clock and chance would open doors that the rules on import declarations do not see.
 * @type {import('eslint').Linter.RulesRecord}
 */
const NO_BACK_DOORS = {
  'no-restricted-syntax': [
    'error',
    { selector: 'ImportExpression', message: 'core/ is pure: no dynamic import.' },
    {
      selector: "NewExpression[callee.name='Date'][arguments.length=0]",
      message: 'core/ has no clock: take the time as an argument.',
    },
    {
      selector: "MemberExpression[object.name='Date'][property.name='now']",
      message: 'core/ has no clock: take the time as an argument.',
    },
    {
      selector: "MemberExpression[object.name='Math'][property.name='random']",
      message: 'core/ has no chance: take ids as arguments.',
    },
  ],
};

/**
 * The lint configurations that enforce the walls.
 * @type {import('eslint').Linter.Config[]}
 */
export const walls = [
  ...Object.entries(CORE).map(([folder, allowed]) => {
    const refused = Object.keys(CORE).filter((other) => other !== folder && !allowed.includes(other));
    return wall(
      [`core/${folder}/**/*.ts`],
      [
        CORE_IS_PURE,
        CORE_STANDS_ALONE,
        {
          regex: climbsInto(refused),
          message: `core/${folder} comes before this folder on the road (see ARCHITECTURE.md).`,
        },
      ],
      NO_BACK_DOORS,
    );
  }),
  wall(
    ['server/**/*.ts'],
    [NO_EDITOR, { regex: climbsInto(['client', 'cli', 'test']), message: 'server/ builds on core/ alone.' }],
  ),
  wall(
    ['server/*.ts', 'server/features/**/*.ts'],
    [
      NO_EDITOR,
      { regex: climbsInto(['client', 'cli', 'test']), message: 'server/ builds on core/ alone.' },
      {
        regex: '^node:|/node$|/browser$',
        message: 'Files and timers are injected: only the entries know the machine.',
      },
    ],
  ),
  wall(
    ['server/protocol.ts'],
    [{ regex: '^\\.', message: 'The client reads this file: it holds types and names alone.' }],
  ),
  wall(
    ['cli/**/*.ts'],
    [NO_EDITOR, { regex: climbsInto(['client', 'server', 'test']), message: 'cli/ builds on core/ alone.' }],
  ),
  wall(
    ['client/**/*.ts'],
    [
      {
        regex:
          '^(\\.\\./)+(server/(?!protocol\\.ts$)|core/(?!labels/|dataset/statistics/figures\\.ts$)|cli/|test/)',
        message:
          'client/ talks to the server: it shares server/protocol.ts, core/labels and the types of statistics alone.',
      },
    ],
  ),
];
