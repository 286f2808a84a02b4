import type { DatasetDocument } from '../../dataset/document.ts';
import type { Span } from '../../text/span.ts';

/** A token of a spaCy Doc: where it stands, and whether a blank follows that belongs to it. */
export interface SpacyWord extends Span {
  readonly space: boolean;
}

/**
 * A document as the words and spaces of a spaCy Doc, which make up its text to the letter: what is neither a token nor
 * the blank behind one (newlines, more blanks, controls) is a word of its own. Particles are words, and every span
 * begins and ends with one, speakers and cues too: spaCy drops what does not.
 */
export function spacyWords({ text, sentences, spans }: DatasetDocument): SpacyWord[] {
  const marked = spans.flatMap((span) => [span, span.speaker, span.cue].filter((of) => of !== null));
  const starts = new Set(marked.map(({ start }) => start));
  const ends = new Set(marked.map(({ end }) => end));
  const tokens = sentences.flat().flatMap(({ start, proper, end }) => [start, proper, end]);
  const cuts = [...new Set([0, text.length, ...starts, ...ends, ...tokens])].sort((a, b) => a - b);
  const words: { start: number; end: number; space: boolean }[] = [];
  for (const [i, cut] of cuts.entries()) {
    let start = cut;
    const end = cuts[i + 1] ?? start;
    const last = words[words.length - 1];
    // The blank stays a word where a span has it at its edge.
    const isOwn = starts.has(start) || ends.has(start + 1);
    if (last && !last.space && text.charAt(start) === ' ' && start < end && !isOwn) {
      last.space = true;
      start++;
    }
    if (start < end) words.push({ start, end, space: false });
  }
  return words;
}
