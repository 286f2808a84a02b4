import { parquetMetadata, parquetSchema as schemaOf } from 'hyparquet/src/metadata.js';
import { parquetReadObjects } from 'hyparquet/src/read.js';
import { getPhysicalColumns } from 'hyparquet/src/schema.js';
import type { FileMetaData } from 'hyparquet/src/types.js';
import { parquetWriteBuffer } from 'hyparquet-writer/src/write.js';
import { parquetSchema } from './features.ts';
import type { Features } from './features.ts';

/** As many rows of articles are a few megabytes: a reader takes one such group at a time into memory. */
const ROWS_IN_GROUP = 1000;

/** What stands in a Parquet file beside its columns. */
export type Metadata = Readonly<Record<string, string>>;

/** A Parquet file of rows, compressed with Snappy. The same rows give the same bytes. */
export function writeParquet(
  rows: readonly Readonly<Record<string, unknown>>[],
  features: Features,
  metadata: Metadata,
  createdBy: string,
): Uint8Array {
  const buffer = parquetWriteBuffer({
    columnData: Object.keys(features).map((name) => ({ name, data: rows.map((row) => row[name]) })),
    schema: parquetSchema(features),
    kvMetadata: Object.entries(metadata).map(([key, value]) => ({ key, value })),
    createdBy,
    rowGroupSize: ROWS_IN_GROUP,
    // Bounds of texts are of no use, and cut inside a character.
    statistics: false,
  });
  return new Uint8Array(buffer);
}

/** The rows of a Parquet file, and what stands beside them; or what is wrong with the file. */
export async function readParquet(
  bytes: Uint8Array,
): Promise<
  | { readonly rows: readonly Record<string, unknown>[]; readonly metadata: Metadata }
  | { readonly error: string }
> {
  try {
    const file = bytes.slice().buffer;
    const found = parquetMetadata(file);
    const stray = strayColumn(found);
    if (stray !== null) return { error: `The column ${stray} is not in the file's own schema.` };
    const { key_value_metadata: pairs = [] } = found;
    const rows = await parquetReadObjects({ file, metadata: found, parsers: { stringFromBytes } });
    return { rows, metadata: Object.fromEntries(pairs.map(({ key, value }) => [key, value ?? ''])) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * A column of a row group that the schema does not have once, or null. hyparquet gives up at such a one while it reads
 * those before it, and what fails in them then is nobody's to catch: a rejection that ends the program.
 */
function strayColumn(metadata: FileMetaData): string | null {
  const schema = getPhysicalColumns(schemaOf(metadata));
  for (const { columns } of metadata.row_groups) {
    const left = new Set(schema);
    for (const { meta_data: column } of columns) {
      const name = column?.path_in_schema.join('.') ?? '';
      if (!left.delete(name)) return name;
    }
  }
  return null;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Strings as they stand: hyparquet's own parser drops a mark at the start of each. */
const stringFromBytes = (bytes: Uint8Array | undefined): string | undefined => bytes && decoder.decode(bytes);

/** How large the columns of a Parquet file are when they are unpacked, in bytes. */
export const unpackedSize = (bytes: Uint8Array): number =>
  parquetMetadata(bytes.slice().buffer).row_groups.reduce(
    (sum, group) => sum + Number(group.total_byte_size),
    0,
  );
