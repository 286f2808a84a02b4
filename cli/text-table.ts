/** A row of a table in a terminal. */
export type Row = readonly (string | number)[];

/**
 * Sets rows as columns, two blanks apart and two from the edge. A column whose cells are all numbers, empty or
 * undefined (but for its head) is set to the right, every other to the left. The last column is not filled up, so
 * that nothing depends on how wide a terminal draws it: there is the place for Arabic. Blanks within a cell become
 * plain ones, and controls go, so that a name can neither break its line nor speak to the terminal.
 */
export function textTable(rows: readonly Row[]): string {
  const texts = rows.map((row) => row.map((cell) => plain(String(cell))));
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...texts.map((row) => row[column]?.length ?? 0)),
  );
  const isNumber = Array.from({ length: columns }, (_, column) =>
    texts.slice(1).every((row) => /^(?:-?[\d.]+(?: %)?|undefined)?$/.test(row[column] ?? '0')),
  );
  return texts
    .map((row) => {
      const cells = row.map((text, column) => {
        if (isNumber[column]) return text.padStart(widths[column] ?? 0);
        return column === columns - 1 ? text : text.padEnd(widths[column] ?? 0);
      });
      return `  ${cells.join('  ').trimEnd()}\n`;
    })
    .join('');
}

const plain = (text: string): string =>
  text.replace(/\s+/gu, ' ').replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '');
