import type { EntityLabel } from '../labels/entity-labels.ts';
import type { LineClass } from '../labels/line-classes.ts';
import type { MarkFamily } from '../labels/marks.ts';
import type { Span } from '../text/span.ts';

/** Where in the text an annotation stands, said twice: by offsets, and by its words and their surroundings. */
export interface Anchor {
  /** UTF-16 code units from the start of the article; null for an orphan, which the text no longer has. */
  readonly span: Span | null;
  readonly exact: string;
  /** Up to 32 code units before and behind, never cutting a grapheme. */
  readonly prefix: string;
  readonly suffix: string;
}

/** Who decided what, when, and on what suggestion. */
interface Provenance {
  readonly annotator: string;
  /** ISO 8601 instants. */
  readonly created: string;
  readonly modified: string;
  /** The source of the mark that was accepted, rejected or changed; "hand" where there was none. */
  readonly source: string;
}

/** A label of the project's scheme: an entity label, a quotation kind, a line class, or one that the project adds. */
export type Label = EntityLabel | LineClass | (string & {});

/** What a person (or an import) decided about a stretch of text. */
export interface Annotation {
  /** A UUID, so that two annotators' files merge. */
  readonly id: string;
  readonly family: MarkFamily;
  /** The entity label, the quotation kind or the line class. */
  readonly label: Label;
  /** `rejected`: the mark here is wrong; it stays away and is no part of any dataset. */
  readonly decision: 'accepted' | 'rejected';
  readonly anchor: Anchor;
  /** Of a quotation: where its speaker and its cue stand. */
  readonly speaker: Anchor | null;
  readonly cue: Anchor | null;
  /** Of an entity or of a quotation's speaker: the full name. */
  readonly canonical: string | null;
  readonly provenance: Provenance;
  /** Fields of the stored line that this version does not know: written back as they were read. */
  readonly further: Readonly<Record<string, unknown>>;
}
