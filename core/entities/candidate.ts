import type { EntityLabel } from '../labels/entity-labels.ts';
import type { Grounds } from '../labels/marks.ts';
import type { Value } from '../labels/values.ts';
import type { LineReading } from '../lexicon/article.ts';
import type { Span } from '../text/span.ts';

/** What one recogniser proposes in one line. Offsets count from the start of the line. */
export interface EntityCandidate extends Span, Grounds {
  readonly label: EntityLabel;
  /**
   * The value, or how to get it once the article's date of publication is known ("YYYY-MM-DD", null if unknown):
   * "أمس" alone has none.
   */
  readonly value: Value | ((published: string | null) => Value | null) | null;
}

/** A recogniser reads one line by itself: the same line always gives the same candidates. They may overlap. */
export interface Recogniser {
  /** As it appears in a mark's source: "rule/date", "list/place". */
  readonly name: string;
  readonly find: (line: LineReading) => readonly EntityCandidate[];
}
