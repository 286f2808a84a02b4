import type { EntityCandidate, Recogniser } from './candidate.ts';
import { viewLine } from './line-view.ts';

/** Adjectives and group nouns of nations, faiths and camps, where no longer name takes them in. */
export const nationality: Recogniser = {
  name: 'nationality',
  find(line) {
    const view = viewLine(line);
    const found: EntityCandidate[] = [];
    for (let i = 0; i < view.tokens.length; i++) {
      const match = view.find(i, 'nationality');
      if (
        !match ||
        (match.proclitics !== '' && view.isOrdinary(i) && !/[وبلكف]ال/.test(view.tokens[i]?.folded ?? ''))
      )
        continue;
      found.push({
        start: match.start,
        end: match.end,
        label: 'NORP',
        value: null,
        confidence: 0.8,
        source: 'list/nationality',
      });
    }
    return found;
  },
};
