import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bundleCore } from './core.mjs';
import { CORE } from './ours.mjs';
import { runProcess } from './processes.mjs';
import { bytesOf } from './texts.mjs';

/** Seconds after which a reading is given up. */
const LIMIT = 240;

/**
 * What reading some texts took, in milliseconds of processor time by pass, and for loading the reader; or in words why
 * there is nothing.
 * @typedef {{ bytes: number, ready: number, times: number[] } | { bytes: number, failed: string }} Reading
 */

/**
 * Opens what has articles read, by ours or by a peer, each time in a process of its own; `close` ends it.
 * @returns {Promise<{ read: (reader: string, texts: readonly string[], passes?: number) => Promise<Reading>, close: () => void }>}
 */
export async function openReadings() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'hashiya-readings-'));
  const bundle = await bundleCore(CORE, folder);
  const file = path.join(folder, 'texts.json');
  return {
    async read(reader, texts, passes = 2) {
      writeFileSync(file, JSON.stringify(texts));
      const bytes = bytesOf(texts);
      /** @type {import('./processes.mjs').NoResult | { ready: number, times: number[] }} */
      const result = await runProcess('read-articles.mjs', { reader, bundle, texts: file, passes }, LIMIT);
      if ('late' in result) return { bytes, failed: `more than ${LIMIT} s` };
      return { bytes, ...result };
    },
    close: () => rmSync(folder, { recursive: true }),
  };
}

/** The first of some texts, up to so many bytes. */
export function upTo(/** @type {readonly string[]} */ texts, /** @type {number} */ bytes) {
  let sum = 0;
  return texts.filter((text) => (sum += Buffer.byteLength(text)) <= bytes);
}
