/** A file's text, or why it has none. */
export type Decoded = { readonly text: string; readonly bom: boolean } | { readonly error: string };

/**
 * Decodes the bytes of an article: by its byte order mark (UTF-8, UTF-16), else by `encoding` (a name of the WHATWG
 * Encoding Standard, such as windows-1256) unless it is UTF-8 beyond doubt, else strictly as UTF-8. `bom` says that a byte order mark of UTF-8 was
 * taken off the text: programs that read UTF-8 plainly count it as a character. Binary files and wrong bytes are
 * refused in words that say what to do.
 */
export function decode(bytes: Uint8Array, encoding: string | undefined): Decoded {
  if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff]))
    return { error: 'this is UTF-32; convert it to UTF-8 first' };
  if (startsWith(bytes, [0xff, 0xfe])) return decodeUtf16(bytes.subarray(2), 'utf-16le');
  if (startsWith(bytes, [0xfe, 0xff])) return decodeUtf16(bytes.subarray(2), 'utf-16be');
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return decodeUtf8(bytes.subarray(3), 3);
  if (encoding === undefined || /^utf-?8$/i.test(encoding)) return decodeUtf8(bytes, 0);
  if (/^utf-?16(?:-?[lb]e)?$/i.test(encoding))
    return decodeUtf16(bytes, /be$/i.test(encoding) ? 'utf-16be' : 'utf-16le');
  const binary = binaryByte(bytes);
  if (binary !== null) return { error: binaryMessage(binary) };
  return isUtf8BeyondDoubt(bytes) ? decodeUtf8(bytes, 0) : decodeOlder(bytes, encoding);
}

/**
 * Whether bytes are well-formed UTF-8 and not ASCII alone. No Arabic text in an older encoding is: there letters stand
 * side by side that UTF-8 takes for the first byte of a character, each of which other bytes would have to follow. Read
 * as windows-1256 such a file gives letters without sense and no error.
 */
const isUtf8BeyondDoubt = (bytes: Uint8Array): boolean =>
  bytes.some((byte) => byte >= 0x80) && invalidUtf8(bytes) < 0;

/** Whether there is an encoding of this name. */
export function encodingExists(encoding: string): boolean {
  try {
    return new TextDecoder(encoding).encoding !== '';
  } catch {
    return false;
  }
}

/** Decodes one of the older encodings that the platform knows. */
function decodeOlder(bytes: Uint8Array, encoding: string): Decoded {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), bom: false };
  } catch {
    return { error: `this is not ${encoding}: some bytes fit nowhere` };
  }
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, i) => bytes[i] === byte);

function decodeUtf8(bytes: Uint8Array, skipped: number): Decoded {
  const binary = binaryByte(bytes);
  if (binary !== null) {
    const order = looksLikeUtf16(bytes);
    return order
      ? { error: `this looks like UTF-16 without a byte order mark; say --encoding ${order}` }
      : { error: binaryMessage(binary + skipped) };
  }
  const wrong = invalidUtf8(bytes);
  if (wrong < 0)
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), bom: skipped > 0 };
  const before = bytes.subarray(0, wrong);
  const line = before.reduce((count, byte) => count + Number(byte === 10), 1);
  const hex = (bytes[wrong] ?? 0).toString(16).padStart(2, '0');
  return {
    error: `this is not UTF-8: byte ${wrong + skipped} (0x${hex}, line ${line}) fits nowhere; if the file is older Arabic text, say --encoding windows-1256`,
  };
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  if (bytes.length % 2 !== 0) return { error: 'this UTF-16 is cut short: it ends within a character' };
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes('\0') ? { error: 'this is a binary file, no text' } : { text, bom: false };
  } catch {
    return { error: 'this is not UTF-16: half of a surrogate pair stands alone' };
  }
}

/** The offset of the first byte that tells a binary file, or null: a NUL, or one of many other controls. */
function binaryByte(bytes: Uint8Array): number | null {
  const nul = bytes.indexOf(0);
  if (nul >= 0) return nul;
  const isControl = (byte: number): boolean => byte < 9 || (byte > 13 && byte < 27);
  const controls = bytes.reduce((count, byte) => count + Number(isControl(byte)), 0);
  return controls * 100 > bytes.length ? bytes.findIndex(isControl) : null;
}

const binaryMessage = (offset: number): string => `this is a binary file, no text (byte ${offset})`;

/**
 * Whether nearly every other byte is of the Arabic block or a blank's zero, and in which order. The bytes between them
 * are hardly ever zero, or it is a program or a picture with long runs of zeros.
 */
function looksLikeUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length % 2 !== 0) return null;
  const counts = [0, 0];
  const zeros = [0, 0];
  const sample = Math.min(bytes.length, 4096);
  for (let i = 0; i < sample; i++) {
    if (bytes[i] === 0 || bytes[i] === 6) counts[i % 2] = (counts[i % 2] ?? 0) + 1;
    if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = counts;
  const [evenZeros = 0, oddZeros = 0] = zeros;
  const isHigh = (high: number, lowZeros: number): boolean =>
    high * 2 > sample * 0.8 && lowZeros * 2 < sample * 0.1;
  if (isHigh(odd, evenZeros)) return 'utf-16le';
  return isHigh(even, oddZeros) ? 'utf-16be' : null;
}

/** The offset of the first byte that is not well-formed UTF-8 (Unicode Standard, table 3-7), or -1. */
export function invalidUtf8(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length;) {
    const lead = bytes[i] as number;
    const length =
      lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (length === 0) return i;
    const second = bytes[i + 1] ?? 0;
    if (lead === 0xe0 && second < 0xa0) return i;
    if (lead === 0xed && second > 0x9f) return i;
    if (lead === 0xf0 && second < 0x90) return i;
    if (lead === 0xf4 && second > 0x8f) return i;
    for (let k = 1; k < length; k++) if (((bytes[i + k] ?? 0) & 0xc0) !== 0x80) return i;
    i += length;
  }
  return -1;
}
