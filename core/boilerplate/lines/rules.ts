import { contactLine } from './contact.ts';
import { crawlLine } from './crawl.ts';
import { copyrightLine } from './copyright.ts';
import { hashtagLine } from './hashtags.ts';
import { breadcrumbLine, controlsLine, navigationLine } from './navigation.ts';
import { phraseLine } from './phrase.ts';
import type { LineShape } from './shape.ts';
import { signOffLine } from './sign-off.ts';
import type { LineRule, Sighting } from './sighting.ts';
import { stampLine } from './stamp.ts';
import { tickerLine } from './ticker.ts';

/** The rules that look at one line alone, the first that speaks wins: adding one is one file and one line here. */
const LINE_RULES: readonly LineRule[] = [
  crawlLine,
  signOffLine,
  stampLine,
  phraseLine,
  copyrightLine,
  hashtagLine,
  contactLine,
  controlsLine,
  navigationLine,
  breadcrumbLine,
  tickerLine,
];

/** What a line by itself looks like; null for running text and headlines. */
export function sight(line: LineShape): Sighting | null {
  for (const rule of LINE_RULES) {
    const found = rule(line);
    if (found) return found;
  }
  return null;
}
