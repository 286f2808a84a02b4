import { createTagger, tagLine, TAGGER_SECTION } from '../../core/entities/tagger/tagger.ts';
import type { Tagger } from '../../core/entities/tagger/tagger.ts';
import { NAME_LABELS } from '../../core/labels/entity-labels.ts';
import { beginOf, insideOf, OUTSIDE } from '../../core/entities/tagger/states.ts';
import type { TrainingLine } from './lines.ts';

/** How much of what is right was found. */
export interface Count {
  right: number;
  found: number;
  gold: number;
}

/** Adds counts to others. */
export function addCounts(total: Count, more: Count | undefined): void {
  total.right += more?.right ?? 0;
  total.found += more?.found ?? 0;
  total.gold += more?.gold ?? 0;
}

export const precision = ({ right, found }: Count): number => (found === 0 ? 0 : right / found);
export const recall = ({ right, gold }: Count): number => (gold === 0 ? 0 : right / gold);
export const f1 = ({ right, found, gold }: Count): number =>
  found + gold === 0 ? 0 : (2 * right) / (found + gold);

/** The tagger that reads these bytes. */
export function taggerOf(section: Uint8Array): Tagger {
  const tagger = createTagger(new Map([[TAGGER_SECTION, section]]));
  if (!tagger) throw new Error('The weights have no tagger.');
  return tagger;
}

/** A span as text: the first token, the last, where the first is cut, the label. */
const key = (first: number, last: number, cut: number, label: string): string =>
  `${first} ${last} ${cut} ${label}`;

/**
 * Compares what a tagger chooses with lines whose annotation is complete (one possible state by token): exact tokens, cut and
 * label.
 * @returns the counts by label, and "all"; "spans" whatever the label
 */
export function measure(lines: readonly TrainingLine[], tagger: Tagger): Map<string, Count> {
  const counts = new Map<string, Count>();
  const add = (name: string, part: keyof Count): void => {
    let count = counts.get(name);
    if (!count) counts.set(name, (count = { right: 0, found: 0, gold: 0 }));
    count[part]++;
  };
  for (const line of lines) {
    const gold = goldSpans(line);
    const spans = new Set(Array.from(gold, (span) => span.slice(0, span.lastIndexOf(' '))));
    for (const span of gold) {
      add(span.slice(span.lastIndexOf(' ') + 1), 'gold');
      add('all', 'gold');
      add('spans', 'gold');
    }
    for (const { first, last, start, label, chosen } of tagLine(line.reading, tagger)) {
      if (!chosen) continue;
      const cut = start - (line.reading.tokens[first]?.start ?? 0);
      add(label, 'found');
      add('all', 'found');
      add('spans', 'found');
      if (gold.has(key(first, last, cut, label))) {
        add(label, 'right');
        add('all', 'right');
      }
      if (spans.has(`${first} ${last} ${cut}`)) add('spans', 'right');
    }
  }
  return counts;
}

function goldSpans({ possible, cuts }: TrainingLine): Set<string> {
  const spans = new Set<string>();
  const stateAt = (i: number): number => 31 - Math.clz32(possible[i] as number);
  for (let i = 0; i < possible.length; i++) {
    const state = stateAt(i);
    const label = (state - 1) >> 1;
    if (state === OUTSIDE || state !== beginOf(label)) continue;
    let last = i;
    while (last + 1 < possible.length && stateAt(last + 1) === insideOf(label)) last++;
    spans.add(key(i, last, cuts[i] as number, NAME_LABELS[label] as string));
  }
  return spans;
}
