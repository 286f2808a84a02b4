/**
 * A package of this folder. It is named by a value, for the compiler looks for what it can read, and the packages are
 * installed only where they are measured.
 * @param {string} name
 * @returns {Promise<any>} what it exports; of CommonJS, module.exports
 */
export async function packageOf(name) {
  const loaded = await import(name);
  return loaded.default ?? loaded;
}

/** The URL of a file of such a package. */
export const placeOf = (/** @type {string} */ name) => import.meta.resolve(name);
