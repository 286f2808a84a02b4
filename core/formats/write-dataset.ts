import type { BuiltDocument } from '../dataset/build-document.ts';
import { LAYERS } from '../dataset/document.ts';
import type { Layer, Loss } from '../dataset/document.ts';
import type { DatasetFile, DatasetFormat } from './format.ts';
import { prove } from './proof.ts';

/** A dataset written and read back. */
export interface ProvenDataset {
  readonly files: readonly DatasetFile[];
  readonly articles: number;
  /** Labelled spans that the dataset has, silver ones included. */
  readonly spans: number;
  /** Silver spans that were to be written. */
  readonly silver: number;
  /** Annotations in boilerplate that was left out as asked. */
  readonly leftOut: number;
  /** How many spans of each layer the format cannot hold at all. */
  readonly omitted: readonly { readonly layer: Layer; readonly count: number }[];
  /** Every span that was lost or changed on the way. */
  readonly losses: readonly Loss[];
}

/**
 * Writes documents in a format and proves the result: what comes out is read back and every span compared with its
 * source. Documents are sorted by file, so the same articles always give the same bytes. `tool` names program and
 * version.
 */
export function writeDataset(
  format: DatasetFormat,
  built: readonly BuiltDocument[],
  tool: string,
): ProvenDataset {
  const sorted = [...built].sort((a, b) =>
    a.document.file < b.document.file ? -1 : a.document.file > b.document.file ? 1 : 0,
  );
  const documents = sorted.map(({ document }) => document);
  const { files, losses: told } = format.serialise(documents, tool);
  // Of a layer that the format does not have everything is omitted, so that no single loss counts.
  const before = sorted.flatMap((one) => one.losses).filter(({ layer }) => format.layers.includes(layer));
  const proof = prove(format, files, documents, told);
  const spans = documents.flatMap((document) => document.spans);
  return {
    files,
    articles: documents.length,
    spans: proof.spans,
    silver: spans.filter(({ layer, silver }) => silver && format.layers.includes(layer)).length,
    leftOut: built.reduce((sum, one) => sum + one.leftOut, 0),
    omitted: LAYERS.filter((layer) => !format.layers.includes(layer)).flatMap((layer) => {
      const count = spans.filter((span) => span.layer === layer && !span.silver).length;
      return count > 0 ? [{ layer, count }] : [];
    }),
    losses: [...before, ...told, ...proof.losses],
  };
}
