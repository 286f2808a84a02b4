import { lineBoxes, outlinesOf, roundedPath } from './outline.ts';
import type { Box } from './outline.ts';
import type { Paragraphs } from './paragraphs.ts';
import { partsOf } from './segments.ts';
import type { Stretch } from '../../items.ts';

/** A line from the current item to another place. */
export interface Tie {
  readonly to: Stretch;
  /** What it says; "" for nothing. */
  readonly name: string;
}

/** What is drawn over the text without touching it: the ring round the current item, and its relations. */
export interface Overlay {
  readonly element: SVGSVGElement;
  draw(ring: Stretch | null, ties: readonly Tie[]): void;
}

const SVG = 'http://www.w3.org/2000/svg';

/** Room between the letters and the ring, in pixels. */
const ROOM = 2;

/** @param sheet what the overlay lies over, to its whole extent */
export function createOverlay(sheet: HTMLElement, paragraphs: Paragraphs): Overlay {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'overlay');
  svg.setAttribute('aria-hidden', 'true');

  const boxesOf = (stretch: Stretch): Box[] => {
    const origin = sheet.getBoundingClientRect();
    const rects = partsOf(stretch, paragraphs.lines).flatMap(({ line, start, end }) => {
      const from = paragraphs.pointOf({ line, character: start });
      const to = paragraphs.pointOf({ line, character: end });
      const isFolded = paragraphs.elements[line]?.classList.contains('folded');
      if (!from || !to || isFolded) return [];
      const range = document.createRange();
      range.setStart(from.node, from.offset);
      range.setEnd(to.node, to.offset);
      return [...range.getClientRects()];
    });
    return lineBoxes(
      rects.map(({ left, right, top, bottom }) => ({
        left: left - origin.left - ROOM,
        right: right - origin.left + ROOM,
        top: top - origin.top,
        bottom: bottom - origin.top,
      })),
    );
  };

  const shape = (name: string, attributes: Readonly<Record<string, string>>): SVGElement => {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  };

  /**
   * A curve from one box to another, with an arrow head at its end: above the line where they are in one, else through the
   * room between the lines. Its name stands where it begins, between the lines too.
   * @param x where on the box it begins
   */
  const tieElements = (from: Box, x: number, to: Box, name: string): SVGElement[] => {
    const end = (to.left + to.right) / 2;
    const isBelow = to.top > from.bottom;
    const isAbove = to.bottom < from.top;
    const [y1, y2] = isBelow ? [from.bottom, to.top] : isAbove ? [from.top, to.bottom] : [from.top, to.top];
    const lift = Math.min(16, 8 + Math.abs(x - end) / 30);
    const bend = isBelow || isAbove ? (y1 + y2) / 2 : y1 - lift;
    const path = `M${x} ${y1} C${x} ${bend} ${end} ${bend} ${end} ${y2}`;
    const down = isAbove ? -1 : 1;
    const head = `M${end - 4} ${y2 - 6 * down} L${end} ${y2} L${end + 4} ${y2 - 6 * down}`;
    const made = [shape('path', { class: 'tie', d: path }), shape('path', { class: 'tie', d: head })];
    if (!name) return made;
    const text = shape('text', { class: 'tie-name', x: String(x), y: String(isBelow ? y1 + 11 : y1 - 5) });
    text.textContent = name;
    return [...made, text];
  };

  /** A ground behind each name, so that it is read over lines and words. */
  const groundNames = () => {
    for (const name of svg.querySelectorAll<SVGTextElement>('.tie-name')) {
      const { x, y, width, height } = name.getBBox();
      // The box of Arabic letters has much room for marks above and below, which lines of the text have too.
      const numbers = { x: x - 4, y: y + height * 0.3, width: width + 8, height: height * 0.5, rx: 3 };
      const attributes = Object.entries(numbers).map(([key, value]) => [key, String(value)]);
      name.before(shape('rect', { class: 'tie-ground', ...Object.fromEntries(attributes) }));
    }
  };

  return {
    element: svg,
    draw(ring, ties) {
      const boxes = ring ? boxesOf(ring) : [];
      const outlines = outlinesOf(boxes).map((corners) =>
        shape('path', { class: 'ring', d: roundedPath(corners, 4) }),
      );
      const from = boxes[0];
      const lines = from
        ? ties.flatMap(({ to, name }, i) => {
            const target = boxesOf(to)[0];
            // From the right, as they are read, each from a place of its own.
            const x = from.right - ((from.right - from.left) * (i + 1)) / (ties.length + 1);
            return target ? tieElements(from, x, target, name) : [];
          })
        : [];
      svg.replaceChildren(...outlines, ...lines);
      groundNames();
    },
  };
}
