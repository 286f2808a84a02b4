import type { Target } from '../messages.ts';
import type { Texts } from '../texts.ts';
import type { Cell, Table } from './card.ts';
import { button, element, fill } from '../../webview/view/dom.ts';
import type { Numbers } from './numbers.ts';

/** As many rows are shown at first: a table of thousands takes a second to lay out. */
const SHOWN = 25;

interface Order {
  readonly column: number;
  readonly isDescending: boolean;
}

const valueOf = (cell: Cell | undefined): number | string =>
  typeof cell === 'object' ? (cell.value ?? cell.text) : (cell ?? 0);

/** Rows in another order; where two are equal they stay as they were. */
export function sortRows(
  rows: Table['rows'],
  { column, isDescending }: Order,
  compareText: (a: string, b: string) => number,
): Table['rows'] {
  const sign = isDescending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [valueOf(a[column]), valueOf(b[column])];
    return typeof left === 'number' && typeof right === 'number'
      ? sign * (left - right)
      : sign * compareText(String(left), String(right));
  });
}

/** A table whose columns sort it, and whose names lead to their places. Keyboard and screen readers reach all of it. */
export function tableElement(
  { columns, rows }: Table,
  title: string,
  texts: Texts,
  numbers: Numbers,
  onOpen: (target: Target) => void,
): HTMLElement {
  const { compare } = new Intl.Collator(['ar', 'en'], { numeric: true });
  let order: Order | null = null;
  let isWhole = false;
  const body = element('tbody');
  const heads = columns.map(({ title: name, isNumber }, column) =>
    element(
      'th',
      { scope: 'col', ...(isNumber && { class: 'number' }) },
      button(name, { class: 'sort', title: fill(texts.sortBy, name) }, () => {
        const again = order?.column === column;
        order = { column, isDescending: again ? !order?.isDescending : isNumber };
        draw();
      }),
    ),
  );
  const more = button(fill(texts.showAll, numbers.count(rows.length)), { class: 'link more' }, () => {
    isWhole = true;
    draw();
  });
  const cellOf = (cell: Cell, column: number): HTMLElement => {
    const isHead = column === 0;
    const isNumber = columns[column]?.isNumber;
    const made = element(isHead ? 'th' : 'td', {
      ...(isHead && { scope: 'row' }),
      ...(isNumber && { class: 'number' }),
    });
    if (typeof cell === 'number') {
      made.textContent = numbers.count(cell);
      return made;
    }
    const { text, target, colour } = cell;
    if (colour !== undefined) {
      const dot = element('span', { class: 'dot', 'aria-hidden': 'true' });
      dot.style.backgroundColor = colour;
      made.append(dot);
    }
    made.append(
      target ? button(text, { class: 'link', dir: 'auto' }, () => onOpen(target)) : element('bdi', {}, text),
    );
    return made;
  };
  const draw = (): void => {
    const sorted = order ? sortRows(rows, order, compare) : rows;
    body.replaceChildren(
      ...sorted.slice(0, isWhole ? undefined : SHOWN).map((row) => element('tr', {}, ...row.map(cellOf))),
    );
    more.hidden = isWhole || rows.length <= SHOWN;
    for (const [column, head] of heads.entries())
      if (order?.column === column)
        head.setAttribute('aria-sort', order.isDescending ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
  };
  draw();
  return element(
    'div',
    { class: 'table', role: 'region', 'aria-label': title, tabindex: '0' },
    element('table', {}, element('thead', {}, element('tr', {}, ...heads)), body),
    more,
  );
}
