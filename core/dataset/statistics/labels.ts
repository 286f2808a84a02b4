import { LAYERS } from '../document.ts';
import type { DatasetSpan } from '../document.ts';
import { addTo, compareText, merge, newTally, sumOf } from './counts.ts';
import type { Tally } from './counts.ts';
import type { LabelCount } from './figures.ts';

/** How often each label of each layer was given; labels that nothing has are not told. */
export function countLabels(spans: readonly DatasetSpan[]): LabelCount[] {
  const tallies = new Map<string, LabelCount & Tally>();
  for (const span of spans) addTo(tallyOf(tallies, span), span);
  return inOrder(tallies);
}

/** The counts of several documents in one. */
export function joinLabels(counts: Iterable<LabelCount>): LabelCount[] {
  const tallies = new Map<string, LabelCount & Tally>();
  for (const count of counts) merge(tallyOf(tallies, count), count);
  return inOrder(tallies);
}

function tallyOf(
  tallies: Map<string, LabelCount & Tally>,
  { layer, label }: Pick<LabelCount, 'layer' | 'label'>,
): Tally {
  const key = `${layer}\n${label}`;
  let tally = tallies.get(key);
  if (!tally) tallies.set(key, (tally = { layer, label, ...newTally() }));
  return tally;
}

const inOrder = (tallies: ReadonlyMap<string, LabelCount>): LabelCount[] =>
  [...tallies.values()].sort(
    (a, b) =>
      LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer) ||
      sumOf(b) - sumOf(a) ||
      compareText(a.label, b.label),
  );
