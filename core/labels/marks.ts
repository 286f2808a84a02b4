import type { Span } from '../text/span.ts';
import type { EntityLabel } from './entity-labels.ts';
import type { LineClass } from './line-classes.ts';
import type { QuotationKind } from './quotation-kinds.ts';
import type { Value } from './values.ts';

/** A label that the project adds to the scheme. The engine makes no such marks; imports and the project's names do. */
type OwnLabel = string & {};

/** What every mark knows of itself: how sure it is, from 0 to 1, and what made it ("list/country", "rule/date"). */
export interface Grounds {
  readonly confidence: number;
  readonly source: string;
}

/** A mention of an entity. Offsets count from the start of the article. */
export interface EntityMark extends Span, Grounds {
  readonly family: 'entity';
  readonly label: EntityLabel | OwnLabel;
  /** The fullest name of the same entity in the article; mentions with the same label and canonical name corefer. */
  readonly canonical: string;
  readonly value: Value | null;
}

/** A quotation: `start` and `end` leave out the quotation marks themselves. Offsets count from the start of the article. */
export interface QuotationMark extends Span, Grounds {
  readonly family: 'quotation';
  readonly kind: QuotationKind | OwnLabel;
  readonly speaker: Span | null;
  /** The full name of the speaker, as far as the article tells. */
  readonly canonical: string | null;
  readonly cue: Span | null;
}

/** Boilerplate: whole lines (without the blanks round them) or, with `inline`, a run within a line. Offsets from the start of the article. */
export interface BoilerplateMark extends Span, Grounds {
  readonly family: 'boilerplate';
  readonly class: LineClass | OwnLabel;
  readonly inline: boolean;
}

/** What the engine suggests. What a person decides is an annotation, another type. */
export type Mark = EntityMark | QuotationMark | BoilerplateMark;

export const MARK_FAMILIES = ['entity', 'quotation', 'boilerplate'] as const;

export type MarkFamily = (typeof MARK_FAMILIES)[number];
