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

/** A tie from the annotation that holds it to another of the same article. */
export interface Relation {
  /** The name of one of the scheme's relations. */
  readonly type: string;
  /** The id of the other annotation. */
  readonly to: string;
}

/** What a person may add to an annotation beyond its label. */
interface Additions {
  /** By the names of the scheme's attributes: a choice, a text, or the id in a knowledge base. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly relations: readonly Relation[];
  /** For people; "" for none. */
  readonly note: string;
  /** Of a rejected one: the same words with the same label are rejected in every article of the project. */
  readonly everywhere: boolean;
  /** Of a quotation: that the article names nobody as its speaker was decided, not forgotten. */
  readonly unattributed: boolean;
  /** Fields of the stored line that this version does not know: written back as they were read. */
  readonly further: Readonly<Record<string, unknown>>;
}

/** Of an annotation that has nothing beyond its label. */
export const NOTHING_ADDED: Additions = {
  attributes: {},
  relations: [],
  note: '',
  everywhere: false,
  unattributed: false,
  further: {},
};

/** What an annotator says of an article as a whole. */
export interface ArticleFacts {
  /** How far they have come (see status.ts), as the file has it; null where nothing is said. */
  readonly status: string | null;
  /** By the names of the scheme's attributes of articles. */
  readonly attributes: Readonly<Record<string, string>>;
}

export const NO_FACTS: ArticleFacts = { status: null, attributes: {} };

/** What a person (or an import) decided about a stretch of text. */
export interface Annotation extends Additions {
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
}
