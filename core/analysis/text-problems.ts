import type { Problem } from '../labels/problems.ts';
import type { LineReading } from '../lexicon/article.ts';

/** Problems of the spelling of one line. Offsets count from the start of the line. */
export function findTextProblems(_line: LineReading): readonly Problem[] {
  return [];
}
