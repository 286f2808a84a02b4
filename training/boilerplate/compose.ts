/** An article of raw news: its headline and its paragraphs. */
export interface PlainArticle {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** A line of a page made for training, and whether it comes from another article than the page's own. */
interface PageLine {
  readonly text: string;
  readonly foreign: boolean;
}

export interface ComposedPage {
  readonly title: string;
  readonly lines: readonly PageLine[];
}

/** How other articles get into a page, and how often; "none" stands for the rest. */
const MIXTURES = [
  ['teasers', 0.16],
  ['headlines', 0.08],
  ['run-in', 0.08],
  ['appended', 0.08],
] as const;

export type Mixture = (typeof MIXTURES)[number][0] | 'none';

/** How far from an article its outlet's collection has others of the same days and topics. */
const NEAR = 60;
const SHARE_NEAR = 0.6;
/** Paragraphs shorter than this are no leads. */
const SHORTEST_LEAD = 80;
const SHORTEST_CUT = 90;
const CUT_RANGE = 140;

const below = (random: () => number, limit: number): number => Math.floor(random() * limit);

/**
 * Makes a page as portals leave them: article `at` of an outlet, and in two of five cases lines of other articles of
 * the same outlet in it that no phrase announces: teasers below the text, whole or cut off; headlines below it;
 * headlines run into it; another article appended to it.
 */
export function composePage(
  articles: readonly PlainArticle[],
  at: number,
  random: () => number,
): ComposedPage & { readonly mixture: Mixture } {
  const own = articles[at] as PlainArticle;
  const lines: PageLine[] = own.paragraphs.map((text) => ({ text, foreign: false }));
  const add = (text: string): void => void lines.push({ text, foreign: true });
  const another = (): PlainArticle => otherArticle(articles, at, random);
  const mixture = drawMixture(random());
  if (mixture === 'teasers') {
    const cut = random() < 0.5;
    for (let count = 1 + below(random, 6); count > 0; count--) {
      const lead = another().paragraphs.find(({ length }) => length >= SHORTEST_LEAD);
      if (lead !== undefined) add(cut && random() < 0.5 ? cutOff(lead, random) : lead);
    }
  } else if (mixture === 'headlines') {
    for (let count = 2 + below(random, 8); count > 0; count--) add(another().title);
  } else if (mixture === 'run-in') {
    for (let count = 1 + below(random, 2); count > 0 && lines.length > 2; count--) {
      const titles = random() < 0.5 ? [another().title] : [another().title, another().title];
      lines.splice(1 + below(random, lines.length - 1), 0, { text: titles.join(' '), foreign: true });
    }
  } else if (mixture === 'appended') {
    const { title, paragraphs } = another();
    add(title);
    for (const text of paragraphs.slice(0, 2 + below(random, 8))) add(text);
  }
  return { title: own.title, lines, mixture };
}

function drawMixture(drawn: number): Mixture {
  let reached = 0;
  for (const [mixture, share] of MIXTURES) if (drawn < (reached += share)) return mixture;
  return 'none';
}

function otherArticle(articles: readonly PlainArticle[], at: number, random: () => number): PlainArticle {
  const own = articles[at] as PlainArticle;
  for (;;) {
    const drawn =
      random() < SHARE_NEAR ? at + below(random, 2 * NEAR + 1) - NEAR : below(random, articles.length);
    const article = articles[drawn];
    if (article && article.title !== own.title) return article;
  }
}

/** A lead as teasers cut it: at a blank, with dots behind it or without. */
function cutOff(lead: string, random: () => number): string {
  const length = SHORTEST_CUT + below(random, CUT_RANGE);
  if (lead.length <= length) return lead;
  const end = ['', '', '...', ' ...'][below(random, 4)] as string;
  return lead.slice(0, lead.lastIndexOf(' ', length)) + end;
}
