import type { BuiltDocument } from '../dataset/build-document.ts';
import type { DatasetContext } from '../dataset/context.ts';
import { LAYERS, SPLITS } from '../dataset/document.ts';
import type { DatasetDocument, DatasetSpan, Layer, Loss } from '../dataset/document.ts';
import { compareDocuments } from '../dataset/sentences.ts';
import type { DatasetFile, DatasetFormat, Detail } from './format.ts';
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
  /** Of how many decided spans the format leaves out what was known. */
  readonly omittedDetails: readonly { readonly detail: OmittedDetail; readonly count: number }[];
  /** Every span that was lost or changed on the way. */
  readonly losses: readonly Loss[];
}

/** The details whose absence is worth a word: what a dataset says, rather than where it comes from. */
const MEANINGFUL = ['speaker', 'cue', 'canonical', 'value'] as const satisfies readonly Detail[];

export type OmittedDetail = (typeof MEANINGFUL)[number];

/**
 * Writes documents in a format and proves the result: what comes out is read back and every span compared with its
 * source. Documents are sorted by file, so the same articles always give the same bytes. Where documents have splits,
 * each split is written for itself (paths "train.jsonl" or "train/…"), unless the format writes them itself.
 */
export async function writeDataset(
  format: DatasetFormat,
  built: readonly BuiltDocument[],
  context: DatasetContext,
): Promise<ProvenDataset> {
  const sorted = [...built].sort((a, b) => compareDocuments(a.document, b.document));
  const documents = sorted.map(({ document }) => document);
  const files: DatasetFile[] = [];
  // Of a layer that the format does not have everything is omitted, so that no single loss counts.
  const losses = sorted
    .flatMap((one) => one.losses)
    .filter(({ layer }) => layer === null || format.layers.includes(layer));
  let read = 0;
  for (const { name, part } of partsOf(format, documents)) {
    const written = await format.serialise(part, context);
    const proof = await prove(format, written.files, part, written.losses, context);
    files.push(...written.files.map((file) => ({ ...file, path: pathIn(name, file.path, format.suffix) })));
    losses.push(...written.losses, ...proof.losses);
    read += proof.spans;
  }
  const spans = documents.flatMap((document) => document.spans);
  const held = spans.filter(({ layer }) => format.layers.includes(layer));
  return {
    files,
    articles: documents.length,
    spans: read,
    silver: held.filter(({ silver }) => silver).length,
    leftOut: built.reduce((sum, one) => sum + one.leftOut, 0),
    omitted: LAYERS.filter((layer) => !format.layers.includes(layer)).flatMap((layer) => {
      const count = spans.filter((span) => span.layer === layer && !span.silver).length;
      return count > 0 ? [{ layer, count }] : [];
    }),
    omittedDetails: MEANINGFUL.filter((detail) => !format.carries.includes(detail)).flatMap((detail) => {
      const count = built
        .flatMap(({ document }) => document.spans.filter((span) => says(span, detail, document)))
        .filter(({ layer, silver }) => format.layers.includes(layer) && !silver).length;
      return count > 0 ? [{ detail, count }] : [];
    }),
    losses,
  };
}

/** Whether a span has a detail that its own words do not tell. */
const says = (span: DatasetSpan, detail: OmittedDetail, { text }: DatasetDocument): boolean =>
  span[detail] !== null && (detail !== 'canonical' || span.canonical !== text.slice(span.start, span.end));

/** The documents that are written together, and the name of their split: "" where the dataset is one. */
function partsOf(
  { ownSplits }: DatasetFormat,
  documents: readonly DatasetDocument[],
): { readonly name: string; readonly part: readonly DatasetDocument[] }[] {
  if (ownSplits || documents.every(({ split }) => split === null)) return [{ name: '', part: documents }];
  return [...SPLITS, null].flatMap((name) => {
    const part = documents.filter(({ split }) => split === name);
    return part.length > 0 ? [{ name: name ?? 'rest', part }] : [];
  });
}

const pathIn = (split: string, path: string, suffix: string): string =>
  split === '' ? path : path === '' ? `${split}${suffix}` : `${split}/${path}`;
