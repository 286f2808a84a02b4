import type { LineClass } from '../../labels/line-classes.ts';
import { isHeadlineLike, isParagraph } from '../lines/shape.ts';
import type { LineShape } from '../lines/shape.ts';
import type { PhraseClass } from '../phrases.ts';
import { sharedWords } from './cohesion.ts';
import { decide, decideAsSighted } from './page.ts';
import type { Page } from './page.ts';
import type { Top } from './top.ts';

const SOURCE = 'rule/block';

/** Classes of line that come only when the article's own text is over. */
const ENDING: ReadonlySet<string> = new Set(['source', 'keywords', 'comments', 'legal']);

/** The longest line, in words, that belongs to a heading of each class which opens a list. */
const LIST_WORDS: Readonly<Partial<Record<LineClass, number>>> = {
  keywords: 5,
  source: 8,
  comments: 14,
  subscribe: 20,
  share: 3,
};

interface State {
  /** What an undecided paragraph is. */
  text: 'body' | 'appended-article';
  /** Whether something stood that follows an article's end. */
  ended: boolean;
  /** Whether the article is surely over: its source or tags stood below a paragraph. */
  closed: boolean;
  /** Paragraphs of the article's own text so far. */
  paragraphs: number;
  /** The class that the heading above opened and that undecided lines continue. */
  list: LineClass | null;
  /** The block read last, and the line up to which it holds. */
  block: Block;
  blockEnd: number;
}

/**
 * Decides every line from the first paragraph on: a heading that leads elsewhere opens a block of related headlines,
 * or, where a headline with paragraphs follows, an appended article; keywords, sources, comments go on over short
 * lines; what is left is the article's text, or that of the appended one.
 */
export function decideBelow(page: Page, top: Top): void {
  const state: State = {
    text: 'body',
    ended: false,
    closed: false,
    paragraphs: 0,
    list: null,
    block: EMPTY_BLOCK,
    blockEnd: -1,
  };
  for (let i = top.firstParagraph; i < page.lines.length; i++) {
    if (page.decisions[i]) continue;
    const found = isMisplaced(page, i) ? null : page.sightings[i];
    if (found?.class === 'read-also' && found.opens) {
      decideAsSighted(page, i, 'below');
      openBlock(page, i, top, state);
    } else if (found) {
      decideAsSighted(page, i, 'below');
      if (ENDING.has(found.class)) end(state, found.class);
      const decided = page.decisions[i]?.class ?? null;
      const opensList = found.opens || found.class === 'comments' || found.class === 'about';
      state.list = decided && opensList && decided in LIST_WORDS ? decided : null;
    } else decideText(page, i, state);
  }
}

function end(state: State, by: PhraseClass): void {
  state.ended = true;
  if ((by === 'source' || by === 'keywords') && state.paragraphs > 0) state.closed = true;
}

const FURTHEST_ABOUT = 4;

/** "حول …:" is a subheading of the text, unless the last lines follow. */
const isMisplaced = (page: Page, i: number): boolean =>
  page.sightings[i]?.class === 'about' && page.lines.length - i > FURTHEST_ABOUT;

/** A name below the text with a stamp beside it. */
const isSignature = (page: Page, i: number): boolean => {
  const line = page.lines[i] as LineShape;
  const beside = [page.sightings[i - 1], page.sightings[i + 1]];
  return (
    line.words >= 2 && line.words <= 4 && line.stop === 'none' && beside.some((s) => s?.class === 'dateline')
  );
};

const FEWEST_WORDS_OF_CAPTION = 5;

/** A line without a stop right above one that ends in a photographer's credit. */
const isAboveCredit = (page: Page, i: number): boolean => {
  const line = page.lines[i] as LineShape;
  const below = page.sightings[i + 1];
  return (
    below?.class === 'caption' &&
    !below.opens &&
    line.stop === 'none' &&
    line.words >= FEWEST_WORDS_OF_CAPTION &&
    !line.continuing &&
    !isParagraph(line)
  );
};

/** A line that by itself looks like nothing: an item of an open list, the text, or the headline of what is appended. */
function decideText(page: Page, i: number, state: State): void {
  const line = page.lines[i] as LineShape;
  const reach = state.list ? (LIST_WORDS[state.list] ?? 0) : 0;
  if (state.list && (state.list === 'subscribe' || !isParagraph(line)) && line.words <= Math.max(reach, 0)) {
    decide(page, i, state.list, 0.75, SOURCE);
    if (state.list === 'source') state.list = null;
    return;
  }
  if (state.list === 'subscribe') {
    decide(page, i, 'subscribe', 0.6, SOURCE);
    state.list = null;
    return;
  }
  state.list = null;
  if (isAboveCredit(page, i)) {
    decide(page, i, 'caption', 0.6, 'rule/above-credit');
    return;
  }
  if (isSignature(page, i)) {
    decide(page, i, 'byline', 0.6, 'rule/byline');
    return;
  }
  if (state.ended && state.text === 'body') {
    if (i >= state.blockEnd) {
      state.block = readBlock(page, i);
      state.blockEnd = state.block.end;
    }
    const { block } = state;
    if (block.paragraph < 0) {
      decide(page, i, isHeadlineLike(line) && line.words >= 4 ? 'related' : 'share', 0.5, SOURCE);
      return;
    }
    if (block.items.length > 0 && state.closed) state.text = 'appended-article';
  }
  if (state.text === 'body') {
    if (isParagraph(line)) state.paragraphs++;
    decide(page, i, 'body', 0.9, 'rule/text');
  } else decide(page, i, 'appended-article', 0.85, SOURCE);
}

interface Block {
  /** Lines that look like headlines, before the first paragraph. */
  readonly items: readonly number[];
  /** The first paragraph, or -1 where another heading or the end comes first. */
  readonly paragraph: number;
  /** Index of the line at which the reading stopped. */
  readonly end: number;
}

const EMPTY_BLOCK: Block = { items: [], paragraph: -1, end: -1 };

/** Reads on from line `from` to the first paragraph or the next heading. */
function readBlock(page: Page, from: number): Block {
  const items: number[] = [];
  for (let i = from; i < page.lines.length; i++) {
    const found = page.sightings[i];
    if (found && (found.class === 'read-also' || ENDING.has(found.class)))
      return { items, paragraph: -1, end: i };
    if (found || page.decisions[i]) continue;
    const line = page.lines[i] as LineShape;
    if (isParagraph(line) && !(line.bulleted && line.stop !== 'full')) return { items, paragraph: i, end: i };
    items.push(i);
  }
  return { items, paragraph: -1, end: page.lines.length };
}

function openBlock(page: Page, heading: number, top: Top, state: State): void {
  const { items, paragraph } = readBlock(page, heading + 1);
  const title = items.at(-1);
  state.list = null;
  const appended = paragraph >= 0 && title !== undefined && isAppended(page, title, paragraph, top, state);
  if (paragraph >= 0 && title === undefined && state.ended) state.text = 'appended-article';
  for (const i of items)
    if (appended && i === title) decide(page, i, 'appended-article', 0.9, SOURCE);
    else decide(page, i, 'related', 0.9, SOURCE);
  if (appended) state.text = 'appended-article';
}

/** Whether a headline and the paragraph below it are another article: the page is over, or the words say so. */
function isAppended(page: Page, title: number, paragraph: number, top: Top, state: State): boolean {
  if (state.ended || state.text === 'appended-article') return true;
  const lead = page.lines[paragraph] as LineShape;
  if (lead.continuing) return false;
  const own = page.lines[top.headline];
  const shared = sharedWords(page.lines[title] as LineShape, lead);
  return shared >= 0.25 && shared > (own ? sharedWords(own, lead) : 0);
}
