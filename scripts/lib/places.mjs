import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The absolute path of the repository. */
export const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * An absolute path inside the repository.
 * @param {...string} parts
 * @returns {string}
 */
export const inRepository = (...parts) => path.join(repository, ...parts);

/**
 * A path in the ignored folder for things that are fetched or kept between runs.
 * @param {...string} parts
 * @returns {string}
 */
export const inCache = (...parts) => inRepository('.cache', ...parts);

/**
 * A path in the ignored folder for what one run leaves behind: logs, test results, screenshots.
 * @param {...string} parts
 * @returns {string}
 */
export const inOut = (...parts) => inRepository('out', ...parts);
