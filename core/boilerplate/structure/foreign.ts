import type { Steps } from '../../text/steps.ts';
import { foreignOdds } from '../foreign/chain.ts';
import type { ChainWeights } from '../foreign/chain.ts';
import { parseWeights, PRIOR } from '../foreign/foreign-weights.ts';
import { LEARNT } from '../foreign/weights.ts';
import { isHeadlineLike, isParagraph } from '../lines/shape.ts';
import type { LineShape } from '../lines/shape.ts';
import { sharedWords } from './cohesion.ts';
import type { Page } from './page.ts';
import type { Top } from './top.ts';

const SOURCE = 'model/other-article';

let weights: ChainWeights | undefined;

/** Lines are another article's where that is likelier than not, and of one of them nearly sure. */
const SMALLEST_ODDS = 0.5;
const SMALLEST_PEAK = 0.8;

/** A shorter line that stands alone, in UTF-16 code units, is a signature, an address, a subheading. */
const SHORTEST_ALONE = 60;

/**
 * Finds lines of other articles that no phrase announces, in the text and in an article appended to it: teasers and
 * headlines below it or run into it, and whole articles. A learnt model decides by cohesion, form and place, a line a step.
 */
export function* decideForeign(page: Page, top: Top): Steps<void> {
  yield* decideIn(page, page.lines[top.headline] ?? null, linesOf(page, 'body', top.firstParagraph));
  const [title = -1, ...appended] = linesOf(page, 'appended-article', top.firstParagraph);
  yield* decideIn(page, page.lines[title] ?? null, appended);
}

function linesOf(page: Page, lineClass: 'body' | 'appended-article', from: number): number[] {
  const found: number[] = [];
  for (let i = from; i < page.lines.length; i++) if (page.decisions[i]?.class === lineClass) found.push(i);
  return found;
}

function* decideIn(page: Page, title: LineShape | null, places: readonly number[]): Steps<void> {
  if (places.length < 2) return;
  const lines = places.map((i) => page.lines[i] as LineShape);
  weights ??= parseWeights(LEARNT);
  const odds = yield* foreignOdds(title, lines, weights, PRIOR);
  for (let i = 1; i < lines.length; i++) {
    if ((odds[i] as number) <= SMALLEST_ODDS) continue;
    let end = i;
    let peak = 0;
    for (; end < lines.length && (odds[end] as number) > SMALLEST_ODDS; end++)
      peak = Math.max(peak, odds[end] as number);
    const isLoneName = end - i === 1 && (lines[i] as LineShape).length < SHORTEST_ALONE;
    if (peak < SMALLEST_PEAK || isLoneName) {
      i = end;
      continue;
    }
    const lineClass = isArticle(lines.slice(i, end)) ? 'appended-article' : 'related';
    for (; i < end; i++)
      page.decisions[places[i] as number] = {
        class: lineClass,
        confidence: odds[i] as number,
        source: SOURCE,
      };
  }
}

const FEWEST_LINES_OF_ARTICLE = 3;
const SMALLEST_SHARE_OF_TITLE = 0.25;

/** Whether lines are a headline with the text that belongs to it, and not teasers of several articles. */
function isArticle(lines: readonly LineShape[]): boolean {
  const [title, lead] = lines;
  return (
    title !== undefined &&
    lead !== undefined &&
    lines.length >= FEWEST_LINES_OF_ARTICLE &&
    isHeadlineLike(title) &&
    !isParagraph(title) &&
    lines.slice(1).every(isParagraph) &&
    sharedWords(title, lead) >= SMALLEST_SHARE_OF_TITLE
  );
}
