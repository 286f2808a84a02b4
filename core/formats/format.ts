import type { Relation } from '../annotations/annotation.ts';
import type { DatasetContext } from '../dataset/context.ts';
import type { DatasetDocument, DatasetLine, Layer, Loss, Split, TextPiece } from '../dataset/document.ts';
import type { Bilingual } from '../labels/problems.ts';
import type { Value } from '../labels/values.ts';
import type { OffsetUnit } from '../text/offset-units.ts';
import type { Span } from '../text/span.ts';

/** A file of a dataset. `path` is relative to the dataset's folder, or "" where the dataset is one file. */
export interface DatasetFile {
  readonly path: string;
  /** Text is written in UTF-8, without a byte order mark. */
  readonly content: string | Uint8Array;
}

/** What a format may hold of a span beyond its place, layer and label. */
export const DETAILS = [
  'speaker',
  'cue',
  'canonical',
  'value',
  'silver',
  'annotator',
  'source',
  'id',
  'attributes',
  'relations',
  'note',
] as const;

/** Those of them that a format holds which knows nothing of attributes, relations and notes. */
export const PLAIN_DETAILS = DETAILS.slice(0, DETAILS.indexOf('attributes'));

export type Detail = (typeof DETAILS)[number];

/** What a format may hold of a document beside its spans. `text`: as it is, character by character. */
export const DOCUMENT_DETAILS = [
  'text',
  'lines',
  'sentences',
  'pieces',
  'published',
  'split',
  'articleAttributes',
] as const;

export type DocumentDetail = (typeof DOCUMENT_DETAILS)[number];

/** A span as it was read. What the dataset does not say of it is left out; null says that there is none. */
export interface ReadSpan extends Span {
  readonly layer: Layer;
  readonly label: string;
  readonly speaker?: Span | null;
  readonly cue?: Span | null;
  readonly canonical?: string | null;
  readonly value?: Value | null;
  readonly silver?: boolean;
  readonly annotator?: string | null;
  readonly source?: string;
  readonly id?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly relations?: readonly Relation[];
  readonly note?: string;
}

/** A stretch of a read text that stands in the article as it is. */
export type ReadPiece = Omit<TextPiece, 'source'>;

/** A document as it was read back from a dataset. Offsets are UTF-16 code units of its own text. */
export interface ReadDocument {
  /** The article's path, or null where the format does not keep it: then documents are told apart by their order. */
  readonly file: string | null;
  /** What the format keeps of the text; blanks may differ. */
  readonly text: string;
  readonly published?: string | null;
  readonly articleAttributes?: Readonly<Record<string, string>>;
  readonly split?: Split | null;
  readonly lines?: readonly DatasetLine[];
  /** The tokens, sentence by sentence; `proper` as DatasetToken has it. */
  readonly sentences?: DatasetDocument['sentences'];
  /**
   * Where the text stands in the article. Of an article of which the dataset has excerpts alone, these are the text,
   * parted by newlines.
   */
  readonly pieces?: readonly ReadPiece[];
  readonly spans: readonly ReadSpan[];
}

/** A dataset as a format writes it. */
export interface WrittenDataset {
  readonly files: readonly DatasetFile[];
  /** The spans that the format could not take as they are. */
  readonly losses: readonly Loss[];
}

/** What reading a dataset finds wrong with it. */
export interface ReadProblem {
  readonly path: string;
  /** Counted from 1; 0 where it is no line in particular. */
  readonly line: number;
  readonly message: string;
}

/** A dataset as it was read. */
export interface ReadDataset {
  readonly documents: readonly ReadDocument[];
  readonly problems: readonly ReadProblem[];
}

/**
 * A dataset format. `serialise` gives the same bytes for the same documents; `parse` reads what other programs write
 * in the format too, and never throws or rejects.
 */
export interface DatasetFormat {
  readonly id: string;
  readonly title: Bilingual;
  readonly description: Bilingual;
  /** The suffix of its file, with the dot; "" for a folder of files. */
  readonly suffix: string;
  /** What its offsets count, ends exclusive; "token" where it has none. */
  readonly offsets: OffsetUnit | 'token';
  /** The layers that it can hold; others are left out as a whole. */
  readonly layers: readonly Layer[];
  /** The details of spans that it can hold: each is compared when the dataset is read back. */
  readonly carries: readonly Detail[];
  /** What it holds of documents beside spans: each is compared when the dataset is read back. None where left out. */
  readonly holds?: readonly DocumentDetail[];
  /** Whether it writes the splits of a dataset itself; else each split is a dataset of its own. */
  readonly ownSplits?: boolean;
  readonly serialise: (
    documents: readonly DatasetDocument[],
    context: DatasetContext,
  ) => WrittenDataset | Promise<WrittenDataset>;
  readonly parse: (
    files: readonly DatasetFile[],
    context: Pick<DatasetContext, 'layerOf'>,
  ) => ReadDataset | Promise<ReadDataset>;
}
