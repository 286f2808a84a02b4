import type { Grounds } from '../../labels/marks.ts';
import type { PhraseClass } from '../phrases.ts';
import type { LineShape } from './shape.ts';

/** What a line by itself looks like. */
export interface Sighting extends Grounds {
  readonly class: PhraseClass;
  /** The line is only a heading: what it names (keywords, a source, items) follows in the next lines. */
  readonly opens: boolean;
}

/** A rule that looks at one line alone; null where it has nothing to say. */
export type LineRule = (line: LineShape) => Sighting | null;

/** A sighting of a class that stands for itself. */
export const sighting = (
  lineClass: PhraseClass,
  confidence: number,
  source: string,
  opens = false,
): Sighting => ({ class: lineClass, confidence, source, opens });
