import { calibrate, printCalibration } from '../evaluate/calibration.ts';
import type { Row } from '../evaluate/score.ts';
import { printRow } from '../evaluate/tables.ts';
import type { Trial } from './fit.ts';

const NAMES: ReadonlySet<string> = new Set(['PER', 'ORG', 'GPE', 'LOC']);

const labelOf = (key: string): string => key.slice(key.lastIndexOf(' ') + 1);
const spanOf = (key: string): string => key.slice(0, key.lastIndexOf(' '));

/** The figures of trials: entities by exact span and label, each label and names alone; spans whatever the label. */
export function rowsOfTrials(trials: readonly Trial[]): Row[] {
  const row = (name: string, keep: (label: string) => boolean): Row => ({
    name,
    right: sum(trials, ({ chosen }) => chosen.filter((mark) => mark.right && keep(mark.label)).length),
    found: sum(trials, ({ chosen }) => chosen.filter(({ label }) => keep(label)).length),
    gold: sum(trials, ({ gold }) => gold.filter((key) => keep(labelOf(key))).length),
  });
  const spans: Row = {
    name: 'entity spans',
    right: sum(trials, ({ chosen, gold }) => {
      const annotated = new Set(gold.map(spanOf));
      return chosen.filter(({ span }) => annotated.has(span)).length;
    }),
    found: sum(trials, ({ chosen }) => chosen.length),
    gold: sum(trials, ({ gold }) => gold.length),
  };
  const labels = [...new Set(trials.flatMap(({ gold }) => gold.map(labelOf)))].sort();
  return [
    ...labels.map((label) => row(label, (other) => other === label)),
    row('entities', () => true),
    row('names (PER ORG GPE LOC)', (label) => NAMES.has(label)),
    spans,
  ];
}

/** The figures of trials and their calibration, in print. */
export const printTrials = (title: string, trials: readonly Trial[]): string =>
  [
    `# ${title}`,
    ...rowsOfTrials(trials).map(printRow),
    printCalibration(calibrate(trials.flatMap(({ chosen, weak }) => [...chosen, ...weak]))),
  ].join('\n');

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0);
