import type { Relation } from '../annotations/annotation.ts';
import type { Value } from '../labels/values.ts';
import type { Span } from '../text/span.ts';

/** The layers of a dataset, one for each family of marks. */
export const LAYERS = ['entities', 'quotations', 'boilerplate'] as const;

export type Layer = (typeof LAYERS)[number];

/** The parts that a dataset can be split into. */
export const SPLITS = ['train', 'validation', 'test'] as const;

export type Split = (typeof SPLITS)[number];

/** A labelled span of a document. Offsets count from the start of the document's text. */
export interface DatasetSpan extends Span {
  /** The annotation's UUID; of a mark its name, which holds for one version of the article's text. */
  readonly id: string;
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
  /** By the names of the project's attributes. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Ties to other spans of the document, by their ids. */
  readonly relations: readonly Relation[];
  /** "" for none. */
  readonly note: string;
  /** The line of the article that it starts in, counted from 1: where to look for it. */
  readonly line: number;
}

/** A token; `proper` is the offset at which the word proper begins behind its particles (و ف ب ل ك). */
export interface DatasetToken extends Span {
  readonly proper: number;
}

/** A line of a document that is not blank. Offsets count from the start of the document's text. */
export interface DatasetLine extends Span {
  /** The line of the article, counted from 1. */
  readonly number: number;
  readonly class: string;
  /** Whether nobody has decided on it. */
  readonly silver: boolean;
}

/** A stretch of a document's text that stands in the article as it is. UTF-16 code units. */
export interface TextPiece {
  /** Where it starts in the document's text. */
  readonly start: number;
  /** Where it starts in the article's text. */
  readonly source: number;
  /** The same in code points: what was taken out before cannot be counted any more. */
  readonly sourceCodePoint: number;
  readonly length: number;
}

/** One article as a dataset has it. All offsets are UTF-16 code units of `text`. */
export interface DatasetDocument {
  /** The article's path in the project, parted by "/". */
  readonly file: string;
  /** The article's text, perhaps without its boilerplate. */
  readonly text: string;
  /** What `text` is made of, in order: the way back to the article. */
  readonly pieces: readonly TextPiece[];
  /** YYYY-MM-DD. */
  readonly published: string | null;
  /** Of the article as a whole, by the names of the project's attributes of articles. */
  readonly articleAttributes: Readonly<Record<string, string>>;
  /** The part of the dataset that it belongs to, null where that is not split. */
  readonly split: Split | null;
  readonly lines: readonly DatasetLine[];
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
  'relation-left-out',
  'over-sentences',
  'widened',
  'overlap',
  'without-token',
  'trimmed',
  'replaced',
  'changed',
  'unexpected',
] as const;

/**
 * `orphan`: the text no longer has the words; `clipped`: part of it was cut with the boilerplate; `speaker-left-out`:
 * its speaker or cue was, or stands in another sentence; `relation-left-out`: what it is tied to is not in the document; `over-sentences`: it runs over sentences, each of which is a
 * document; `widened`: the format takes whole tokens; `overlap`: the format takes no overlaps;
 * `without-token`: it holds nothing that is a token; `trimmed`: it begins or ends with what the format takes into no
 * span; `replaced`: the format cannot hold a character of the text;
 * `changed`: it reads back otherwise than it was written; `unexpected`: it reads back, though it was not written.
 */
export type LossReason = (typeof LOSS_REASONS)[number];

/** A span that a dataset lost or changed, or something else about a document. */
export interface Loss {
  readonly file: string;
  /** The line of the article, counted from 1; 0 for an orphan. */
  readonly line: number;
  /** UTF-16 code units of the exported text; null for an orphan, and where it is no span. */
  readonly span: Span | null;
  /** Null: it is no span; `detail` says what. */
  readonly layer: Layer | null;
  readonly label: string;
  /** The words in question. */
  readonly text: string;
  /** Whether nobody had decided on it. */
  readonly silver: boolean;
  readonly reason: LossReason;
  /** What about the span, or about the document, is not as it was. */
  readonly detail?: string;
}
