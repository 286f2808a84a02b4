import { comparePlaces, type Focus, type Stretch } from './items.ts';

/**
 * How far a stretch is from another: first the lines between them, then the letters. On another line the letters count
 * from the side that is nearer: the end of a line above, the start of a line below.
 */
function distance(stretch: Stretch, from: Stretch): readonly [lines: number, letters: number] {
  const isBefore = comparePlaces(stretch.end, from.start) <= 0;
  const near = isBefore ? stretch.end : stretch.start;
  const side = isBefore ? from.start : from.end;
  const letters = near.line === side.line ? Math.abs(near.character - side.character) : near.character;
  return [Math.abs(near.line - side.line), isBefore && near.line !== side.line ? -letters : letters];
}

/** Orders by distance from a stretch, the nearest first. */
export const nearestTo =
  (from: Stretch) =>
  (a: Pick<Focus, 'range'>, b: Pick<Focus, 'range'>): number => {
    const [linesA, lettersA] = distance(a.range, from);
    const [linesB, lettersB] = distance(b.range, from);
    return linesA - linesB || lettersA - lettersB;
  };
