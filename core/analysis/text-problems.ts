import type { Problem } from '../labels/problems.ts';
import type { LineReading } from '../lexicon/article.ts';
import { findBidiControls } from './problems/bidi-controls.ts';
import { findGluedWords } from './problems/glued-words.ts';
import { findPersianLetters } from './problems/persian-letters.ts';

/** What finds a kind of problem in one line, offsets from its start: adding one is one file and one line here. */
const LINE_PROBLEMS: readonly ((line: LineReading) => readonly Problem[])[] = [
  findGluedWords,
  findPersianLetters,
  findBidiControls,
];

/** Problems of the spelling of one line, ordered by start. Offsets count from the start of the line. */
export function findTextProblems(line: LineReading): readonly Problem[] {
  let found = NONE;
  for (const find of LINE_PROBLEMS) {
    const own = find(line);
    if (own.length > 0) found = [...found, ...own];
  }
  return found.length < 2 ? found : found.toSorted((a, b) => a.start - b.start || a.end - b.end);
}

const NONE: readonly Problem[] = [];
