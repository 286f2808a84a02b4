/** A line of a stream of bytes. */
export interface ByteLine {
  /** Counted from 1 by "\n". */
  readonly line: number;
  /** The line without its "\n"; null where it is longer than was allowed. */
  readonly bytes: Uint8Array | null;
  /** How many bytes of the stream the line takes, its "\n" among them. */
  readonly size: number;
}

const NEWLINE = 10;

/**
 * Cuts a stream of bytes at every "\n", in memory for one line. What stands behind the last "\n" is a line if there is
 * any. A line of more than `longest` bytes is passed over without being kept.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<ByteLine> {
  let line = 1;
  let parts: Uint8Array[] = [];
  let size = 0;
  const take = (part: Uint8Array): void => {
    size += part.length;
    if (size <= longest + 1) parts.push(part);
    else parts = [];
  };
  const end = (ending: number): ByteLine => {
    const length = size - ending;
    const whole = { line, bytes: length > longest ? null : join(parts, length), size };
    line++;
    parts = [];
    size = 0;
    return whole;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, start)) {
      take(chunk.subarray(start, at + 1));
      yield end(1);
      start = at + 1;
    }
    if (start < chunk.length) take(chunk.subarray(start));
  }
  if (size > 0) yield end(0);
}

/** The first `length` bytes of some parts, in memory of their own. */
function join(parts: readonly Uint8Array[], length: number): Uint8Array {
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    const room = part.subarray(0, length - at);
    joined.set(room, at);
    at += room.length;
  }
  return joined;
}
