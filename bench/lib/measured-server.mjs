/** The real server in a process of its own whose memory can be looked at. Linux alone tells. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from './core.mjs';
import { startLanguageServer } from './language-server.mjs';

const SERVER = path.join(ROOT, 'dist/server.cjs');
const PROBE = path.join(ROOT, 'bench/lib/memory-probe.mjs');

const MB = 1 << 20;

/**
 * Starts the server with a look into its memory.
 * @param {string} folder URI of the folder that it works in
 * @param {string} work a folder for what the look writes
 */
export async function startMeasuredServer(folder, work) {
  const file = path.join(work, 'memory.json');
  const environment = { HASHIYA_MEMORY_PROBE: file };
  const server = await startLanguageServer(SERVER, folder, { imported: PROBE, environment });
  const { pid } = server;
  /** @type {Map<string, () => void>} */
  const waiting = new Map();
  const told = (/** @type {{ uri: string }} */ { uri }) => {
    waiting.get(uri)?.();
    waiting.delete(uri);
  };
  for (const method of ['hashiya/articleChanged', 'hashiya/articleEdited'])
    server.connection.onNotification(method, told);
  const marksOf = (/** @type {string} */ uri) =>
    new Promise((resolve) => waiting.set(uri, () => resolve(undefined)));
  return {
    ...server,
    /** Opens an article and waits for its marks. */
    async open(/** @type {string} */ uri, /** @type {string} */ text) {
      const marks = marksOf(uri);
      await server.connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'article', version: 1, text },
      });
      await marks;
      await server.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    },
    close: (/** @type {string} */ uri) =>
      server.connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    /** Types a letter at the start of a line, or now and then a blank, and waits for the marks that the key makes. */
    async type(/** @type {string} */ uri, /** @type {number} */ version, /** @type {number} */ line) {
      const marks = marksOf(uri);
      const position = { line, character: 0 };
      await server.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range: { start: position, end: position }, text: version % 12 === 0 ? ' ' : 'م' }],
      });
      await marks;
    },
    /** Megabytes that the machine has given to the process as it is, and what is in use of them after a look for garbage. */
    async memory() {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      const rss = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
      rmSync(file, { force: true });
      process.kill(pid, 'SIGUSR2');
      while (!existsSync(file)) await pause(20);
      return { rss, heap: JSON.parse(readFileSync(file, 'utf8')).heap / MB };
    },
    /** Megabytes that the machine has given to the process at its busiest so far. */
    peak: () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024,
  };
}
