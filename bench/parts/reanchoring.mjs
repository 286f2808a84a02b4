/**
 * How long annotations take to be found again where nobody followed the edits, by ways of changing a text: milliseconds of
 * processor time, and how many annotations have a place then. The text is words of the samples by chance.
 */
import { loadTypeScript } from '../../scripts/lib/dist.mjs';
import { processorTimeOf } from '../lib/processes.mjs';
import { rounded } from '../lib/tables.mjs';
import { sampleArticles } from '../lib/texts.mjs';

const ANNOTATIONS = 2000;

/** UTF-16 code units of the text. */
const UNITS = 1_000_000;

/** Numbers by chance, the same in each run (Park and Miller's generator). */
function createChance() {
  let state = 1;
  return (/** @type {number} */ limit) => (state = (state * 48_271) % 2_147_483_647) % limit;
}

/** @returns {Promise<import('../lib/tables.mjs').Table[]>} */
export async function run() {
  const { makeAnchor, reanchorAnnotations, NOTHING_ADDED } = await loadTypeScript(
    `export { makeAnchor } from './core/annotations/anchors.ts';
     export { NOTHING_ADDED } from './core/annotations/annotation.ts';
     export { reanchorAnnotations } from './core/annotations/reanchor.ts';`,
  );
  const below = createChance();
  const vocabulary = [...new Set(sampleArticles().join(' ').split(/\s+/))];
  const prose = () => {
    let text = '';
    while (text.length < UNITS) text += vocabulary[below(vocabulary.length)] + (below(12) > 0 ? ' ' : '\n');
    return text;
  };

  const text = prose();
  const words = [...text.matchAll(/\p{L}{2,}/gu)];
  const annotations = Array.from({ length: ANNOTATIONS }, (_, n) => {
    const word = words[below(words.length)];
    const start = word?.index ?? 0;
    return {
      ...NOTHING_ADDED,
      id: String(n),
      family: 'entity',
      label: 'PER',
      decision: 'accepted',
      anchor: makeAnchor(text, { start, end: start + (word?.[0].length ?? 0) }),
      speaker: null,
      cue: null,
      canonical: null,
      provenance: { annotator: '', created: '', modified: '', source: 'hand' },
    };
  });

  /** @type {[what: string, after: string][]} */
  const changes = [
    ['unchanged', text],
    ['a line in front', `عنوان\n${text}`],
    ['other line ends', text.replaceAll('\n', '\r\n')],
    ['a letter lost every 40', text.replace(/(.{40})./gsu, '$1')],
    ['another text', prose()],
    ['one word over and over', 'كيم قال '.repeat(UNITS / 8)],
  ];
  const rows = [];
  for (const [what, after] of changes) {
    /** @type {typeof annotations} */
    let moved = [];
    const time = await processorTimeOf(() => (moved = reanchorAnnotations(annotations, after)));
    rows.push([what, rounded(time, 0), moved.filter(({ anchor }) => anchor.span).length]);
  }
  return [
    {
      caption: `${ANNOTATIONS} annotations in ${text.length} code units`,
      columns: ['the text', 'ms', 'annotations placed'],
      rows,
    },
  ];
}
