import search from 'approx-string-match';
import type { Match } from 'approx-string-match';
import type { Span } from '../../text/span.ts';

/** The words and surroundings that are looked for, folded. */
export interface Wanted {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** What speaks for a place, each from 0 (nothing) to 1 (all of it is there). */
export interface Evidence {
  /** How much of the words is there: 1 less the errors (Levenshtein) a unit of the longer side. */
  readonly quote: number;
  /** How much of the surroundings is there, by side; as much as two unrelated texts have in common counts nothing. */
  readonly prefix: number;
  readonly suffix: number;
  /** All of it weighed, from 0 to 1. */
  readonly score: number;
}

/** What a place must have to be taken; what has less becomes an orphan. See docs/annotation-files.md. */
export const FLOOR = {
  /** So much of the words must be there … */
  quote: 0.6,
  /** … so much of the surroundings on one side at least: edits are local, and a similar sentence agrees in part … */
  side: 0.75,
  /** … and so much of all together. */
  score: 0.65,
} as const;

/** As many units of a side's context weigh all that it can weigh. */
const FULL_CONTEXT = 16;
/** The similarity that surroundings of unrelated Arabic prose have by chance. */
const CHANCE = 0.4;
/** Weight of a side's context, and of the words: those of a short quote say little by themselves. */
const SIDE_WEIGHT = 0.25;
const quoteWeight = (length: number): number => 0.3 + 0.3 * Math.min(1, length / 24);

/** Weighs places of a folded text as those of the words that are wanted; the surroundings of each edge once. */
export function weigher(text: string, wanted: Wanted): (span: Span) => Evidence {
  const prefixAt = remembered((start) => {
    const before = text.slice(Math.max(0, start - reach(wanted.prefix)), start);
    return sideSimilarity(before, wanted.prefix, (match) => before.length - match.end);
  });
  const suffixAt = remembered((end) =>
    sideSimilarity(text.slice(end, end + reach(wanted.suffix)), wanted.suffix, (match) => match.start),
  );
  const weights = {
    quote: quoteWeight(wanted.exact.length),
    prefix: sideWeight(wanted.prefix),
    suffix: sideWeight(wanted.suffix),
  };
  const all = weights.quote + weights.prefix + weights.suffix;
  return ({ start, end }) => {
    const quote = similarity(text.slice(start, end), wanted.exact);
    if (quote < FLOOR.quote) return { quote, prefix: 0, suffix: 0, score: 0 };
    const [prefix, suffix] = [prefixAt(start), suffixAt(end)];
    const sum = weights.quote * quote + weights.prefix * prefix + weights.suffix * suffix;
    return { quote, prefix, suffix, score: sum / all };
  };
}

function remembered(compute: (offset: number) => number): (offset: number) => number {
  const known = new Map<number, number>();
  return (offset) => {
    const value = known.get(offset) ?? compute(offset);
    known.set(offset, value);
    return value;
  };
}

/** Whether that is enough. */
export const suffices = ({ quote, prefix, suffix, score }: Evidence): boolean =>
  quote >= FLOOR.quote && Math.max(prefix, suffix) >= FLOOR.side && score >= FLOOR.score;

const sideWeight = (context: string): number => SIDE_WEIGHT * Math.min(1, context.length / FULL_CONTEXT);

/** Some units more than the context has, for words that were put in. */
const reach = (context: string): number => Math.ceil(context.length * 1.25);

/**
 * How alike two texts are: 1 less the errors (Levenshtein) a unit of the longer, and 0 below the floor. The search is
 * one for the best place within a text; what both stand between, longer than all errors together, ties it to the whole.
 */
export function similarity(text: string, wanted: string): number {
  if (text === wanted) return 1;
  const longer = Math.max(text.length, wanted.length);
  const most = Math.floor(longer * (1 - FLOOR.quote));
  if (Math.abs(text.length - wanted.length) > most) return 0;
  const [before, behind] = ['\u0001'.repeat(most + 1), '\u0002'.repeat(most + 1)];
  const [match] = search(before + text + behind, before + wanted + behind, most);
  return match ? 1 - match.errors / longer : 0;
}

/** What lies between the words and the context that was found beside them counts as put in. */
function sideSimilarity(text: string, context: string, gap: (match: Match) => number): number {
  if (context === '') return 0;
  const errors = Math.min(
    context.length,
    ...search(text, context, context.length).map((match) => match.errors + gap(match)),
  );
  return Math.max(0, 1 - errors / context.length - CHANCE) / (1 - CHANCE);
}
