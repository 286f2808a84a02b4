/**
 * What a part of the bench has measured: rows of cells below columns. Numbers are printed as they are given: round them
 * where they are made. `notes` say what a reader must know of the figures.
 * @typedef {{ caption: string, columns: readonly string[], rows: readonly (readonly (string | number)[])[], notes?: readonly string[] }} Table
 */

/** A table as plain text, its first column to the left and the others to the right. */
export function textOf(/** @type {Table} */ { caption, columns, rows, notes = [] }) {
  const cells = [columns, ...rows].map((row) => row.map(String));
  const widths = columns.map((_, i) => Math.max(...cells.map((row) => (row[i] ?? '').length)));
  const lines = cells.map((row) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  return [caption, ...lines, ...notes].join('\n');
}

/** A table as Markdown below its caption. */
export function markdownOf(/** @type {Table} */ { caption, columns, rows, notes = [] }) {
  const line = (/** @type {readonly (string | number)[]} */ row) =>
    `| ${row.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  const rule = columns.map((_, i) => (i === 0 ? '---' : '---:'));
  return [`**${caption}**`, [columns, rule, ...rows].map(line).join('\n'), ...notes].join('\n\n');
}

/** A number with so many digits behind the point. */
export const rounded = (/** @type {number} */ value, digits = 1) => value.toFixed(digits);

/** The value below which so great a share of the values lies (nearest rank). */
export function percentile(/** @type {readonly number[]} */ values, /** @type {number} */ share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
