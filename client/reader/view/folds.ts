import type { ArticleItem } from '../../../server/protocol.ts';
import { isArticleClass, type LineClass } from '../../../core/labels/line-classes.ts';
import type { Segment } from './segments.ts';

/** Lines that follow each other and are no part of the article; `first` and `last` are no blank lines. */
export interface Fold {
  readonly first: number;
  readonly last: number;
  /** Lines with words. */
  readonly count: number;
  /** Their classes, each once, in order. */
  readonly labels: readonly string[];
}

/** The class of a line that is boilerplate as a whole; undefined for others. */
export function boilerplateOf(line: string, segments: readonly Segment[]): string | undefined {
  const words = line.trim();
  if (!words) return undefined;
  const start = line.indexOf(words);
  return segments.find(
    ({ item, ...segment }) =>
      isBoilerplate(item) && segment.start <= start && segment.end >= start + words.length,
  )?.item.label;
}

const isBoilerplate = ({ family, label, state }: ArticleItem): boolean =>
  family === 'boilerplate' && state !== 'rejected' && !isArticleClass(label as LineClass);

/** Runs of two lines of boilerplate and more; blank lines part none. */
export function foldsOf(lines: readonly string[], byLine: ReadonlyMap<number, readonly Segment[]>): Fold[] {
  const folds: Fold[] = [];
  let run: { first: number; last: number; count: number; labels: Set<string> } | undefined;
  const close = () => {
    if (run && run.count > 1) folds.push({ ...run, labels: [...run.labels] });
    run = undefined;
  };
  lines.forEach((line, index) => {
    if (!line.trim()) return;
    const label = boilerplateOf(line, byLine.get(index) ?? []);
    if (label === undefined) return close();
    run ??= { first: index, last: index, count: 0, labels: new Set() };
    run.last = index;
    run.count++;
    run.labels.add(label);
  });
  close();
  return folds;
}
