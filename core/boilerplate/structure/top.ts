import type { LineShape } from '../lines/shape.ts';
import { isBylineShaped } from './byline.ts';
import { findFirstParagraph, findHeadline, isCrawledOutlet } from './headline.ts';
import { decide, decideAsSighted } from './page.ts';
import type { Page } from './page.ts';

const SOURCE = 'rule/top-of-page';

const FEWEST_WORDS_OF_CAPTION = 5;
const LONGEST_CAPTION = 110;

/** What stands above the text: where the headline is (-1: none) and the index of the first line of the text. */
export interface Top {
  readonly headline: number;
  readonly firstParagraph: number;
}

/** Decides every line above the first paragraph. */
export function decideTop(page: Page): Top {
  const { lines, sightings } = page;
  const firstParagraph = findFirstParagraph(page);
  const { headline, titles } = findHeadline(page, firstParagraph);
  for (const i of titles) decide(page, i, 'crawl-header', 0.85, SOURCE);
  if (headline >= 0) decide(page, headline, 'headline', 0.9, 'rule/headline');
  decideAbove(page, headline);
  const headlineKey = lines[headline]?.key;
  for (let i = headline + 1; i < Math.min(lines.length, firstParagraph + 3); i++)
    if (headlineKey !== undefined && lines[i]?.key === headlineKey)
      decide(page, i, 'headline-repeat', 0.97, 'rule/headline');
  const poll = { value: false };
  for (let i = headline + 1; i < firstParagraph; i++) decideBelow(page, i, headline, firstParagraph, poll);
  return { headline, firstParagraph: Math.min(firstParagraph, sightings.length) };
}

/** Lines over the headline: a crawler's, a portal's navigation, a list of other articles. */
function decideAbove(page: Page, headline: number): void {
  const { lines, sightings } = page;
  const hasMasthead = sightings.some((s, i) => i < headline && s?.class === 'masthead');
  let inList = false;
  for (let i = 0; i < headline; i++) {
    const sighting = sightings[i];
    const line = lines[i] as LineShape;
    if (sighting?.class === 'read-also') inList = true;
    if (sighting?.class === 'dateline' && hasMasthead)
      decide(page, i, 'crawl-header', sighting.confidence, sighting.source);
    else if (sighting) decideAsSighted(page, i, 'above');
    else if (isCrawledOutlet(page, i)) decide(page, i, 'crawl-header', 0.95, 'rule/crawl-header');
    else if (inList) decide(page, i, 'related', 0.8, SOURCE);
    else if (hasMasthead || line.words > 5) decide(page, i, 'crawl-header', 0.6, SOURCE);
    else decide(page, i, 'share', 0.6, SOURCE);
  }
}

/** Lines between the headline and the text: author, stamp, caption, the headline again, a standfirst. */
function decideBelow(
  page: Page,
  i: number,
  headline: number,
  firstParagraph: number,
  poll: { value: boolean },
): void {
  const { lines, sightings } = page;
  const line = lines[i] as LineShape;
  const found = sightings[i];
  if (found) poll.value = found.class === 'subscribe' && found.opens;
  if (page.decisions[i]) return;
  if (found && !(found.class === 'caption' && isBylineShaped(line))) {
    decideAsSighted(page, i, 'top');
    return;
  }
  const before = sightings[i - 1];
  if (poll.value) decide(page, i, 'subscribe', 0.7, SOURCE);
  else if (before?.class === 'source' && before.opens && line.words <= 8)
    decide(page, i, 'source', 0.85, SOURCE);
  else if (isBylineShaped(line)) decide(page, i, 'byline', 0.85, 'rule/byline');
  else if (headline < 0) decide(page, i, 'body', 0.5, SOURCE);
  else if (line.words < FEWEST_WORDS_OF_CAPTION && line.stop === 'none')
    decideName(page, i, headline, firstParagraph);
  else if (line.stop === 'none' && line.length <= LONGEST_CAPTION && !isVerse(page, i, firstParagraph))
    decide(page, i, 'caption', 0.6, SOURCE);
  else decide(page, i, 'body', 0.7, SOURCE);
}

const MOST_CAPTIONS = 2;

/** Whether a line stands among more short lines than a page has captions: verse, a list. */
const isVerse = (page: Page, i: number, firstParagraph: number): boolean => {
  let from = i;
  let to = i;
  while (from > 1 && !page.sightings[from - 1] && page.decisions[from - 1]?.class !== 'headline') from--;
  while (to + 1 < firstParagraph && !page.sightings[to + 1]) to++;
  return to - from + 1 > MOST_CAPTIONS;
};

/** Two to four words by themselves: a caption where the headline names them, else the author. */
function decideName(page: Page, i: number, headline: number, firstParagraph: number): void {
  const line = page.lines[i] as LineShape;
  const title = ` ${page.lines[headline]?.key ?? ''} `;
  const inTitle = line.key.split(' ').every((word) => title.includes(` ${word} `));
  const bylineElsewhere = page.lines.some(
    (other, j) =>
      j > headline && j < firstParagraph && j !== i && !page.sightings[j] && isBylineShaped(other),
  );
  if (inTitle && line.words >= 2) decide(page, i, 'caption', 0.6, SOURCE);
  else if (bylineElsewhere || line.words < 2) decide(page, i, 'share', 0.5, SOURCE);
  else decide(page, i, 'byline', 0.7, 'rule/byline');
}
