import type { DatasetDocument, DatasetSpan } from '../document.ts';
import type { Count, Place } from './figures.ts';

/** A count that is still growing. */
export interface Tally {
  decided: number;
  silver: number;
}

export const newTally = (): Tally => ({ decided: 0, silver: 0 });

export function addTo(tally: Tally, { silver }: Pick<DatasetSpan, 'silver'>): void {
  if (silver) tally.silver++;
  else tally.decided++;
}

/** All together, decided or not. */
export const sumOf = ({ decided, silver }: Count): number => decided + silver;

/** Order by code units: the same on every machine. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Where a span stands; lines and characters are those of the document's text. */
export function placeOf(document: DatasetDocument, { start, end, line }: DatasetSpan): Place {
  const lineStart = document.text.lastIndexOf('\n', start - 1) + 1;
  return { file: document.file, line, character: start - lineStart, length: end - start };
}

/** Adds what was counted elsewhere. */
export function merge(tally: Tally, { decided, silver }: Count): void {
  tally.decided += decided;
  tally.silver += silver;
}

/** One spelling of a name, and how often it was met. */
export interface Spelling {
  readonly name: string;
  times: number;
}

/** Counts a spelling among those of one name, which are few. */
export function addSpelling(spellings: Spelling[], name: string, times: number): void {
  const known = spellings.find((spelling) => spelling.name === name);
  if (known) known.times += times;
  else spellings.push({ name, times });
}

/** The spelling that was met most often; of several the longest, then the first by code units. */
export function commonest(spellings: readonly Spelling[]): string {
  if (spellings.length === 1) return (spellings[0] as Spelling).name;
  const [best] = [...spellings].sort(
    (a, b) => b.times - a.times || b.name.length - a.name.length || compareText(a.name, b.name),
  );
  return best?.name ?? '';
}

/**
 * A copy of a piece of a text that may be kept when the text is not: engines make pieces that hold on to the whole text
 * (V8: sliced strings).
 */
export const detached = (piece: string): string => JSON.parse(JSON.stringify(piece)) as string;

export const increase = (counts: Map<string, number>, key: string): void =>
  void counts.set(key, (counts.get(key) ?? 0) + 1);
