import type { Token } from '../../text/tokens.ts';
import { isParagraph } from '../lines/shape.ts';
import type { Page } from '../structure/page.ts';
import { NO_RUNS } from './run.ts';
import type { Run, RunRule } from './run.ts';

const DASHES = '-–—‐‑';
const FURTHEST_TOKEN = 14;
const LONGEST_BRACKET = 4;
const MOST_TOKENS_OF_AGENCY = 5;

const isDash = (token: Token | undefined): boolean =>
  token !== undefined && ((token.kind === 'mark' && DASHES.includes(token.text)) || token.folded === '');

/** How many lines below its first paragraph a text may open with a place and an agency again. */
const LEADS = 2;

/** Right below a line of another shape: the headline of an appended article. */
const isBelowTitle = (page: Page, i: number): boolean => {
  const above = page.lines[i - 1];
  return above !== undefined && !isParagraph(above);
};

/**
 * The place and agency that open a paragraph: "دمشق، سوريا (CNN) --", "(CNN)—", "تونس- (ا ف ب):", "القاهرة - أ ف ب:",
 * "المستقلة/-". A name and a bracket before a dash is enough anywhere; dashes before a colon only in a lead.
 */
export const findOpener: RunRule = (page, i, top) => {
  const line = page.lines[i];
  const decided = page.decisions[i]?.class;
  if (!line || (decided !== 'body' && decided !== 'appended-article')) return NO_RUNS;
  const { tokens } = line.reading;
  const afterBracket = bracketOpener(tokens);
  const colon = colonOpener(tokens);
  const slash = slashOpener(tokens);
  if (afterBracket === 0 && colon === 0 && slash === 0) return NO_RUNS;
  const isLead =
    i <= top.firstParagraph + LEADS || page.decisions[i - 1]?.class !== decided || isBelowTitle(page, i);
  const beforeColon = isLead ? colon : 0;
  const isAgencyBehind = beforeColon > afterBracket && beforeColon - afterBracket <= MOST_TOKENS_OF_AGENCY;
  const end = (isAgencyBehind ? beforeColon : afterBracket) || slash || beforeColon;
  const last = tokens[end - 1];
  const first = tokens[0];
  // A line that is nothing else is a byline as a whole.
  if (!last || !first || end >= tokens.length) return NO_RUNS;
  const run: Run = {
    start: first.start,
    end: last.end,
    class: 'byline',
    confidence: 0.85,
    source: 'rule/place-and-agency',
  };
  return [run];
};

/** Up to six words, a bracket of up to four, then dashes or a colon: how many tokens; 0 if there is no such opener. */
function bracketOpener(tokens: readonly Token[]): number {
  let i = 0;
  while (i < 10 && tokens[i] && (tokens[i]?.kind === 'word' || isDash(tokens[i]) || tokens[i]?.text === '،'))
    i++;
  if (tokens[i]?.text !== '(') return 0;
  if (tokens[i + 1]?.kind === 'number') return 0;
  for (let close = i + 1; close <= i + 1 + LONGEST_BRACKET; close++)
    if (tokens[close]?.text === ')') return endOfDashes(tokens, close + 1);
  return 0;
}

/** The tokens from `from` on that are dashes, or a dash and a colon; 0 if there are none. */
function endOfDashes(tokens: readonly Token[], from: number): number {
  let i = from;
  while (isDash(tokens[i]) || tokens[i]?.text === ':') i++;
  return i > from ? i : 0;
}

/** "المستقلة/-": a name of up to three words before a slash and a dash. */
function slashOpener(tokens: readonly Token[]): number {
  let i = 0;
  while (i < 3 && tokens[i]?.kind === 'word') i++;
  return i > 0 && tokens[i]?.text === '/' && isDash(tokens[i + 1]) ? i + 2 : 0;
}

/** "نقلا عن X:" names whose words follow, not who wrote the text. */
const FROM = 'نقلا';

/** "القاهرة - أ ف ب:", "سبق ـ أبها:": few words with at least one dash among them, then a colon. */
function colonOpener(tokens: readonly Token[]): number {
  if (tokens[0]?.kind === 'number' || tokens[0]?.folded === FROM) return 0;
  let dashes = 0;
  for (let i = 0; i < Math.min(tokens.length, FURTHEST_TOKEN); i++) {
    const token = tokens[i] as Token;
    if (isDash(token)) dashes++;
    else if (token.text === ':') return dashes > 0 && i > 1 ? i + 1 : 0;
    else if (token.kind === 'mark' && !'()،,.'.includes(token.text)) return 0;
  }
  return 0;
}
