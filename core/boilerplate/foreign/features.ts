import type { Steps } from '../../text/steps.ts';
import type { LineShape } from '../lines/shape.ts';
import type { LineStop } from '../lines/traits.ts';
import { slotOf } from '../lines/slots.ts';
import { countShared } from '../lines/stems.ts';
import { createStemTable, enterLine, enterTitle, measureShares } from './stem-table.ts';
import type { Shares } from './stem-table.ts';

const STOPS: Readonly<Record<LineStop, number>> = { none: 0, question: 1, colon: 2, comma: 3, full: 4 };

/** The largest shares of each grade but the last; shares of 0 are a grade of their own. */
const GRADES = [0, 0.05, 0.1, 0.17, 0.25, 0.35, 0.5];

function gradeOf(share: number): number {
  let grade = 0;
  while (grade < GRADES.length && share > (GRADES[grade] as number)) grade++;
  return grade;
}

const below = (limits: readonly number[], value: number): number => {
  let i = 0;
  while (i < limits.length && value >= (limits[i] as number)) i++;
  return i;
};

const LENGTHS = [100, 250];
const LENGTHS_BY_STOP = [60, 100, 220];
const LENGTHS_TO_MEDIAN = [0.4, 0.7, 1.5];
const SHARES_OF_CLOSED = [0.4, 0.7, 0.9];
const LINES_BEHIND = [1, 2, 3, 5, 8];
const LINES_BEFORE = [1, 2, 3, 4];
const LINES_BEFORE_WIDELY = [3, 6, 12];
const LINES_IN_ALL = [2, 3, 4, 8, 15];

/** Items of a list are shorter than this. */
const LONGEST_ITEM = 220;
const LONGEST_SHORT_ITEM = 75;
const FURTHEST_ITEM = 3;
const IN_SENTENCE = 4;
const FEWEST_WORDS_OF_SENTENCE = 7;

/** How many features a line has from its surroundings. */
export const FEATURES_IN_TEXT = 27;

/**
 * What of its surroundings tells whether each line of a text is of that text or of another article: cohesion with
 * title, opening and neighbours by shared stems, its form against that of the others, its place. Writes the slots of
 * line `i` to `slots` from `i * FEATURES_IN_TEXT` on; what a line says by itself is in its shape (`traits`). A line a
 * step.
 */
export function* readFeatures(title: LineShape | null, lines: readonly LineShape[]): Steps<Int32Array> {
  const count = lines.length;
  const slots = new Int32Array(count * FEATURES_IN_TEXT);
  let stems = title?.stems.length ?? 0;
  for (const line of lines) stems += line.stems.length;
  const table = createStemTable(stems);
  if (title) enterTitle(table, title);
  for (let i = 0; i < count; i++) {
    enterLine(table, lines[i] as LineShape, i);
    yield;
  }
  const median = medianLength(lines);
  let closed = 0;
  for (const line of lines) if (line.stop === 'full') closed++;
  const shares: Shares = { title: 0, opening: 0, above: 0, elsewhere: 0 };
  let inList = 0;
  let withPrevious = 0;
  let at = 0;
  for (let i = 0; i < count; i++) {
    const line = lines[i] as LineShape;
    const previous = lines[i - 1];
    const next = lines[i + 1];
    const stop = STOPS[line.stop];
    const item = line.listItem ? 1 : 0;
    inList = placeInList(line, previous, inList);
    measureShares(table, line, i, shares);
    const title = gradeOf(shares.title);
    const opening = gradeOf(shares.opening);
    const above = gradeOf(shares.above);
    const elsewhere = gradeOf(shares.elsewhere);
    const withNext = next ? countShared(line.stems, next.stems) : 0;
    const size = Math.max(1, line.stems.length);
    const before = previous ? gradeOf(withPrevious / size) : GRADES.length + 1;
    const behind = next ? gradeOf(withNext / size) : GRADES.length + 1;
    withPrevious = withNext;
    const form = below(SHARES_OF_CLOSED, (closed - (line.stop === 'full' ? 1 : 0)) / Math.max(1, count - 1));
    const length = below(LENGTHS, line.length);
    slots[at++] = slotOf(1, form * 8 + stop);
    slots[at++] = slotOf(2, (below(LENGTHS_BY_STOP, line.length) * 8 + form) * 8 + stop);
    slots[at++] = slotOf(3, below(LENGTHS_TO_MEDIAN, line.length / median) * 8 + stop);
    slots[at++] = slotOf(4, previous ? STOPS[previous.stop] : 7);
    slots[at++] = slotOf(5, next ? STOPS[next.stop] : 7);
    slots[at++] = slotOf(6, previous ? item * 2 + (previous.listItem ? 1 : 0) : 4);
    slots[at++] = slotOf(7, below(LINES_BEHIND, count - 1 - i));
    slots[at++] = slotOf(8, below(LINES_BEFORE, i));
    slots[at++] = slotOf(9, below(LINES_IN_ALL, count));
    slots[at++] = slotOf(10, inList);
    slots[at++] = slotOf(
      11,
      ((inList > 0 ? 1 : 0) * 8 + stop) * 2 + (line.length < LONGEST_SHORT_ITEM ? 1 : 0),
    );
    slots[at++] = slotOf(12, title);
    slots[at++] = slotOf(13, opening);
    slots[at++] = slotOf(14, above);
    slots[at++] = slotOf(15, elsewhere);
    slots[at++] = slotOf(16, before);
    slots[at++] = slotOf(17, behind);
    slots[at++] = slotOf(18, opening * 4 + length);
    slots[at++] = slotOf(19, elsewhere * 4 + length);
    slots[at++] = slotOf(20, above * 4 + length);
    slots[at++] = slotOf(21, before * 4 + length);
    slots[at++] = slotOf(22, opening * 16 + elsewhere);
    slots[at++] = slotOf(23, opening * 2 + (line.continuing ? 1 : 0));
    slots[at++] = slotOf(24, elsewhere * 2 + (line.namesDay ? 1 : 0));
    slots[at++] = slotOf(25, (above * 4 + length) * 8 + stop);
    slots[at++] = slotOf(26, above * 8 + below(LINES_BEFORE_WIDELY, i));
    slots[at++] = slotOf(27, above * 16 + before);
    yield;
  }
  return slots;
}

/**
 * How far below a colon a line is an item of the list that the colon opens, 0 where it is none; more by IN_SENTENCE
 * where a sentence opens the list and not a label.
 */
function placeInList(line: LineShape, previous: LineShape | undefined, place: number): number {
  if (previous?.stop === 'colon') return 1 + (isSentence(previous) ? IN_SENTENCE : 0);
  if (place === 0 || !previous || line.length > LONGEST_ITEM) return 0;
  if (previous.stop === 'full' && !previous.listItem) return 0;
  return place % IN_SENTENCE === FURTHEST_ITEM ? place : place + 1;
}

const isSentence = (line: LineShape): boolean => line.continuing || line.words >= FEWEST_WORDS_OF_SENTENCE;

function medianLength(lines: readonly LineShape[]): number {
  const lengths = lines.map(({ length }) => length).sort((a, b) => a - b);
  return lengths[lengths.length >> 1] ?? 1;
}
