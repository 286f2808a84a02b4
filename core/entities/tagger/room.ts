/** A longer array that begins with what another holds. */
export function widened<T extends Uint8Array | Int8Array | Int16Array | Int32Array | Float64Array>(
  old: T,
  length: number,
): T {
  const wider = new (old.constructor as new (length: number) => T)(length);
  wider.set(old);
  return wider;
}
