import type { LineShape } from '../lines/shape.ts';
import { isBylineShaped } from './byline.ts';
import { findFirstParagraph, findHeadline, isCrawledOutlet, isDescription } from './headline.ts';
import { decide, decideAsSighted } from './page.ts';
import type { Page } from './page.ts';

const SOURCE = 'rule/top-of-page';
const OUTLET = 'rule/outlet-and-stamp';

const FEWEST_WORDS_OF_CAPTION = 5;
const LONGEST_CAPTION = 110;
const FEWEST_HEADLINES_OF_LIST = 3;

/** What stands above the text: where the headline is (-1: none) and the index of the first line of the text. */
export interface Top {
  readonly headline: number;
  readonly firstParagraph: number;
}

/** What the lines between headline and text are judged by. */
interface Zone extends Top {
  readonly hasByline: boolean;
  /** Whether the heading of a poll stands above. */
  pollOpen: boolean;
}

/** Decides every line above the first paragraph. */
export function decideTop(page: Page): Top {
  const { lines, sightings } = page;
  const firstParagraph = findFirstParagraph(page);
  const { headline, titles, outlet } = findHeadline(page, firstParagraph);
  for (const i of titles) decide(page, i, 'crawl-header', 0.85, SOURCE);
  if (outlet >= 0) decide(page, outlet, 'crawl-header', 0.7, OUTLET);
  if (headline >= 0) decide(page, headline, 'headline', 0.9, 'rule/headline');
  decideAbove(page, headline, firstParagraph);
  const headlineKey = lines[headline]?.key;
  for (let i = headline + 1; i < Math.min(lines.length, firstParagraph + 3); i++)
    if (headlineKey !== undefined && lines[i]?.key === headlineKey)
      decide(page, i, 'headline-repeat', 0.97, 'rule/headline');
  const isPlain = (i: number): boolean => i > headline && i < firstParagraph && !sightings[i];
  const bylines = lines
    .slice(0, firstParagraph)
    .filter((line, i) => isPlain(i) && isBylineShaped(line)).length;
  const zone: Zone = { headline, firstParagraph, hasByline: bylines > 0, pollOpen: false };
  for (let i = headline + 1; i < firstParagraph; i++) decideBelow(page, i, zone);
  return { headline, firstParagraph: Math.min(firstParagraph, sightings.length) };
}

/** Lines over the headline: a crawler's, a portal's navigation, a list of other articles. */
function decideAbove(page: Page, headline: number, firstParagraph: number): void {
  const { lines, sightings } = page;
  const hasMasthead = sightings.some((s, i) => i < headline && s?.class === 'masthead');
  const hasOwnStamp = sightings.some((s, i) => i > headline && i < firstParagraph && s?.class === 'dateline');
  const outlet = page.decisions.findIndex((d, i) => i < headline && d?.source === OUTLET);
  const plain = lines.filter((line, i) => i < headline && !sightings[i] && line.words >= 5).length;
  let inList = plain >= FEWEST_HEADLINES_OF_LIST;
  for (let i = 0; i < headline; i++) {
    const sighting = sightings[i];
    const line = lines[i] as LineShape;
    if (sighting?.class === 'read-also') inList = true;
    if (sighting?.class === 'dateline' && (hasMasthead || hasOwnStamp || outlet >= 0))
      decide(page, i, 'crawl-header', sighting.confidence, sighting.source);
    else if (sighting) decideAsSighted(page, i, 'above');
    else if (isCrawledOutlet(page, i)) decide(page, i, 'crawl-header', 0.95, 'rule/crawl-header');
    else if (inList) decide(page, i, 'related', 0.8, SOURCE);
    else if (hasMasthead || line.words > 5) decide(page, i, 'crawl-header', 0.6, SOURCE);
    else decide(page, i, 'share', 0.6, SOURCE);
  }
}

/** Lines between the headline and the text: author, stamp, caption, the headline again, a standfirst. */
function decideBelow(page: Page, i: number, zone: Zone): void {
  const { lines, sightings } = page;
  const line = lines[i] as LineShape;
  const found = sightings[i];
  if (found) zone.pollOpen = found.class === 'subscribe' && found.opens;
  if (page.decisions[i]) return;
  if (isCrawledOutlet(page, i)) {
    decide(page, i, 'crawl-header', 0.95, 'rule/crawl-header');
    return;
  }
  if (isDescription(page, i)) {
    decide(page, i, 'crawl-header', 0.9, 'rule/crawl-header');
    return;
  }
  if (found && !(found.class === 'caption' && isBylineShaped(line))) {
    decideAsSighted(page, i, 'top');
    return;
  }
  const before = sightings[i - 1];
  if (zone.pollOpen) decide(page, i, 'subscribe', 0.7, SOURCE);
  else if (before?.class === 'source' && before.opens && line.words <= 8)
    decide(page, i, 'source', 0.85, SOURCE);
  else if (isBylineShaped(line)) decide(page, i, 'byline', 0.85, 'rule/byline');
  else if (zone.headline < 0) decide(page, i, 'body', 0.5, SOURCE);
  else if (line.words < FEWEST_WORDS_OF_CAPTION && line.stop === 'none') decideName(page, i, zone);
  else if (
    line.stop === 'none' &&
    line.length <= LONGEST_CAPTION &&
    !line.listItem &&
    !isHeadlineStyled(line) &&
    !isVerse(page, i, zone)
  )
    decide(page, i, 'caption', 0.6, SOURCE);
  else decide(page, i, 'body', 0.7, SOURCE);
}

/** "ضربة قوية.. والمدرب: لن نستسلم": two dots or a colon part the halves of headlines, not of captions. */
const isHeadlineStyled = (line: LineShape): boolean => /\.\.|…|\S:\s/.test(line.reading.text);

const MOST_CAPTIONS = 2;

/** Whether a line stands among more short lines than a page has captions: verse, a list. */
function isVerse(page: Page, i: number, zone: Zone): boolean {
  const isPlain = (k: number): boolean => k > zone.headline && k < zone.firstParagraph && !page.sightings[k];
  let from = i;
  let to = i;
  while (i - from <= MOST_CAPTIONS && isPlain(from - 1)) from--;
  while (to - i <= MOST_CAPTIONS && isPlain(to + 1)) to++;
  return to - from + 1 > MOST_CAPTIONS;
}

/** Two to four words by themselves: a caption where the headline names them, else the author. */
function decideName(page: Page, i: number, zone: Zone): void {
  const line = page.lines[i] as LineShape;
  const title = ` ${page.lines[zone.headline]?.key ?? ''} `;
  const inTitle = line.key.split(' ').every((word) => title.includes(` ${word} `));
  const nameBelow = i + 1 < zone.firstParagraph && !page.sightings[i + 1];
  if (inTitle && nameBelow && line.words >= 2) decide(page, i, 'caption', 0.6, SOURCE);
  else if (line.words < 2 && !page.sightings[i - 1]) decide(page, i, 'body', 0.5, SOURCE);
  else if (zone.hasByline || line.words < 2) decide(page, i, 'share', 0.5, SOURCE);
  else decide(page, i, 'byline', 0.7, 'rule/byline');
}
