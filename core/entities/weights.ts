/** What was learnt, by name: each model reads its own section. */
export type Weights = ReadonlyMap<string, Uint8Array>;

const MAGIC = 0x48535831; // "HSX1"

/** Writes sections as one container: a magic number, the length of a directory, the directory as JSON, the sections. Names are ASCII. */
export function serialiseWeights(sections: Weights): Uint8Array {
  const directory = JSON.stringify(Array.from(sections, ([name, bytes]) => [name, bytes.length]));
  const start = aligned(8 + directory.length);
  const length = Array.from(sections.values()).reduce((end, bytes) => aligned(end + bytes.length), start);
  const container = new Uint8Array(length);
  const view = new DataView(container.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, directory.length, true);
  for (let i = 0; i < directory.length; i++) container[8 + i] = directory.charCodeAt(i);
  let at = start;
  for (const bytes of sections.values()) {
    container.set(bytes, at);
    at = aligned(at + bytes.length);
  }
  return container;
}

/**
 * Reads what serialiseWeights wrote; the sections are views, each beginning at a multiple of four.
 * @throws Error if the bytes are no such container, or cut short
 */
export function parseWeights(bytes: Uint8Array): Weights {
  const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const view = new DataView(whole.buffer, whole.byteOffset, whole.byteLength);
  if (whole.byteLength < 8 || view.getUint32(0, true) !== MAGIC)
    throw new Error('These bytes are no weights; build them again.');
  const length = view.getUint32(4, true);
  const sections = new Map<string, Uint8Array>();
  let at = aligned(8 + length);
  const damaged = (): Error => new Error('The weights are cut short; build them again.');
  if (at > whole.byteLength) throw damaged();
  const json = String.fromCharCode(...whole.subarray(8, 8 + length));
  const directory = JSON.parse(json) as [string, number][];
  for (const [name, size] of directory) {
    if (at + size > whole.byteLength) throw damaged();
    sections.set(name, whole.subarray(at, at + size));
    at = aligned(at + size);
  }
  return sections;
}

const aligned = (offset: number): number => (offset + 3) & ~3;
