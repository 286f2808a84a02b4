// The page that tells what a whole article costs, here and elsewhere.
import { strokesOf } from '../keyboard.mjs';

/** What deeds are called that only bring the caret to words and select them. */
export const FINDING = 'go to words without a mark';
export const SELECTING = 'select words';

/**
 * How much there was to do of each kind.
 * @typedef {{ right: number, wrong: number, relabelled: number, resized: number, missed: number }} Work
 */

/**
 * @typedef {object} Run
 * @property {string} article its name in the samples
 * @property {number} words
 * @property {Work} work
 * @property {readonly import('../keyboard.mjs').Deed[]} deeds
 */

/** What other tools take for one piece of work: keys and clicks, by their own documentation. @type {readonly Tool[]} */
const tools = [
  {
    name: 'Label Studio',
    sources: [
      'https://labelstud.io/guide/labeling',
      'https://labelstud.io/guide/hotkeys',
      'https://labelstud.io/guide/predictions',
    ],
    costs: {
      right: [1, 'Alt+. goes to the next region'],
      wrong: [2, 'Alt+. and Backspace'],
      relabelled: [2, 'Alt+. and the key of the label'],
      resized: [4, 'delete it, then mark it anew'],
      missed: [2, 'the key of the label, then the words are dragged over with the mouse'],
    },
    end: [1, 'Ctrl+Enter submits'],
    mouse: ({ resized, missed }) => resized + missed,
  },
  {
    name: 'INCEpTION',
    sources: ['https://inception-project.github.io/releases/39.0/docs/user-guide.html'],
    costs: {
      right: [1, 'a click accepts a suggestion'],
      wrong: [2, 'a double click rejects it'],
      relabelled: [3, 'a click accepts it; the value is opened and another chosen in the panel'],
      resized: [5, 'a double click rejects it, then it is marked anew'],
      missed: [3, 'the words are dragged over with the mouse; the value is opened and chosen in the panel'],
    },
    end: [2, 'the button that finishes the document, and its question'],
    mouse: ({ right, wrong, relabelled, resized, missed }) =>
      right + 2 * wrong + 3 * relabelled + 5 * resized + 3 * missed + 2,
  },
];

/**
 * @typedef {object} Tool
 * @property {string} name
 * @property {readonly string[]} sources
 * @property {Readonly<Record<keyof Work, readonly [count: number, how: string]>>} costs
 * @property {readonly [count: number, how: string]} end
 * @property {(work: Work) => number} mouse how many of all go by the mouse
 */

/** @type {Readonly<Record<keyof Work, string>>} */
const kinds = {
  right: 'marks that were right',
  wrong: 'marks that were wrong',
  relabelled: 'marks with another label',
  resized: 'marks with other edges',
  missed: 'annotations that no mark suggested',
};

/**
 * @param {Run} run
 * @returns {string} the page as Markdown
 */
export function pageOf({ article, words, work, deeds }) {
  const strokes = strokesOf(deeds);
  const finding = strokesOf(deeds.filter(({ what }) => what === FINDING || what === SELECTING));
  const names = /** @type {(keyof Work)[]} */ (Object.keys(kinds));
  const total = (/** @type {Tool} */ { costs, end }) =>
    names.reduce((sum, kind) => sum + work[kind] * costs[kind][0], end[0]);
  return `# An article from new to done

\`samples/articles/${article}\` (${words} words) is brought from new to done by the keyboard alone, to what the samples’ own annotator made of it. A test does it in the real editor, stroke by stroke, and holds this page against what it took (\`npx mocha --timeout 600000 test/workbench/new-to-done.test.mjs\` behind \`npm run build\`; with \`UPDATE=1\` it writes the page anew). A stroke is one key with the modifiers that are held: \`Alt+A\` \`P\` is two.

**${strokes} strokes in ${deeds.length} actions**, for ${names.map((kind) => `${work[kind]} ${kinds[kind]}`).join(', ')}. No mouse.

| what | keys | times | strokes |
| ---- | ---- | ----- | ------- |
${table(deeds)}

## The same elsewhere

Counted from what the documentation of each tool says, not tried: keys and clicks (a double click is two, dragging over words one) for the same suggestions and the same result. To find and select words that no mark stands at, both need the mouse, and one drag counts one; here the caret goes there word by word, and each step counts. Without what that takes, it is ${strokes - finding} here, against ${tools.map((tool) => total(tool) - work.missed - work.resized).join(' and ')}. A prediction of Label Studio counts as it is: nothing tells whether anybody has looked at it.

| | Hashiya | ${tools.map(({ name }) => name).join(' | ')} |
| --- | --- | ${tools.map(() => '---').join(' | ')} |
${names.map((kind) => `| ${kinds[kind]} (${work[kind]}) | | ${tools.map(({ costs }) => `${costs[kind][0]} each: ${costs[kind][1]}`).join(' | ')} |`).join('\n')}
| the end | | ${tools.map(({ end }) => `${end[0]}: ${end[1]}`).join(' | ')} |
| **keys and clicks** | **${strokes}** | ${tools.map((tool) => `**${total(tool)}**`).join(' | ')} |
| of these to find and select words | ${finding} | ${tools.map(() => work.missed + work.resized).join(' | ')} |
| of these by the mouse | 0 | ${tools.map(({ mouse }) => mouse(work)).join(' | ')} |

${tools.map(({ name, sources }) => `- ${name}: ${sources.map((source) => `<${source}>`).join(', ')}`).join('\n')}
`;
}

/**
 * Deeds of one kind together, in the order of their first.
 * @param {Run['deeds']} deeds
 * @returns {string}
 */
function table(deeds) {
  /** @type {Map<string, { times: number, strokes: number, keys: Set<string> }>} */
  const rows = new Map();
  for (const { what, keys, strokes } of deeds) {
    const row = rows.get(what) ?? { times: 0, strokes: 0, keys: new Set() };
    row.times += 1;
    row.strokes += strokes;
    row.keys.add(keys);
    rows.set(what, row);
  }
  return [...rows]
    .map(([what, { times, strokes, keys }]) => {
      const spelt = [...keys].map((one) =>
        one
          .split(' ')
          .map((stroke) => `\`${stroke}\``)
          .join(' '),
      );
      return `| ${what} | ${spelt.join(', ')} | ${times} | ${strokes} |`;
    })
    .join('\n');
}
