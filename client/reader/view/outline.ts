/** A rectangle in pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Boxes of one line of text as one box each, from above; a line of both directions has several. */
export function lineBoxes(boxes: readonly Box[]): Box[] {
  const lines: Box[] = [];
  const sized = boxes.filter(({ left, right, top, bottom }) => right - left > 0.5 && bottom - top > 0.5);
  for (const box of [...sized].sort((a, b) => a.top - b.top || a.left - b.left)) {
    const line = lines.at(-1);
    const isSame =
      line && Math.min(line.bottom, box.bottom) - Math.max(line.top, box.top) > (box.bottom - box.top) / 2;
    if (!isSame) lines.push(box);
    else
      lines[lines.length - 1] = {
        left: Math.min(line.left, box.left),
        right: Math.max(line.right, box.right),
        top: Math.min(line.top, box.top),
        bottom: Math.max(line.bottom, box.bottom),
      };
  }
  return lines;
}

/** Lines that have less than this above each other are not joined: the neck between them would be too thin. In pixels. */
const LEAST_SHARED = 10;

type Point = readonly [x: number, y: number];

/**
 * One outline round lines that touch each other, as the corners of polygons; lines without a common column, such as the
 * end of one and the beginning of the next, have an outline each.
 * @param lines from above, as lineBoxes gives them
 */
export function outlinesOf(lines: readonly Box[]): Point[][] {
  const groups: Box[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const above = group?.at(-1);
    const shared = above ? Math.min(line.right, above.right) - Math.max(line.left, above.left) : 0;
    if (group && shared > LEAST_SHARED) group.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => {
    // Lines meet in the middle between them, so that the outline has no holes.
    const edges = group.map((line, i) => {
      const before = group[i - 1];
      const after = group[i + 1];
      return {
        ...line,
        top: before ? (before.bottom + line.top) / 2 : line.top,
        bottom: after ? (line.bottom + after.top) / 2 : line.bottom,
      };
    });
    const right = edges.flatMap(({ right: x, top, bottom }): Point[] => [
      [x, top],
      [x, bottom],
    ]);
    const left = edges.toReversed().flatMap(({ left: x, top, bottom }): Point[] => [
      [x, bottom],
      [x, top],
    ]);
    return [...right, ...left];
  });
}

/** Corners as the data of an SVG path with rounded corners. */
export function roundedPath(corners: readonly Point[], radius: number): string {
  const points = corners.filter((point, i) => {
    const next = corners[(i + 1) % corners.length] ?? point;
    return point[0] !== next[0] || point[1] !== next[1];
  });
  const count = points.length;
  const parts = points.map((point, i) => {
    const before = points[(i + count - 1) % count] ?? point;
    const after = points[(i + 1) % count] ?? point;
    const from = towards(point, before, radius);
    const to = towards(point, after, radius);
    return `${i === 0 ? 'M' : 'L'}${from.join(' ')} Q${point.join(' ')} ${to.join(' ')}`;
  });
  return `${parts.join(' ')} Z`;
}

/** The point so far from one point on the way to another, at most half the way. */
function towards([x, y]: Point, [toX, toY]: Point, distance: number): Point {
  const length = Math.hypot(toX - x, toY - y);
  const part = length === 0 ? 0 : Math.min(distance, length / 2) / length;
  const rounded = (value: number): number => Math.round(value * 10) / 10;
  return [rounded(x + (toX - x) * part), rounded(y + (toY - y) * part)];
}
