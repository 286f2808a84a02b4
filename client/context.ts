import type { Stretch } from './items.ts';

/** Words of a line that are shown before and behind others. */
const WORDS = 4;

/** As far as is looked for them, in UTF-16 code units: a line may be a whole article, and a list has thousands of entries. */
const REACH = 200;

/** The last words of what stands before, with the blank behind them, where there is one. */
export const lastWords = (text: string): string => {
  const words = text.trimStart().replaceAll(/\s+/g, ' ').split(' ');
  // What is written onto the stretch, a particle or a bracket, is no word of its own; nor is the "" behind a blank.
  return words.length > WORDS + 1 ? `… ${words.slice(-WORDS - 1).join(' ')}` : words.join(' ');
};

/** The first words of what stands behind, likewise. */
export const firstWords = (text: string): string => {
  const words = text.trimEnd().replaceAll(/\s+/g, ' ').split(' ');
  return words.length > WORDS + 1 ? `${words.slice(0, WORDS + 1).join(' ')} …` : words.join(' ');
};

/**
 * A stretch in its line as a list shows it: the words in guillemets, some words before and behind them.
 * @param lines the lines of the text; a stretch over several is shown by its first
 */
export function contextOf(lines: (line: number) => string, { start, end }: Stretch): string {
  const line = lines(start.line);
  const stop = end.line === start.line ? end.character : line.length;
  const words = line.slice(start.character, stop).trim();
  const shown = end.line === start.line ? words : `${words} …`;
  return `${lastWords(line.slice(Math.max(0, start.character - REACH), start.character))}«${shown}»${firstWords(line.slice(stop, stop + REACH))}`;
}

/** The first words of a text, at most so many UTF-16 code units of them. */
export function shortened(text: string, longest = 50): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  const blank = line.lastIndexOf(' ', longest);
  return `${line.slice(0, blank > 0 ? blank : longest)} …`;
}
