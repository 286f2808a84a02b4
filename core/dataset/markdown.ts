/** Text that is nobody's markup, as Markdown: an article's own signs show as they stand, on one line. */
export const markdownText = (text: string): string =>
  text.replace(/\s+/gu, ' ').replace(/[\\`*_{}[\]<>#|~$&:!]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A table of Markdown. Cells are Markdown already; `right` says which columns are set to the right: numbers. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[] = [],
): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(head),
    line(head.map((_, column) => (right.includes(column) ? '---:' : '---'))),
    ...rows.map(line),
  ].join('\n');
}
