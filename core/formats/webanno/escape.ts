/**
 * How WebAnno TSV 3.3 escapes, as the reference implementation does it (class Escaping of INCEpTION); its page
 * "WebAnno TSV 3.3 File format" lists the reserved characters.
 */
const NAMED: Readonly<Record<string, string>> = {
  '\t': 't',
  '\n': 'n',
  '\f': 'f',
  '\r': 'r',
  '\b': 'b',
};

const BY_NAME: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(NAMED).map(([character, name]) => [name, character]),
);

/** A stretch of text without newline as a "#Text=" line has it: controls but U+000B, and backslashes, are escaped. */
export const escapeText = (text: string): string =>
  // eslint-disable-next-line no-control-regex
  text.replace(/[\\\u0000-\u000a\u000c-\u001f]/g, (character) => `\\${NAMED[character] ?? character}`);

/** The inverse of escapeText. A backslash before any other character stands for itself. */
export const unescapeText = (text: string): string =>
  text.replace(/\\([\s\S])/g, (escape, character: string) => {
    const named = BY_NAME[character];
    if (named !== undefined) return named;
    return character === '\\' || character < ' ' ? character : escape;
  });

/** The inverse for version 3.1 and before, which escaped as Java does, all letters but Latin ones. */
export const unescapeJava = (text: string): string =>
  text.replace(/\\(u[\da-fA-F]{4}|[\s\S])/g, (_escape, name: string) =>
    name.length > 1 ? String.fromCharCode(parseInt(name.slice(1), 16)) : (BY_NAME[name] ?? name),
  );

/** A value of a feature. A carriage return, which the reference would leave as a line break, is escaped too. */
export const escapeValue = (value: string): string =>
  value.replace(/->|[\\[\]|_;*\t\n\r]/g, (reserved) => `\\${NAMED[reserved] ?? reserved}`);

/** The inverse of escapeValue. A backslash before anything that is not reserved stands for itself. */
export const unescapeValue = (value: string): string =>
  value.replace(/\\(->|[\\[\]|_;*tnr])/g, (_escape, name: string) => BY_NAME[name] ?? name);

/** The parts of a cell between separators that are not escaped. */
export function splitUnescaped(cell: string, separator: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let i = 0; i < cell.length; i++)
    if (cell.charAt(i) === '\\') i++;
    else if (cell.charAt(i) === separator) {
      parts.push(cell.slice(start, i));
      start = i + 1;
    }
  return [...parts, cell.slice(start)];
}
