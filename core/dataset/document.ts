import type { Value } from '../labels/values.ts';
import type { Span } from '../text/span.ts';

/** The layers of a dataset, one for each family of marks. */
export const LAYERS = ['entities', 'quotations', 'boilerplate'] as const;

export type Layer = (typeof LAYERS)[number];

/** A labelled span of a document. Offsets count from the start of the document's text. */
export interface DatasetSpan extends Span {
  readonly layer: Layer;
  readonly label: string;
  /** Whether nobody has decided on it: the engine's suggestion alone. */
  readonly silver: boolean;
  /** Who decided, null for silver. */
  readonly annotator: string | null;
  /** What made it: "hand", "list/person", "rule/date" … */
  readonly source: string;
  /** The full name of the entity or of the quotation's speaker. */
  readonly canonical: string | null;
  readonly value: Value | null;
  readonly speaker: Span | null;
  readonly cue: Span | null;
  /** The line of the article that it starts in, counted from 1: where to look for it. */
  readonly line: number;
}

/** A token; `proper` is the offset at which the word proper begins behind its particles (و ف ب ل ك). */
export interface DatasetToken extends Span {
  readonly proper: number;
}

/** One article as a dataset has it. All offsets are UTF-16 code units of `text`. */
export interface DatasetDocument {
  /** The article's path in the project, parted by "/". */
  readonly file: string;
  /** The article's text, perhaps without its boilerplate. */
  readonly text: string;
  /** YYYY-MM-DD. */
  readonly published: string | null;
  /** The tokens, sentence by sentence. A sentence never runs over a line end. */
  readonly sentences: readonly (readonly DatasetToken[])[];
  /** Sorted by start, then the longer first. */
  readonly spans: readonly DatasetSpan[];
}

/** Why a span is not in a dataset as it is in the annotations. */
export const LOSS_REASONS = [
  'orphan',
  'clipped',
  'speaker-left-out',
  'widened',
  'overlap',
  'without-token',
  'changed',
  'unexpected',
] as const;

/**
 * `orphan`: the text no longer has the words; `clipped`: part of it was cut with the boilerplate; `speaker-left-out`:
 * its speaker or cue was; `widened`: the format takes whole tokens; `overlap`: the format takes no overlaps;
 * `without-token`: it holds nothing that is a token; `changed`: it reads back otherwise than it was written;
 * `unexpected`: it reads back, though it was not written.
 */
export type LossReason = (typeof LOSS_REASONS)[number];

/** A span that a dataset lost or changed. */
export interface Loss {
  readonly file: string;
  /** The line of the article, counted from 1; 0 for an orphan. */
  readonly line: number;
  /** UTF-16 code units of the exported text; null for an orphan. */
  readonly span: Span | null;
  readonly layer: Layer;
  readonly label: string;
  /** The words in question. */
  readonly text: string;
  /** Whether nobody had decided on it. */
  readonly silver: boolean;
  readonly reason: LossReason;
}
