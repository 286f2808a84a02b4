import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { createAnalyser } from '../core/analysis/analysis.ts';
import type { Analyser } from '../core/analysis/analysis.ts';
import { parseWeights } from '../core/entities/weights.ts';
import { parseLexicon } from '../core/lexicon/lexicon.ts';
import { UsageError } from './files.ts';

/** What an engine is made from, in memory that threads share. */
export interface EngineData {
  readonly lexicon: Uint8Array;
  readonly weights: Uint8Array;
}

/**
 * Reads the lexicon and the weights that lie beside the program.
 * @throws UsageError if one is missing.
 */
export function readEngineData(): EngineData {
  return withAdvice(() => ({ lexicon: readShared('lexicon.bin'), weights: readShared('weights.bin') }));
}

/**
 * The engine, with the lexicon and the weights that lie beside the program unless they are given.
 * @throws UsageError if one is missing or of another version.
 */
export function loadEngine(data: EngineData = readEngineData()): Analyser {
  return withAdvice(() => createAnalyser(parseLexicon(data.lexicon), parseWeights(data.weights)));
}

/** Tells one engine from another: sha-256 of what it is made from, in hexadecimal. */
export const engineDigest = ({ lexicon, weights }: EngineData): string =>
  createHash('sha256').update(lexicon).update(weights).digest('hex');

function readShared(name: string): Uint8Array {
  const file = openSync(new URL(name, import.meta.url), 'r');
  try {
    const bytes = new Uint8Array(new SharedArrayBuffer(fstatSync(file).size));
    for (let at = 0, read = -1; at < bytes.length && read !== 0; at += read)
      read = readSync(file, bytes, at, bytes.length - at, null);
    return bytes;
  } finally {
    closeSync(file);
  }
}

function withAdvice<T>(load: () => T): T {
  try {
    return load();
  } catch (error) {
    throw new UsageError(
      `lexicon.bin and weights.bin beside the program cannot be read (${error instanceof Error ? error.message : String(error)}); install or build them again`,
    );
  }
}
