import type { Row, Scores } from './score.ts';
import { f1 } from './score.ts';

/** The tables in print: precision, recall, F1 and counts of each row, then the commonest confusions of line classes. */
export function printScores({ tables, confusions }: Scores): string {
  return [
    ...tables.flatMap(({ title, rows }) => [`== ${title}`, ...rows.map(printRow)]),
    ...confusions.slice(0, 12).map(({ gold, found, times }) => `    ${gold} taken for ${found}: ${times}`),
  ].join('\n');
}

/** One row in print. */
export function printRow(row: Row): string {
  const { name, right, found, gold } = row;
  if (found === null) return `${name.padEnd(32)} ${right}/${gold} = ${three(f1(row))}`;
  const share = (of: number): string => three(of === 0 ? 0 : right / of).padStart(6);
  const figures = `P ${share(found)}  R ${share(gold)}  F1 ${three(f1(row)).padStart(6)}`;
  return `${name.padEnd(32)} ${figures}   (gold ${gold}, found ${found}, right ${right})`;
}

const three = (figure: number): string => figure.toFixed(3);
