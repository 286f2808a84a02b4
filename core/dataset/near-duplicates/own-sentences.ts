import type { Analysis } from '../../analysis/analysis.ts';
import type { Span } from '../../text/span.ts';

/** A sentence of an article's own text. Offsets are UTF-16 code units from the start of the article. */
export interface OwnSentence extends Span {
  /** The line that it stands in, counted from 1. */
  readonly line: number;
  /** Its words and numbers folded (core/text/fold.ts), without marks. */
  readonly words: readonly string[];
}

/** An article as others are compared with it. */
export interface ComparedArticle {
  /** Its path in the project, parted by "/". */
  readonly file: string;
  readonly sentences: readonly OwnSentence[];
}

/**
 * The sentences that are the article's own: no headline, which outlets write anew over the same story, no byline, and
 * no boilerplate, which all articles of an outlet share. What is boilerplate the engine says, not the annotations: who
 * goes with whom must not depend on how far the annotating has come.
 */
export function ownSentences({
  article,
  classes,
  boilerplate,
}: Pick<Analysis, 'article' | 'classes' | 'boilerplate'>): OwnSentence[] {
  const runs = boilerplate.filter(({ inline }) => inline);
  const sentences: OwnSentence[] = [];
  for (const [i, line] of article.lines.entries()) {
    if (classes[i] !== 'body') continue;
    const inLine = runs.filter((run) => run.start < line.end && line.start < run.end);
    const { tokens, sentences: spans } = line.reading;
    let index = 0;
    for (const span of spans) {
      const words: string[] = [];
      for (; index < tokens.length; index++) {
        const token = tokens[index];
        if (!token || token.start >= span.end) break;
        if (token.kind === 'mark' || token.kind === 'other') continue;
        const start = line.start + token.start;
        if (!inLine.some((run) => run.start <= start && start < run.end)) words.push(token.folded);
      }
      if (words.length > 0)
        sentences.push({
          start: line.start + span.start,
          end: line.start + span.end,
          line: line.number,
          words,
        });
    }
  }
  return sentences;
}
