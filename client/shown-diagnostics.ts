/** Which diagnostics show while a person has hidden families of marks, or labels. */

/** The code of a diagnostic as the editor has it, such as "entity/PER", with or without the page that it links to. */
type Code = string | number | { readonly value: string | number } | undefined;

/**
 * Whether a diagnostic shows: those of a hidden family or label do not; problems of the text belong to no family.
 * @param hidden ids of families, and codes of labels such as "entity/PER"
 */
export function showsCode(code: Code, hidden: readonly string[]): boolean {
  const value = String(typeof code === 'object' ? code.value : code);
  return !hidden.some((one) => value === one || value.startsWith(`${one}/`));
}

/**
 * The result id that the editor keeps: the server's, and what was hidden from its result. So the editor asks for
 * everything anew once something else is hidden, although the server's result is the same.
 */
export const stamp = (resultId: string, hidden: readonly string[]): string => `${hidden.join()}|${resultId}`;

/** The server's own result id in a stamped one; undefined where other families were hidden from that result. */
export function unstamp(stamped: string | undefined, hidden: readonly string[]): string | undefined {
  const prefix = stamp('', hidden);
  return stamped?.startsWith(prefix) ? stamped.slice(prefix.length) : undefined;
}
