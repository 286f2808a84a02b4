/**
 * Has one program read articles, some passes over them, and prints as JSON the milliseconds of processor time for loading
 * it and for each pass. It gets `reader`, the name of one of ours or of a peer, `bundle`, core for ours, `texts`, a file
 * of articles as a JSON array, and `passes`.
 */
import { readFileSync } from 'node:fs';
import { importCore } from '../lib/core.mjs';
import { OWN_READERS } from '../lib/ours.mjs';
import { processorTimeOf } from '../lib/processes.mjs';
import { PEERS } from '../peers/peers.mjs';

const { reader, bundle, texts: file, passes } = JSON.parse(process.argv[2] ?? '');
const texts = JSON.parse(readFileSync(file, 'utf8'));

const own = OWN_READERS.find(({ name }) => name === reader);
const peer = PEERS.find(({ name }) => name === reader);
/** @type {(text: string) => unknown} */
let read = () => undefined;
const ready = await processorTimeOf(async () => {
  if (own) read = own.open(await importCore(bundle));
  else if (peer) read = await (await peer.load()).open();
});
/** @type {number[]} */
const times = [];
for (let pass = 0; pass < passes; pass++)
  times.push(
    await processorTimeOf(async () => {
      for (const text of texts) await read(text);
    }),
  );
console.log(JSON.stringify({ ready, times }));
// Some peers leave threads or timers behind.
process.exit();
