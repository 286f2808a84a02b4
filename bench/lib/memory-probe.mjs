// Loaded into a server before it starts (node --import): at SIGUSR2 it writes down what memory is in use, after a look
// for what nothing holds. The server itself knows nothing of it.
import { renameSync, writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
const file = process.env.HASHIYA_MEMORY_PROBE ?? '';

process.on('SIGUSR2', () => {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  writeFileSync(`${file}.part`, JSON.stringify({ heap: heapUsed + arrayBuffers }));
  renameSync(`${file}.part`, file);
});
