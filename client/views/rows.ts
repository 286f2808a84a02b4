/** What a tree of a side view is made of, as plain data. */

/** A product icon of VS Code, in the colour of a theme or, as #rrggbb, of a project. */
export interface RowIcon {
  readonly name: string;
  /** The id of a theme's colour. */
  readonly colour?: string;
  /** A dot of this colour in place of the icon. */
  readonly own?: string;
}

/** A row of a tree. */
export interface Row {
  /** No other row of the tree has it; the same row keeps it when the tree is shown anew. */
  readonly id: string;
  readonly label: string;
  /** Stands behind the label, fainter. */
  readonly description?: string;
  readonly tooltip?: string;
  readonly icon?: RowIcon;
  /** What it is, in words parted by dots, such as "item.mark": commands say for which they are. */
  readonly kind: string;
  /** What a screen reader says of it. */
  readonly spoken: string;
  /** What Enter or a click does. */
  readonly open?: { readonly command: string; readonly arguments: readonly unknown[] };
  /** Ids of the marks and annotations that it stands for. */
  readonly items?: readonly string[];
  /** URIs of the articles that it stands for. */
  readonly articles?: readonly string[];
  readonly rows?: readonly Row[];
  /** Whether its rows show from the start. */
  readonly expanded?: boolean;
  /** Drawn faintly. */
  readonly dimmed?: boolean;
}

/** Every row of a tree with the row that it is in, by its id. */
export function indexOf(
  rows: readonly Row[],
): Map<string, { readonly row: Row; readonly parent: Row | undefined }> {
  const index = new Map<string, { readonly row: Row; readonly parent: Row | undefined }>();
  const visit = (row: Row, parent: Row | undefined) => {
    index.set(row.id, { row, parent });
    for (const inner of row.rows ?? []) visit(inner, row);
  };
  for (const row of rows) visit(row, undefined);
  return index;
}

/** As many rows as the editor lays out at once without being felt. */
const PORTION = 500;

/**
 * Many rows as portions that open one by one; few as they are.
 * @param id what the ids of the portions begin with
 * @param nameOf what a portion is called, from its first row's number and its last one's, counted from 1
 */
export function inPortions(
  rows: readonly Row[],
  id: string,
  nameOf: (first: number, last: number) => string,
  size = PORTION,
): readonly Row[] {
  if (rows.length <= size) return rows;
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, portion) => {
    const inner = rows.slice(portion * size, (portion + 1) * size);
    const name = nameOf(portion * size + 1, portion * size + inner.length);
    return {
      id: `${id}#${portion}`,
      label: name,
      kind: 'portion',
      spoken: name,
      icon: { name: 'list-tree' },
      items: inner.flatMap(({ items = [] }) => items),
      rows: inner,
    };
  });
}
