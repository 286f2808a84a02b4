import type { DatasetDocument, Layer, Loss } from '../dataset/document.ts';
import type { Bilingual } from '../labels/problems.ts';
import type { Span } from '../text/span.ts';

/** A file of a dataset. `path` is relative to the dataset's folder, or "" where the dataset is one file. */
export interface DatasetFile {
  readonly path: string;
  readonly content: string;
}

/** A document as it was read back from a dataset. Offsets are UTF-16 code units of its own text. */
export interface ReadDocument {
  /** The article's path, or null where the format does not keep it: then documents are told apart by their order. */
  readonly file: string | null;
  /** What the format keeps of the text; blanks may differ. */
  readonly text: string;
  readonly spans: readonly (Span & { readonly layer: Layer; readonly label: string })[];
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
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

/**
 * A dataset format. `serialise` gives the same bytes for the same documents; `parse` reads what other programs write
 * in the format too, and never throws.
 */
export interface DatasetFormat {
  readonly id: string;
  readonly title: Bilingual;
  readonly description: Bilingual;
  /** The suffix of its file, with the dot; "" for a folder of files. */
  readonly suffix: string;
  /** The layers that it can hold; others are left out as a whole. */
  readonly layers: readonly Layer[];
  /** Whether it can tell silver spans from decided ones. */
  readonly tellsSilver: boolean;
  /** `tool` names the program and its version. */
  readonly serialise: (documents: readonly DatasetDocument[], tool: string) => WrittenDataset;
  readonly parse: (files: readonly DatasetFile[]) => {
    readonly documents: readonly ReadDocument[];
    readonly problems: readonly ReadProblem[];
  };
}
