import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { foreignOdds } from '../../core/boilerplate/foreign/chain.ts';
import { parseWeights, PRIOR, serialiseWeights } from '../../core/boilerplate/foreign/foreign-weights.ts';
import { readShape } from '../../core/boilerplate/lines/shape.ts';
import type { LineShape } from '../../core/boilerplate/lines/shape.ts';
import { readLine } from '../../core/lexicon/article.ts';
import { parseLexicon } from '../../core/lexicon/lexicon.ts';
import { atOnce } from '../../core/text/steps.ts';
import { readNews } from '../clusters/news.ts';
import { splitOf } from '../splits.ts';
import { createRandom } from '../tagger/random.ts';
import { composePage } from './compose.ts';
import type { Mixture, PlainArticle } from './compose.ts';
import { learnChain } from './learn.ts';
import type { Example } from './learn.ts';

/** Outlets whose texts have teasers of other articles in them, which would be learnt as the articles' own. */
const UNCLEAN = /^ant:(?:CNN)?$/;

const PAGES = 120_000;
const TEST_PAGES = 4000;
const MOST_ARTICLES_OF_OUTLET = 5000;
const FEWEST_ARTICLES_OF_OUTLET = 50;
const SHORTEST_TITLE = 12;
const LONGEST_TITLE = 220;
const SHORTEST_PARAGRAPH = 80;

/**
 * Learns to tell an article's own lines from those of other articles that a portal left in its text, from pages made of
 * raw news (compose.ts), and writes the weights to core/boilerplate/foreign/weights.ts. Outlets kept aside give no page.
 */
export async function main(_: readonly string[], root: string): Promise<number> {
  const news = path.join(root, '../shared/data/text/news.jsonl.xz');
  if (!existsSync(news)) {
    console.error('No raw news at ../shared/data/text: the weights stay as they are.');
    return 1;
  }
  const outlets = await readOutlets(news);
  const draw = createDrawing(root, outlets);
  const learnt = learnChain(PAGES, (n) => draw(n).example);
  const written = serialiseWeights(learnt);
  writeFileSync(
    path.join(root, 'core/boilerplate/foreign/weights.ts'),
    `/** Learnt, not written: \`node training/run.mjs boilerplate\` makes this file (see foreign-weights.ts). */\nexport const LEARNT =\n  '${written}';\n`,
  );
  const weights = parseWeights(written);
  const counts = new Map<Mixture, { pages: number; right: number; false: number; missed: number }>();
  for (let n = 0; n < TEST_PAGES; n++) {
    const { example, mixture } = draw(PAGES + n);
    const count = counts.get(mixture) ?? { pages: 0, right: 0, false: 0, missed: 0 };
    counts.set(mixture, count);
    count.pages++;
    for (const [i, odds] of atOnce(foreignOdds(example.title, example.lines, weights, PRIOR)).entries())
      if (odds > 0.5) count[example.foreign[i] === 1 ? 'right' : 'false']++;
      else if (example.foreign[i] === 1) count.missed++;
  }
  for (const [mixture, count] of counts) console.log(mixture.padEnd(10), JSON.stringify(count));
  return 0;
}

/** The articles of each outlet that gives pages, in the order of the collection. */
async function readOutlets(news: string): Promise<readonly (readonly PlainArticle[])[]> {
  const outlets = new Map<string, PlainArticle[]>();
  for await (const { source, lines } of readNews(news)) {
    if (UNCLEAN.test(source) || splitOf(source) === 'held-out') continue;
    const [title = '', ...paragraphs] = lines.map((line) => line.trim()).filter((line) => line !== '');
    if (title.length < SHORTEST_TITLE || title.length > LONGEST_TITLE) continue;
    if (!paragraphs.some(({ length }) => length >= SHORTEST_PARAGRAPH)) continue;
    const articles = outlets.get(source) ?? [];
    outlets.set(source, articles);
    if (articles.length < MOST_ARTICLES_OF_OUTLET) articles.push({ title, paragraphs });
  }
  return [...outlets.values()].filter(({ length }) => length >= FEWEST_ARTICLES_OF_OUTLET);
}

type Drawing = (n: number) => { readonly example: Example; readonly mixture: Mixture };

/** Draws page `n`: the same for the same number, every outlet as often as the others. */
function createDrawing(root: string, outlets: readonly (readonly PlainArticle[])[]): Drawing {
  const lexicon = parseLexicon(readFileSync(path.join(root, 'dist/lexicon.bin')));
  const shapeOf = (text: string): LineShape | null => {
    const reading = readLine(text, lexicon);
    return reading.tokens.length === 0 ? null : readShape(reading);
  };
  return (n) => {
    const random = createRandom(n);
    for (;;) {
      const articles = outlets[Math.floor(random() * outlets.length)] as readonly PlainArticle[];
      const page = composePage(articles, Math.floor(random() * articles.length), random);
      const lines = page.lines.flatMap(({ text, foreign }) => {
        const shape = shapeOf(text);
        return shape ? [{ shape, foreign: foreign ? 1 : 0 }] : [];
      });
      if (lines.length < 2) continue;
      const example = {
        title: shapeOf(page.title),
        lines: lines.map(({ shape }) => shape),
        foreign: lines.map(({ foreign }) => foreign),
      };
      return { example, mixture: page.mixture };
    }
  };
}
